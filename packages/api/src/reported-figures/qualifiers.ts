import type { Total } from '../indicators/indicator.ts';
import type { Qualifier } from './reported-terms.ts';
import { type Decimal, decimalOf, type Writing } from './reported-value.ts';

/** What `NEARLY` may be below the value at the most, and `ABOUT` beside it: one part of so many of it. */
const tolerance = { NEARLY: 10n, ABOUT: 20n } as const;

/**
 * Whether what the records give is what a qualifier says of a published value: equal to it, to the digits in which it was
 * published 恰为; below it by a tenth of it at the most 近; above it and below the next number as round as it 多, so that over
 * 4,000 is less than 5,000 and over 360 less than 370; within a twentieth of it 约. Null where the records give none.
 */
export function holds(qualifier: Qualifier, value: string, writing: Writing, { count, total }: Total): boolean | null {
  const { digits, places } = decimalOf(value, writing);
  const given = derivedIn(places, writing, count, total);
  if (given === null) return null;
  // Both sides as so many parts of `below`, so that all is reckoned in whole numbers.
  const { above, below } = given;
  const said = digits * below;
  switch (qualifier) {
    case 'EXACT':
      return (2n * above + below) / (2n * below) === digits;
    case 'NEARLY':
      return above < said && (said - above) * tolerance.NEARLY <= said;
    case 'OVER':
      return above > said && above < (digits + stepOf(digits)) * below;
    case 'ABOUT':
      return (above > said ? above - said : said - above) * tolerance.ABOUT <= said;
  }
}

/**
 * By how much what the records give is more than a published value, a count in whole numbers, a rate as a part of one to six
 * digits, a half away from nought. Null where the records give none.
 */
export function differenceOf(value: string, writing: Writing, { count, total }: Total): string | null {
  const places = writing === 'WHOLE' ? 0 : 6;
  const said = decimalOf(value, writing);
  const given = derivedIn(places, writing, count, total);
  if (given === null) return null;
  const beyond = given.above - given.below * said.digits * 10n ** BigInt(places - said.places);
  const size = beyond < 0n ? -beyond : beyond;
  const parts = (2n * size + given.below) / (2n * given.below);
  const text = String(parts).padStart(places + 1, '0');
  const written = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return beyond < 0n && parts > 0n ? `-${written}` : written;
}

/** What the records give, in parts of ten to so many places: `above` of `below`. */
function derivedIn(places: number, writing: Writing, count: number, total: number) {
  const below = writing === 'WHOLE' ? 1n : BigInt(total);
  return below === 0n ? null : { above: BigInt(count) * 10n ** BigInt(places), below };
}

/** The worth of the last digit of a number that is not nought: of 4000 a thousand, of 360 ten. */
function stepOf(digits: Decimal['digits']): bigint {
  let step = 1n;
  while (digits !== 0n && digits % (step * 10n) === 0n) step *= 10n;
  return step;
}
