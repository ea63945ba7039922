/** So many of so many. */
export interface Quotient {
  numerator: number;
  denominator: number;
}

/**
 * The places 名次 of quotients, the largest first: equal ones share a place, and the next one counts on after all of them.
 * Null for those with a denominator below `fewest`, which get no place and take none.
 */
export function rank(quotients: readonly Quotient[], fewest: number): (number | null)[] {
  const ranked = quotients.filter(({ denominator }) => denominator >= fewest);
  return quotients.map((each) =>
    each.denominator < fewest ? null : 1 + ranked.filter((other) => exceeds(other, each)).length,
  );
}

/** Whether one quotient is more than another, in whole numbers: what is equal is equal. */
function exceeds(one: Quotient, other: Quotient): boolean {
  return BigInt(one.numerator) * BigInt(other.denominator) > BigInt(other.numerator) * BigInt(one.denominator);
}
