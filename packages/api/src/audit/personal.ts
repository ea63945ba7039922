import type { PersonalField } from '../access/personal-fields.ts';
import type { Context } from '../context.ts';

/** One value of personal data: of whom, by the `audit_key` of the person or household, and in which field. */
interface PersonalValue {
  subject: string;
  field: PersonalField;
}

/**
 * Notes that an operation reads a personal value, and tells whether it may be answered in full: where the operation
 * names a purpose. Otherwise the caller masks it (audit/mask.ts) or answers null. To be asked only for what the
 * viewer's permission reaches; what it does not reach is not answered at all.
 */
export function personal(ctx: Context, townId: number, { subject, field }: PersonalValue): boolean {
  ctx.personalReadings.add(townId, field, [subject]);
  return ctx.personalReadings.purpose !== undefined;
}
