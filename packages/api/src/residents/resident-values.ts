import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { telephoneNumber } from './telephone.ts';

/** The oldest person alive was born later. */
const earliestBirth = 1900;

/** What is known of a resident. */
export interface ResidentValues {
  NAME: string;
  BIRTH_YEAR: number | null;
  TELEPHONE: string | null;
}

/** What an input says of a resident, checked; what it leaves out is left out. Errors: BAD_INPUT on the field at fault. */
export function readValues(
  desk: Desk,
  input: { name?: string | null; birthYear?: number | null; telephone?: string | null },
): Partial<ResidentValues> {
  const { name, birthYear, telephone } = input;
  if (name === null) throw badInput('input.name', 'required');
  return {
    ...(name !== undefined && { NAME: oneLine(name, 'input.name') }),
    ...(birthYear !== undefined && { BIRTH_YEAR: birthYear === null ? null : yearOfBirth(birthYear, desk) }),
    ...(telephone !== undefined && {
      TELEPHONE: telephone === null ? null : telephoneNumber(telephone, 'input.telephone'),
    }),
  };
}

/** A year in which somebody alive can have been born. */
function yearOfBirth(year: number, desk: Desk): number {
  const latest = Number(dayOf(desk.now).slice(0, 4));
  if (year >= earliestBirth && year <= latest) return year;
  throw badInput('input.birthYear', 'birthYear', { earliest: earliestBirth, latest });
}
