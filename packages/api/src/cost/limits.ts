/** What bounds an operation, each with what it says; see docs/limits.md. */
export const limits = {
  tokens: { most: 5000, says: 'words and signs of the document' },
  depth: { most: 15, says: 'levels of fields in each other, those of introspection aside' },
  aliases: { most: 200, says: 'aliases in the document' },
  directives: { most: 100, says: 'directives in the document' },
  repeats: { most: 200, says: 'spreads of fragments, and fields whose name stands in the same selection already' },
  selections: { most: 10_000, says: 'fields and fragments, with fragments written out wherever they are spread' },
  cost: { most: 3_000_000, says: 'points that the operation costs at the most' },
} as const;

/** Limits that depend on more than the operation. */
export const otherLimits = {
  budget: 'the caller has not enough points left',
  entries: 'lists of a field hold more than the operation was priced at',
  towns: 'the operation reads more towns one by one than it may',
  body: 'the request is larger than it may be',
} as const;

export type LimitName = keyof typeof limits | keyof typeof otherLimits;
