/** The number that so much of some numbers, such as 0.99, does not exceed. Throws where there is none. */
export function percentile(numbers: readonly number[], share: number): number {
  const found = numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * share) - 1)];
  if (found === undefined) throw new Error('There is no percentile of nothing');
  return found;
}
