import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { hashOf, recordVisit } from '../visits/record-visit.ts';
import type { RecordVisitInput } from '../visits/visit.input.ts';
import type { VisitType } from '../visits/visit.type.ts';
import { getHeldVisitFor } from './find-held-visit.ts';
import type { RecordHeldVisitInput } from './held-visit.type.ts';
import { sentOf } from './held-visit-rows.ts';
import { settle } from './settle.ts';

/**
 * Records a visit that is held after all, as it was sent but for what is corrected. It is the sender's visit; when their
 * client sends it again, it is known to be recorded. Whoever does it must reach the household themselves.
 * Errors: NOT_FOUND on input.held; CONFLICT there where somebody has dealt with it; those of recordVisit.
 */
export async function recordHeldVisit(
  desk: Desk,
  actor: Actor,
  input: RecordHeldVisitInput,
): Promise<{ uuid: string; visit: VisitType }> {
  const { row, status } = await getHeldVisitFor(desk, actor, input.held);
  if (status !== 'HELD') throw conflict('heldSettled', 'input.held');
  const { clientId, accountId: account, townId, uuid } = row;
  const { auditKey: _, ...stored } = await desk.load(sentOf, { townId, uuid });
  const sent: RecordVisitInput = { ...stored, clientId, notedAt: new Date(stored.notedAt) };
  const corrected: RecordVisitInput = {
    ...sent,
    household: input.household ?? sent.household,
    visitedOn: input.visitedOn ?? sent.visitedOn ?? null,
    way: input.way ?? sent.way,
    visitors: input.visitors ?? sent.visitors,
    situation: input.situation ?? sent.situation,
    demand: input.demand ?? sent.demand,
    service: input.service ?? sent.service,
    outcome: input.outcome === undefined ? (sent.outcome ?? null) : input.outcome,
    requests: input.requests ?? sent.requests ?? [],
  };
  const visit = await recordVisit(desk, actor, corrected, { by: account, hash: hashOf(sent) });
  if (!(await settle(desk, actor, { account, clientId }, 'RECORDED', null)))
    throw conflict('heldSettled', 'input.held');
  return { uuid, visit };
}
