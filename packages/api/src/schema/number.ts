import { badInput } from '../errors.ts';

/** A whole number that is told, or null. Errors: BAD_INPUT on `field` where it is not from `least` to `most`. */
export function numberWithin(
  value: number | null | undefined,
  [least, most]: readonly [number, number],
  field: string,
): number | null {
  if (value == null) return null;
  if (value < least || value > most) throw badInput(field, 'numberBetween', { least, most });
  return value;
}
