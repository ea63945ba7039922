import { mostTowns } from '../db/turns.ts';

/** Open subscriptions of one process. */
export const mostStreams = 500;
/** Operations that an application stores, and the bytes of their documents. */
export const mostStored = { operations: 500, bytes: 2_000_000 };
/** What a hundred records of an export may cost at the most, in points, so that one of 100,000 takes minutes and not hours. */
export const mostOfRecords = 300_000;

/** The most megabytes that the body of a request has; whoever may import a file sends it in base64. */
export const megabytes = { text: 1, file: 9 } as const;
/** The mutations that take such a file. */
export const fileMutations: ReadonlySet<string> = new Set([
  'importHouseholds',
  'importOrganizations',
  'importTree',
  'previewHouseholdImport',
  'previewOrganizationImport',
  'previewTreeImport',
]);

/** What bounds an operation, each with what it says; see docs/limits.md. */
export const limits = {
  tokens: { most: 5000, says: 'words and signs of the document' },
  depth: { most: 15, says: 'levels of fields in each other, those of introspection aside' },
  aliases: { most: 200, says: 'aliases in the document' },
  directives: { most: 100, says: 'directives in the document' },
  repeats: { most: 200, says: 'spreads of fragments, and fields whose name stands in the same selection already' },
  selections: { most: 10_000, says: 'fields and fragments, with fragments written out wherever they are spread' },
  towns: { most: mostTowns, says: 'towns that are read one by one, as by people of several towns' },
  cost: {
    most: 3_000_000,
    says: `points that the operation costs at the most; a hundred records of a type in an export, ${mostOfRecords.toLocaleString('en')}`,
  },
} as const;

/** What bounds how much is open at a time. */
export const openLimits = {
  streams: {
    most: 8,
    says: `subscriptions that an account, an application for itself, or an application for one person has open to one process; all together ${mostStreams}`,
  },
  townStreams: {
    most: mostStreams / 10,
    says: 'subscriptions that all accounts which one town opened, and the applications that they registered, have open to one process; or an account that no town opened, and its applications',
  },
  downloads: { most: 4, says: 'files of exports that an application fetches at a time from one process' },
} as const;

/** Limits that depend on more than the operation. */
export const otherLimits = {
  budget: 'the caller has not enough points left',
  entries: 'lists of a field hold more than the operation was priced at',
  body: `the request has more than ${megabytes.text} MB, or ${megabytes.file} MB where it does nothing but import or preview files of whoever may`,
} as const;

export type LimitName = keyof typeof limits | keyof typeof openLimits | keyof typeof otherLimits;
