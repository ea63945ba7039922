import type { RateType } from './rate.type.ts';

/** How many of how many, with its value and as people write it. */
export function rateOf(numerator: number, denominator: number): RateType {
  return {
    numerator,
    denominator,
    value: quotientOf(numerator, denominator),
    rounded: percentOf(numerator, denominator),
  };
}

/** The quotient to six digits, such as 0.986028; null of none. */
function quotientOf(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const millionths = String(halfUp(numerator, denominator, 1_000_000n)).padStart(7, '0');
  return `${millionths.slice(0, -6)}.${millionths.slice(-6)}`;
}

/** The quotient in per cent to a tenth, such as 98.6 %; null of none. */
function percentOf(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const thousandths = String(halfUp(numerator, denominator, 1000n)).padStart(2, '0');
  return `${thousandths.slice(0, -1)}.${thousandths.slice(-1)} %`;
}

/** How many parts of a unit a quotient is, a half rounded up. In whole numbers, so that a half is one. */
function halfUp(numerator: number, denominator: number, parts: bigint): bigint {
  const [above, below] = [BigInt(numerator) * parts, BigInt(denominator)];
  return (2n * above + below) / (2n * below);
}
