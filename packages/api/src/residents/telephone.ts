import { badInput } from '../errors.ts';
import { halfWidth } from '../schema/text.ts';

/** What people write between digits. */
const between = /[\s\u3000()（）\-－‐–—]/g;

/** Mobile numbers of China, and fixed ones with their area code 区号 (numbering plan of 2017, Ministry of Industry and IT). */
const number = /^(1[3-9]\d{9}|0(10|2\d|[3-9]\d{2})[1-9]\d{6,7})$/;

/**
 * A telephone number of China as digits with the area code; full-width digits, spaces, hyphens, brackets and the
 * country code are dealt with. Eight digits are a fixed one of Shanghai 021.
 * Errors: BAD_INPUT on `field` where it is none.
 */
export function telephoneNumber(value: string, field: string): string {
  const digits = halfWidth(value)
    .replace(between, '')
    .replace(/^(\+|＋|00)86/, '');
  const full = /^[2-9]\d{7}$/.test(digits) ? `021${digits}` : digits;
  if (value.length > 40 || !number.test(full)) throw badInput(field, 'noTelephone');
  return full;
}

/** The digits of a number of a service or a hotline, short ones such as 12345 too. Errors: BAD_INPUT on `field` for none. */
export function serviceNumber(value: string, field: string): string {
  const digits = halfWidth(value).replace(between, '');
  if (!/^\d{3,12}$/.test(digits)) throw badInput(field, 'noServiceNumber');
  return digits;
}
