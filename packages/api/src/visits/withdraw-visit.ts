import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { getVisitFor, reachesVisit } from './find-visit.ts';
import type { WithdrawVisitInput } from './visit.input.ts';

/**
 * Withdraws a visit that never was or was recorded twice: it counts nowhere, and stays to be read with the reason.
 * Whoever recorded it may, and whoever holds visit:withdraw there. Returns its id in the town.
 * Errors: NOT_FOUND on input.visit; BAD_INPUT on input.reason; CONFLICT where it was withdrawn already.
 */
export async function withdrawVisit(desk: Desk, actor: Actor, input: WithdrawVisitInput): Promise<string> {
  await holdTree(desk);
  const visit = await getVisitFor(desk, actor, 'visit:record', input.visit);
  const own = visit.recordedById === actor.accountId;
  if (!own && !(await reachesVisit(desk, actor, 'visit:withdraw', visit))) throw notFound('input.visit');
  const reason = oneLine(input.reason, 'input.reason', 200);
  const withdrawn = await desk.db
    .updateTable('visit')
    .set((row) => ({
      withdrawn_at: desk.now,
      withdrawn_by: actor.accountId,
      withdrawn_reason: reason,
      version: row('version', '+', 1),
    }))
    .where('town_id', '=', desk.town)
    .where('id', '=', visit.uuid)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (Number(withdrawn.numUpdatedRows) === 0) throw conflict('visitWithdrawn', 'input.visit');
  return visit.uuid;
}
