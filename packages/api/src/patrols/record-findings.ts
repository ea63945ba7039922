import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { getEntryInUse } from '../handling/listed.ts';
import { requirePhotos } from '../photos/add-photo.ts';
import { longestPlace } from '../requests/origin.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import type { PatrolType } from './patrol.type.ts';
import type { AddPatrolFindingInput, PatrolFindingInput, PatrolPassingInput } from './patrol-finding.input.ts';
import { holdPatrol } from './patrol-rows.ts';
import { raiseFromPatrol } from './raise-from-patrol.ts';
import { type FindingAfter, type StepBrought, showWithPhotos, writeFindingEvent } from './write-finding-event.ts';

/** What one patrol may bring up. */
export const mostFindings = 20;
/** Photographs that one step may have. */
export const mostPhotos = 9;

/** What of a patrol its findings are recorded by. */
export type PatrolOf = Pick<PatrolType, 'uuid' | 'unitUuid' | 'place' | 'blockUuid' | 'patrolledOn'>;

/**
 * Records what a patrol brought up, after so many that it has, with what became of each at once. A number of statements
 * for each of them. Returns their ids in the town.
 * Errors, on `fieldAt` of each: BAD_INPUT where more than one thing became of it, or on .text, .place, .photos and .actedOn
 * or .notAdopted; NOT_FOUND or CONFLICT on .passedOn.party; those of raiseRequest on .request.
 */
export async function recordFindings(
  desk: Desk,
  actor: Actor,
  patrol: PatrolOf,
  findings: readonly PatrolFindingInput[],
  known: number,
  fieldAt: (index: number) => string,
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, asked] of findings.entries()) {
    ids.push(await recordFinding(desk, actor, patrol, asked, known + index + 1, fieldAt(index)));
  }
  return ids;
}

/**
 * Adds what was left out when a patrol was recorded. Returns the finding's id in the town.
 * Errors: NOT_FOUND on input.patrol; CONFLICT there where it was withdrawn; BAD_INPUT on input.finding where it has too many;
 * those of recordFindings there.
 */
export async function addPatrolFinding(desk: Desk, actor: Actor, input: AddPatrolFindingInput): Promise<string> {
  await holdTree(desk);
  const patrol = await holdPatrol(desk, actor, 'patrol:record', input.patrol);
  const { known } = await desk.db
    .selectFrom('patrol_finding')
    .select((all) => all.fn.countAll<number>().as('known'))
    .where('town_id', '=', desk.town)
    .where('patrol_id', '=', patrol.uuid)
    .executeTakeFirstOrThrow();
  if (known >= mostFindings) throw badInput('input.finding', 'tooMany', { most: mostFindings });
  const [id] = await recordFindings(desk, actor, patrol, [input.finding], known, () => 'input.finding');
  if (id === undefined) throw new Error('One was to be recorded');
  return id;
}

async function recordFinding(
  desk: Desk,
  actor: Actor,
  patrol: PatrolOf,
  asked: PatrolFindingInput,
  position: number,
  field: string,
): Promise<string> {
  const text = paragraphs(asked.text, `${field}.text`);
  const place = readPlace(asked.place, `${field}.place`);
  const photos = await requirePhotos(desk, actor, asked.photos ?? [], `${field}.photos`, mostPhotos);
  const became = await outcomeOf(desk, actor, patrol, { ...asked, text, place }, field);
  const on = patrol.patrolledOn;
  const begun = { id: newId(), version: 1, state: 'OPEN', request_id: null, party_id: null } as const;
  const after: FindingAfter = became ? { ...begun, ...became.after, version: 2 } : begun;
  await desk.db
    .insertInto('patrol_finding')
    .values({
      ...{ ...after, town_id: desk.town, patrol_id: patrol.uuid, position, kind: asked.kind },
      acted_on: after.state === 'ACTED_ON',
      ...{ patrolled_on: on, block_id: patrol.blockUuid, withdrawn: false },
    })
    .execute();
  await writeFindingEvent(desk, actor, begun, 'RECORD', on, { text, place });
  await showWithPhotos(desk, begun, photos);
  if (became) await writeFindingEvent(desk, actor, after, became.step, on, { text: became.text });
  return after.id;
}

/** What became of it at once. Errors: those that recordFindings names. */
async function outcomeOf(
  desk: Desk,
  actor: Actor,
  patrol: PatrolOf,
  asked: PatrolFindingInput & { place: string | null },
  field: string,
): Promise<StepBrought | undefined> {
  const { actedOn, request, passedOn, notAdopted } = asked;
  const told = [actedOn, request, passedOn, notAdopted].filter((each) => each != null);
  if (told.length > 1) throw badInput(field, 'oneOutcome');
  if (actedOn != null) {
    return { step: 'ACT', after: { state: 'ACTED_ON' }, text: paragraphs(actedOn, `${field}.actedOn`) };
  }
  if (request != null) {
    const raised = await raiseFromPatrol(desk, actor, patrol, asked, request, `${field}.request`);
    return { step: 'RAISE', after: { state: 'REQUESTED', request_id: raised } };
  }
  if (passedOn != null) return passingOf(desk, passedOn, patrol.patrolledOn, `${field}.passedOn`);
  if (notAdopted != null) {
    return { step: 'DECLINE', after: { state: 'NOT_ADOPTED' }, text: paragraphs(notAdopted, `${field}.notAdopted`) };
  }
  return undefined;
}

/** To whom it is passed. Errors: NOT_FOUND or CONFLICT on `field`.party; BAD_INPUT on `field`.note. */
export async function passingOf(
  desk: Desk,
  { party, note }: PatrolPassingInput,
  on: string,
  field: string,
): Promise<StepBrought> {
  const { uuid } = await getEntryInUse(desk, 'external_party', party, `${field}.party`, on);
  const text = note == null ? undefined : paragraphs(note, `${field}.note`);
  return { step: 'PASS_ON', after: { state: 'PASSED_ON', party_id: uuid }, text };
}

/** Where it is. Errors: BAD_INPUT on `field`. */
export function readPlace(place: string | null | undefined, field: string): string | null {
  return place == null ? null : oneLine(place, field, longestPlace);
}
