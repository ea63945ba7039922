import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { longestPlace } from '../requests/origin.ts';
import { blockOver, type UnitOfPlace, unitOfPlace } from '../requests/unit-of-place.ts';
import { dayOfDeed } from '../schema/day.ts';
import { uuidPattern } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { PatrolPlaceInput, RecordPatrolInput } from './patrol.input.ts';
import type { PatrolType } from './patrol.type.ts';
import { readNote, readPeople, readStopsCameBy, readTimes, writePatrolVersion } from './patrol-account.ts';
import { placeOfPatrol } from './patrol-reach.ts';
import type { PatrolRouteType } from './patrol-route.type.ts';
import { patrolNow } from './patrol-rows.ts';
import { hashOfPatrol, patrolSentBefore } from './patrol-sent-before.ts';
import { mostFindings, recordFindings } from './record-findings.ts';
import { getRouteFor } from './route-rows.ts';

/**
 * Records a patrol along a route or of a place, with what it brought up and what became of that at once. One whose
 * `clientId` is recorded already is left as it stands, also where it has left the actor's reach since (`patrolSentBefore`).
 * Returns the patrol.
 * Errors: NOT_FOUND on input.route or input.place.unit out of reach, on input.people.N or input.stops.N; BAD_INPUT or
 * CONFLICT on the field at fault, input.clientId among them; those of recordFindings.
 */
export async function recordPatrol(desk: Desk, actor: Actor, input: RecordPatrolInput): Promise<PatrolType> {
  const id = input.clientId ?? newId();
  if (!uuidPattern.test(id)) throw badInput('input.clientId', 'clientId');
  const sent_hash = hashOfPatrol(input);
  const recorded = input.clientId == null ? undefined : await patrolSentBefore(desk, actor, id, sent_hash);
  if (recorded !== undefined) return recorded;
  await holdTree(desk);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const where = await readWhere(desk, actor, input, on);
  const said = {
    patrolledOn: on,
    ...readTimes(desk, on, input),
    people: await readPeople(desk, input.people),
    stops: await readStopsCameBy(desk, where.route, on, input.stops),
    note: readNote(input.note),
  };
  const findings = input.findings ?? [];
  if ((findings.length === 0) !== (input.nothingFound ?? false))
    throw badInput('input.nothingFound', 'nothingOrFindings');
  if (findings.length > mostFindings) throw badInput('input.findings', 'tooMany', { most: mostFindings });
  const row = {
    ...{ town_id: desk.town, id, route_id: where.route, unit_id: where.unit, place: where.place },
    ...{ block_id: where.block, patrolled_on: on, recorded_at: desk.now, recorded_by: actor.accountId },
    ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_reason: null, version: 1, sent_hash },
  };
  const written = await desk.db
    .insertInto('patrol')
    .values(row)
    .onConflict((known) => known.columns(['town_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) {
    // Another request with the same patrol was quicker.
    const quicker = await patrolSentBefore(desk, actor, id, sent_hash);
    if (quicker === undefined) throw new Error(`Patrol ${id} is neither written nor there`);
    return quicker;
  }
  await writePatrolVersion(desk, actor.accountId, row.id, 1, said, null);
  const patrol = { uuid: row.id, unitUuid: where.unit, place: where.place, blockUuid: where.block, patrolledOn: on };
  await recordFindings(desk, actor, patrol, findings, 0, (index) => `input.findings.${index}`);
  return patrolNow(desk, row.id);
}

/** Where a patrol is made: along a route or at a place, in which unit, and for which block it counts. */
async function readWhere(desk: Desk, actor: Actor, { route, place }: RecordPatrolInput, on: string) {
  if ((route == null) === (place == null)) throw badInput('input.route', 'patrolOfRouteOrPlace');
  if (place != null) return { route: null, ...(await readPlace(desk, actor, place, on)) };
  const known = await getRouteFor(desk, actor, 'patrol:record', route ?? '', 'input.route');
  if (on < known.validFrom) throw badInput('input.on', 'dateBeforeBeginning', { date: known.validFrom });
  if (known.validTo !== null && on >= known.validTo) throw conflict('routeClosed', 'input.route');
  return { route: known.uuid, place: null, ...(await unitOfRoute(desk, actor, known, on)) };
}

async function readPlace(desk: Desk, actor: Actor, { unit, text }: PatrolPlaceInput, on: string) {
  const needs = { actor, permission: 'patrol:record' } as const;
  const where = await unitOfPlace(desk, needs, unit, on, { unit: 'input.place.unit', on: 'input.on' });
  return { place: oneLine(text, 'input.place.text', longestPlace), ...where };
}

/** Where a route leads on a day: in its unit, or in what that has gone into. */
async function unitOfRoute(desk: Desk, actor: Actor, { unitUuid }: PatrolRouteType, on: string): Promise<UnitOfPlace> {
  const [timeline, links] = await Promise.all([desk.load(timelineOf, desk.town), desk.load(lineageOfTowns, desk.town)]);
  const unit = standsIn(timeline, links, unitUuid, on);
  if (unit === null) throw conflict('unitClosed', 'input.route');
  const place = await placeOfPatrol(desk, { townId: desk.town, unitUuid: unit });
  if (!reaches(actor, 'patrol:record', place)) throw notFound('input.route');
  return { unit, block: blockOver(timeline, unit, on) };
}
