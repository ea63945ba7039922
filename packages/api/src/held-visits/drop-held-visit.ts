import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { oneLine } from '../schema/text.ts';
import { getHeldVisitFor } from './find-held-visit.ts';
import type { DropHeldVisitInput } from './held-visit.type.ts';
import { settle } from './settle.ts';

/**
 * Drops a visit that is held and is not to be recorded; it stays to be read with the reason. Returns its id in the town.
 * Errors: NOT_FOUND on input.held; BAD_INPUT on input.reason; CONFLICT where somebody has dealt with it.
 */
export async function dropHeldVisit(desk: Desk, actor: Actor, input: DropHeldVisitInput): Promise<string> {
  const { row } = await getHeldVisitFor(desk, actor, input.held);
  const reason = oneLine(input.reason, 'input.reason', 200);
  const sent = { account: row.accountId, clientId: row.clientId };
  if (!(await settle(desk, actor, sent, 'DROPPED', reason))) throw conflict('heldSettled', 'input.held');
  return row.uuid;
}
