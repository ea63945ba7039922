import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import type { settlements } from './held-visit.entity.ts';

/** Writes that what is held of a visit, if anything, has been dealt with. Returns whether something was held still. */
export async function settle(
  desk: Desk,
  actor: Actor,
  { account, clientId }: { account: string; clientId: string },
  settled: (typeof settlements)[number],
  reason: string | null,
): Promise<boolean> {
  const written = await desk.db
    .updateTable('held_visit')
    .set({ settled, settled_at: desk.now, settled_by: actor.accountId, settled_reason: reason })
    .where('town_id', '=', desk.town)
    .where('account_id', '=', account)
    .where('client_id', '=', clientId)
    .where('settled', 'is', null)
    .executeTakeFirst();
  return Number(written.numUpdatedRows) > 0;
}
