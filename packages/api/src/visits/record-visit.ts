import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { answeredAgain } from '../db/change.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { stateOn } from '../db/versions.ts';
import { badInput, conflict } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { inPartition, placesOf } from '../households/household-places.ts';
import { dayOfDeed } from '../schema/day.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { getVisit } from './find-visit.ts';
import type { RecordVisitInput } from './visit.input.ts';
import type { VisitType } from './visit.type.ts';
import { readTexts, requireVisitors } from './visit-account.ts';
import { visitOf } from './visit-lists.ts';
import { readRequestsAtVisit } from './visit-requests.ts';
import { rowsOfVisit } from './visit-rows.ts';
import { writeVisits } from './write-visits.ts';

/** How far a device's clock may be ahead, in milliseconds. */
const clockSlip = 5 * 60 * 1000;

/** Which account sent a visit, and the digest of what it sent first, by which the same visit sent again is known. */
interface Sent {
  by: string;
  hash: string;
}

/**
 * Records a visit under the geographic block that holds the household on that day. A visit whose `clientId` is recorded
 * already is answered again, and nothing is written: whoever has lost sight of its household since learns that it is recorded,
 * and no more of it (`answeredAgain`).
 * Errors: NOT_FOUND on input.household and input.visitors.N; BAD_INPUT on input.visitedOn ahead or before the household, on
 * input.notedAt, input.clientId, input.visitors and the texts; those of readRequestsAtVisit; CONFLICT on input.household where it had left by then, on
 * input.clientId where another visit has that id.
 */
export async function recordVisit(
  desk: Desk,
  actor: Actor,
  input: RecordVisitInput,
  sent: Sent = { by: actor.accountId, hash: hashOf(input) },
): Promise<VisitType> {
  const id = input.clientId ?? newId();
  if (!uuidPattern.test(id)) throw badInput('input.clientId', 'clientId');
  const recorded = input.clientId == null ? undefined : await recordedBefore(desk, id, sent);
  if (recorded) return recorded;

  await holdTree(desk);
  const household = await getHouseholdFor(desk, actor, 'visit:record', input.household);
  const { notedAt, visitedOn } = momentsOf(desk, input);
  requireLiving(household, visitedOn, 'input.visitedOn');
  const texts = readTexts(input);
  const visitors = await requireVisitors(desk, input.visitors);
  const rows = rowsOfVisit(desk, {
    ...{ id, household: household.uuid, block: await blockOn(desk, household, visitedOn), notedAt },
    ...{ visitedOn, way: input.way, visitors, ...texts },
    ...{ recordedAt: desk.now, recordedBy: sent.by, sentHash: sent.hash, writtenBy: actor.accountId },
  });
  const at = { household: input.household, visitedOn, by: sent.by };
  const requests = await readRequestsAtVisit(desk, actor, at, input.requests ?? []);
  const isNew = await writeVisits(
    desk,
    [rows],
    requests.map((request) => ({ visit: id, request })),
  );
  // Where it is not, another request with the same visit was quicker.
  const quicker = isNew ? undefined : await recordedBefore(desk, id, sent);
  return quicker ?? visitOf({ ...rows.visit, version_id: rows.version.id });
}

/** The visit of that id, where it is the same. Errors: CONFLICT on input.clientId where it is not. */
async function recordedBefore(desk: Desk, id: string, { by, hash }: Sent): Promise<VisitType | undefined> {
  const row = await desk.db
    .selectFrom('visit')
    .select(['sent_hash', 'recorded_by'])
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.sent_hash !== hash || row.recorded_by !== by) throw conflict('visitDiffers', 'input.clientId');
  return answeredAgain(await getVisit(desk, id));
}

/** The day of a visit and the moment it was noted at. Errors: BAD_INPUT on input.notedAt or input.visitedOn. */
function momentsOf(desk: Desk, input: RecordVisitInput): { notedAt: Date; visitedOn: string } {
  const notedAt = input.notedAt ?? desk.now;
  if (notedAt.getTime() > desk.now.getTime() + clockSlip) throw badInput('input.notedAt', 'notedAhead');
  const visitedOn = dayOfDeed(input.visitedOn ?? dayOf(notedAt), dayOf(desk.now), 'input.visitedOn');
  if (visitedOn > dayOf(notedAt)) throw badInput('input.notedAt', 'notedBefore');
  return { notedAt, visitedOn };
}

/** The geographic block that holds a household on a day of its life. */
export async function blockOn(desk: Desk, { townId, uuid }: HouseholdType, day: string): Promise<string> {
  const places = inPartition(await desk.load(placesOf, { townId, uuid }), null);
  const block = stateOn(places, day)?.block_id;
  if (block === undefined) throw new Error(`Household ${uuid} has no block on ${day}`);
  return block;
}

/** The digest by which a visit that is sent again is known. */
export function hashOf(input: RecordVisitInput): string {
  const { household, visitedOn, notedAt, way, visitors, situation, demand, service, outcome, requests } = input;
  const content = [household, visitedOn ?? null, notedAt ?? null, way, [...visitors].sort()];
  return createHash('sha256')
    .update(JSON.stringify([...content, situation, demand, service, outcome ?? null, requests ?? []]))
    .digest('hex');
}
