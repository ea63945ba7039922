import type { PersonalField } from '../access/personal-fields.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import type { HouseholdCategoryType } from './category.type.ts';

/**
 * Notes that an operation reads which category a household is in, and tells whether it may be named: always where it is
 * not sensitive, else where the operation says what for.
 */
export function showsCategory(
  ctx: Context,
  { townId, auditKey: subject, sensitive }: HouseholdCategoryType,
  field: PersonalField & `HouseholdCategory.${'category' | 'name' | 'resident'}`,
): boolean {
  const inFull = personal(ctx, townId, { subject, field });
  return inFull || !sensitive;
}
