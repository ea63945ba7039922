import type { PersonalField } from '../access/personal-fields.ts';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { masked } from './mask.ts';

/** What an operation's readings are noted in. */
export type Reading = Pick<Context, 'personalReadings'>;

/** A value of personal data: of whom, by the `audit_key` of the person or household, and in which field. */
export interface PersonalValue {
  subject: string;
  field: PersonalField;
}

/**
 * Notes that an operation reads a personal value, and tells whether it may be answered in full: where the operation
 * names a purpose. Otherwise the caller masks it (audit/mask.ts) or answers null. To be asked only for what the
 * viewer's permission reaches; what it does not reach is not answered at all.
 */
export function personal(ctx: Reading, townId: number, { subject, field }: PersonalValue): boolean {
  ctx.personalReadings.add(townId, field, [subject]);
  return ctx.personalReadings.purpose !== undefined;
}

/** Refuses what looks for people by personal data without saying why. Errors: BAD_INPUT on `field`. */
export function requirePurpose(ctx: Reading, field: string): void {
  if (ctx.personalReadings.purpose === undefined) throw badInput(field, 'purposeMissing');
}

/** Notes that an operation reads a personal value, and answers it in full or masked, as `personal` tells. */
export function shown<Value extends string | number | null>(
  ctx: Reading,
  townId: number,
  of: PersonalValue,
  value: Value,
): Value | string | null {
  return personal(ctx, townId, of) ? value : masked(of.field, value);
}
