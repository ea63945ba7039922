import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { householdsById, requireLiving } from '../households/find-household.ts';
import { dayOfDeed } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { getVisitFor } from './find-visit.ts';
import { blockOn } from './record-visit.ts';
import type { ReviseVisitInput } from './visit.input.ts';
import { readTexts, requireVisitors } from './visit-account.ts';
import { saidIn, versionsOf, visitorsOf } from './visit-lists.ts';
import { rowsOfVersion } from './visit-rows.ts';

/**
 * Writes a visit anew; what was written before stays as an earlier version. A visit whose day is corrected counts for
 * the block of the new day. Returns its id in the town.
 * Errors: NOT_FOUND on input.visit and input.visitors.N; BAD_INPUT on input.reason, input.visitedOn, input.visitors and
 * the texts; CONFLICT where it was withdrawn, or somebody else wrote it anew, or the household had left by the new day.
 */
export async function reviseVisit(desk: Desk, actor: Actor, input: ReviseVisitInput): Promise<string> {
  await holdTree(desk);
  const visit = await getVisitFor(desk, actor, 'visit:record', input.visit);
  if (visit.withdrawnAt !== null) throw conflict('visitWithdrawn', 'input.visit');
  requireVersion(visit, input.expectedVersion);
  const reason = oneLine(input.reason, 'input.reason', 200);
  const visitedOn = dayOfDeed(input.visitedOn ?? visit.visitedOn, dayOf(desk.now), 'input.visitedOn');
  const key = { townId: desk.town, uuid: visit.uuid };
  const household = await desk.load(householdsById, { ...key, uuid: visit.householdUuid });
  if (!household) throw notFound('input.visit');
  requireLiving(household, visitedOn, 'input.visitedOn', 'input.visitedOn');
  const visitors = input.visitors
    ? await requireVisitors(desk, input.visitors)
    : (await desk.load(visitorsOf, { ...key, uuid: visit.versionUuid })).map((person) => person.uuid);
  const way = input.way ?? visit.way;
  const said = await desk.load(saidIn, { ...key, uuid: visit.versionUuid });
  if (!said) throw new Error(`Nothing is written about visit ${visit.uuid}`);
  const texts = readTexts({
    situation: input.situation ?? said.situation,
    demand: input.demand ?? said.demand,
    service: input.service ?? said.service,
    outcome: input.outcome === undefined ? said.outcome : input.outcome,
  });
  const block = visitedOn === visit.visitedOn ? visit.blockUuid : await blockOn(desk, household, visitedOn);
  const changed = await desk.db
    .updateTable('visit')
    .set({ visited_on: visitedOn, way, block_id: block, version: visit.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', visit.uuid)
    .where('version', '=', visit.version)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) === 0) throw conflict('versionConflict');
  const number = (await desk.load(versionsOf, key)).length + 1;
  const account = { visitedOn, way, visitors, ...texts };
  const written = rowsOfVersion(desk, actor.accountId, visit.uuid, number, account, reason);
  await desk.db.insertInto('visit_version').values(written.version).execute();
  await desk.db.insertInto('visit_visitor').values(written.visitors).execute();
  return visit.uuid;
}
