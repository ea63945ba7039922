import { badInput } from '../errors.ts';
import { type Indicator, isPerHundred, isRate } from '../indicators/indicator.ts';

/** How figures of an indicator are written. */
export type Writing = 'WHOLE' | 'PER_CENT' | 'PER_HUNDRED';

/** A decimal number as so many of its last place. */
export interface Decimal {
  digits: bigint;
  /** How many digits follow the point. */
  places: number;
}

/** The most digits after the point of a rate, which is a part of one: a hundred-millionth of it nobody publishes. */
const mostPlaces = 6;

export function writingOf(indicator: Indicator): Writing {
  if (!isRate(indicator)) return 'WHOLE';
  return isPerHundred(indicator) ? 'PER_HUNDRED' : 'PER_CENT';
}

/**
 * The value of a published figure, with the digits in which it was: of a count a whole number, of a rate a part of one, such as
 * 0.812 for 81.2 %, and of a rate to a hundred what comes to one. Errors: BAD_INPUT on `field` for any other.
 */
export function readValue(indicator: Indicator, value: string, field: string): string {
  const writing = writingOf(indicator);
  const [, whole = '', places = ''] = /^0*(\d+?)(?:\.(\d+))?$/.exec(value) ?? [];
  if (writing === 'WHOLE') {
    if (whole === '' || places !== '' || whole.length > 9) throw badInput(field, 'reportedCount');
    return whole;
  }
  if (whole === '' || places.length > mostPlaces) throw badInput(field, 'reportedRate', { most: mostPlaces });
  const read = places === '' ? whole : `${whole}.${places}`;
  if (writing === 'PER_CENT' && Number(read) > 1) throw badInput(field, 'reportedPart');
  if (whole.length > 6) throw badInput(field, 'reportedRate', { most: mostPlaces });
  return read;
}

/** The number that a stored value is. A rate was published in per cent, so to two places at the least. */
export function decimalOf(value: string, writing: Writing): Decimal {
  const [whole = '', written = ''] = value.split('.');
  const places = writing === 'WHOLE' ? '' : written.padEnd(2, '0');
  return { digits: BigInt(whole + places), places: places.length };
}

/** A published value as people write it: `4000`, `81.2 %`, or, to a hundred, `235`. */
export function writtenValue(value: string, writing: Writing): string {
  if (writing === 'WHOLE') return value;
  const { digits, places } = decimalOf(value, writing);
  const text = String(digits).padStart(places - 1, '0');
  const [whole, beyond] = [text.slice(0, text.length - (places - 2)), text.slice(text.length - (places - 2))];
  const written = beyond === '' ? whole : `${whole}.${beyond}`;
  return writing === 'PER_CENT' ? `${written} %` : written;
}
