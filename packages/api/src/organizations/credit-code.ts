import { badInput } from '../errors.ts';
import { halfWidth } from '../schema/text.ts';

/** The characters of a code in the order of their values (GB 32100-2015, table 3): no I, O, S, V or Z. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The weight of the character at a place: 3 to the power of the place, modulo 31 (GB 32100-2015, 5.5). */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * A unified social credit code 统一社会信用代码 in capitals, its check character verified (GB 32100-2015).
 * Errors: BAD_INPUT on `field` where it is none.
 */
export function creditCode(value: string, field: string): string {
  const code =
    value.length > 40
      ? ''
      : halfWidth(value)
          .replace(/[\s\u3000-]/g, '')
          .toUpperCase();
  if (!/^[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    throw badInput(field, 'noCreditCode');
  }
  if (checkCharacter(code.slice(0, 17)) !== code[17]) throw badInput(field, 'creditCodeCheck');
  return code;
}

/** The 18th character of a code, from the 17 before it. */
export function checkCharacter(before: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * characters.indexOf(before[place] ?? '0'), 0);
  return characters[(31 - (sum % 31)) % 31] ?? '';
}
