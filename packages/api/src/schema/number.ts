import { badInput } from '../errors.ts';

/** A whole number, or what stands for none. Errors: BAD_INPUT on `field` where it is not from `least` to `most`. */
export function numberWithin<Told extends number | null | undefined>(
  told: Told,
  [least, most]: readonly [number, number],
  field: string,
): Told {
  if (told != null && (told < least || told > most)) throw badInput(field, 'numberBetween', { least, most });
  return told;
}
