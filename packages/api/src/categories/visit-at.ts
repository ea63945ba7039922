import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';

/**
 * The visit to a household at which something was found out; null where none is named.
 * Errors: NOT_FOUND on input.visit for one that was not to this household, or was withdrawn.
 */
export async function visitAt(desk: Desk, household: string, id: string | null | undefined): Promise<string | null> {
  if (id == null) return null;
  const uuid = requireIdIn(desk.town, id, 'Visit', 'input.visit');
  const visit = await desk.db
    .selectFrom('visit')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .where('household_id', '=', household)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (!visit) throw notFound('input.visit');
  return visit.id;
}
