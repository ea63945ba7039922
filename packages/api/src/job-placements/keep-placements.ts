import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { stateOn } from '../db/versions.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { householdsById, reachesHousehold } from '../households/find-household.ts';
import { getResidentFor } from '../residents/find-resident.ts';
import { staysOf } from '../residents/resident-rows.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { blockOn } from '../visits/record-visit.ts';
import type { RecordJobPlacementInput } from './job-placement.input.ts';
import { type PlacementRow, selectPlacements } from './placement-rows.ts';

/** What the input of a change of a job names. */
interface Changed {
  jobPlacement: string;
  expectedVersion?: number | null;
}

/**
 * Records a job that was found for a resident. Returns its id in the town.
 * Errors: NOT_FOUND on input.resident out of the actor's reach; BAD_INPUT on input.employer, input.post, input.foundBy, or input.on
 * ahead; CONFLICT on input.resident where they are in no household of the town on the day.
 */
export async function recordJobPlacement(desk: Desk, actor: Actor, input: RecordJobPlacementInput): Promise<string> {
  await holdTree(desk);
  const resident = await getResidentFor(desk, actor, 'relief:apply', input.resident);
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  const stay = stateOn(await desk.load(staysOf, { townId: desk.town, uuid: resident.uuid }), on);
  const key = { townId: desk.town, uuid: stay?.household_id ?? '' };
  const household = stay && (await desk.load(householdsById, key));
  if (!household) throw conflict('notMemberThen', 'input.resident');
  const id = newId();
  await desk.db
    .insertInto('job_placement')
    .values({
      ...{ town_id: desk.town, id, resident_id: resident.uuid, household_id: household.uuid },
      ...{ block_id: await blockOn(desk, household, on), found_on: on, left_on: null },
      employer: oneLine(input.employer, 'input.employer'),
      post: oneLine(input.post, 'input.post'),
      found_by: input.foundBy == null ? null : oneLine(input.foundBy, 'input.foundBy'),
      recorded_at: desk.now,
      recorded_by: actor.accountId,
      withdrawn_at: null,
      withdrawn_because: null,
      version: 1,
    })
    .execute();
  return id;
}

/**
 * Puts down that a resident has left a job. Returns its id in the town.
 * Errors: NOT_FOUND on input.jobPlacement out of the actor's reach; CONFLICT on input.expectedVersion, or on input.jobPlacement that
 * was left or withdrawn before; BAD_INPUT on input.on ahead or before the first day.
 */
export async function endJobPlacement(
  desk: Desk,
  actor: Actor,
  input: Changed & { on?: string | null },
): Promise<string> {
  const row = await holdPlacement(desk, actor, input);
  if (row.left_on !== null) throw conflict('jobLeft', 'input.jobPlacement', { date: row.left_on });
  const on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  if (on < row.found_on) throw badInput('input.on', 'stepBefore', { date: row.found_on });
  return change(desk, row, { left_on: on });
}

/**
 * Withdraws a job that was recorded by mistake: it stays in the record and is not counted. Returns its id in the town.
 * Errors: NOT_FOUND on input.jobPlacement out of the actor's reach; CONFLICT on input.expectedVersion, or on input.jobPlacement that
 * was withdrawn before; BAD_INPUT on input.reason.
 */
export async function withdrawJobPlacement(
  desk: Desk,
  actor: Actor,
  input: Changed & { reason: string },
): Promise<string> {
  const row = await holdPlacement(desk, actor, input);
  const withdrawn_because = paragraphs(input.reason, 'input.reason');
  return change(desk, row, { withdrawn_at: desk.now, withdrawn_because });
}

async function holdPlacement(
  desk: Desk,
  actor: Actor,
  { jobPlacement, expectedVersion }: Changed,
): Promise<PlacementRow> {
  const field = 'input.jobPlacement';
  const row = await selectPlacements(desk)
    .where('j.town_id', '=', desk.town)
    .where('j.id', '=', requireIdIn(desk.town, jobPlacement, 'JobPlacement', field))
    .forUpdate('j')
    .executeTakeFirst();
  const household = { townId: desk.town, uuid: row?.household_id ?? '' };
  if (!row || !(await reachesHousehold(desk, actor, 'relief:apply', household))) throw notFound(field);
  requireVersion(row, expectedVersion);
  if (row.withdrawn_at !== null) throw conflict('jobWithdrawn', field);
  return row;
}

async function change(
  desk: Desk,
  { id, version }: PlacementRow,
  columns: { left_on: string } | { withdrawn_at: Date; withdrawn_because: string },
): Promise<string> {
  await desk.db
    .updateTable('job_placement')
    .set({ ...columns, version: version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  return id;
}
