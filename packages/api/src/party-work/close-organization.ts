import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { closeCovering } from '../coverage/close-covering.ts';
import type { CloseOrganizationInput } from '../coverage/coverage.input.ts';
import type { Desk } from '../db/door.ts';
import { restate } from '../standings/restate.ts';

/**
 * Closes an organisation from a day on, with all that covers it and everybody who is assigned to it. Returns its id in the town, and
 * the day. Errors: those of closeCovering.
 */
export async function closeWithAll(
  desk: Desk,
  actor: Actor,
  input: CloseOrganizationInput,
): Promise<{ uuid: string; day: string }> {
  const closed = await closeCovering(desk, actor, input);
  // Those to come never are.
  await sql`
    update work_assignment set valid_to = greatest(valid_from, ${closed.day}::date)
    where town_id = ${desk.town} and organization_id = ${closed.uuid}
      and (valid_to is null or valid_to > ${closed.day})`.execute(desk.db);
  await restate(desk, [closed.uuid]);
  return closed;
}
