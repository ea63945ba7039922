/** What a deprecation tells whoever uses what it stands at. */
export interface Deprecation {
  since: string;
  /** The first day on which it may be gone. */
  until: string;
  instead: string;
}

/** How long what is deprecated stays at the least, in days. */
const leastDays = 180;

const form = /^Since (\d{4}-\d{2}-\d{2}), until (\d{4}-\d{2}-\d{2}): use (`[^`]+`.*)\.$/;

/**
 * Reads the reason of a deprecation: `Since 2026-12-01, until 2027-06-01: use \`Town.units\`.` Undefined where it is written otherwise, or leaves
 * less time than `leastDays`.
 */
export function readDeprecation(reason: string): Deprecation | undefined {
  const [, since, until, instead] = form.exec(reason) ?? [];
  if (since === undefined || until === undefined || instead === undefined) return undefined;
  const days = (Date.parse(until) - Date.parse(since)) / 86_400_000;
  return days >= leastDays ? { since, until, instead } : undefined;
}
