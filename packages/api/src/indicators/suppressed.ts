/** Numbers of people below it are suppressed, as in official statistics of health and social care, which round the others to it as well. */
export const suppressedBelow = 5;

/**
 * A number to the nearest five, or null where there are fewer than that. What the others of a total add up to then gives none of them away
 * (suppressed.property.test.ts); none is suppressed as well, since a nought known for certain would tell of those beside it.
 */
export function inFives(count: number): number | null {
  return count < suppressedBelow ? null : suppressedBelow * Math.round(count / suppressedBelow);
}

/** What so many of so many add to a total: where they are suppressed what is told of them, since others of the total may be known. */
export function addedTo(exact: Counts, suppresses: boolean): Counts {
  return suppresses ? { count: inFives(exact.count) ?? 0, total: inFives(exact.total) ?? 0 } : exact;
}

/** So many of so many. */
interface Counts {
  count: number;
  total: number;
}
