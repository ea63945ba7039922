import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, Refusal } from '../errors.ts';
import { holdHouseholds } from '../households/lock-household.ts';
import { readGlobalId, uuidPattern } from '../schema/global-id.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { recordVisit } from '../visits/record-visit.ts';
import type { RecordVisitInput } from '../visits/visit.input.ts';
import type { VisitType } from '../visits/visit.type.ts';
import type { HeldVisitType, VisitSyncResultType } from './held-visit.type.ts';
import { heldVisitsById } from './held-visit-rows.ts';
import { holdVisit, type LaterVisit } from './hold-visit.ts';
import { settle } from './settle.ts';

/** Visits that are taken at once. */
const most = 50;

/**
 * Takes visits that were made without a network, in the order in which they come; each is recorded, or held with the
 * reason why it cannot be. One that was recorded already, or dropped, stays so.
 * Errors: BAD_INPUT on input.visits where there are none or too many, and on input.visits.N.clientId or
 * input.visits.N.notedAt where they are missing: without them a visit could not be known again.
 */
export async function syncVisits(
  desk: Desk,
  actor: Actor,
  visits: readonly RecordVisitInput[],
): Promise<VisitSyncResultType[]> {
  if (visits.length === 0 || visits.length > most) throw badInput('input.visits', 'noVisits', { most });
  const later = visits.map(laterVisit);
  const dropped = await droppedBefore(desk, actor, later);
  // All at once: two that are sent together about the same households would else wait for each other.
  await holdTree(desk);
  await holdHouseholds(desk, householdsOf(desk, later));
  const results: VisitSyncResultType[] = [];
  for (const visit of later) {
    const { clientId } = visit;
    const known = dropped.get(clientId);
    if (known) {
      results.push({ clientId, status: 'DROPPED', visit: null, held: await heldVisit(desk, known) });
      continue;
    }
    const taken = await take(desk, actor, visit);
    if (taken instanceof Refusal) {
      const held = await heldVisit(desk, await holdVisit(desk, actor, visit, taken));
      results.push({ clientId, status: 'HELD', visit: null, held });
    } else results.push({ clientId, status: 'RECORDED', visit: taken, held: null });
  }
  return results;
}

/** Records a visit, and what was held of it is dealt with; or tells why it cannot be, with nothing written. */
async function take(desk: Desk, actor: Actor, visit: LaterVisit): Promise<VisitType | Refusal> {
  await desk.run('savepoint visit');
  try {
    const recorded = await recordVisit(desk, actor, visit);
    await settle(desk, actor, { account: actor.accountId, clientId: visit.clientId }, 'RECORDED', null);
    await desk.run('release savepoint visit');
    return recorded;
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await desk.run('rollback to savepoint visit');
    desk.forget();
    return fault;
  }
}

function laterVisit(visit: RecordVisitInput, index: number): LaterVisit {
  const { clientId, notedAt } = visit;
  if (clientId == null || !uuidPattern.test(clientId)) throw badInput(`input.visits.${index}.clientId`, 'clientId');
  if (notedAt == null) throw badInput(`input.visits.${index}.notedAt`, 'required');
  return { ...visit, clientId, notedAt };
}

/** The households of the desk's town that visits name. */
function householdsOf(desk: Desk, visits: readonly LaterVisit[]): string[] {
  return visits.flatMap(({ household }) => {
    const named = readGlobalId(household);
    return named?.type === 'Household' && named.townId === desk.town ? [named.key] : [];
  });
}

async function droppedBefore(desk: Desk, actor: Actor, visits: readonly LaterVisit[]): Promise<Map<string, string>> {
  const rows = await desk.db
    .selectFrom('held_visit')
    .select(['client_id', 'id'])
    .where('town_id', '=', desk.town)
    .where('account_id', '=', actor.accountId)
    .where(
      'client_id',
      'in',
      visits.map((visit) => visit.clientId),
    )
    .where('settled', '=', 'DROPPED')
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.id]));
}

async function heldVisit(desk: Desk, uuid: string): Promise<HeldVisitType> {
  const held = await desk.load(heldVisitsById, { townId: desk.town, uuid });
  if (!held) throw new Error(`No visit ${uuid} is held`);
  return held;
}
