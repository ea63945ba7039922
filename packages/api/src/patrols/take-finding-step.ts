import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type FindingRow, selectFindings } from './finding-rows.ts';
import { type FindingStep, findingTransition } from './finding-states.ts';
import type { PatrolType } from './patrol.type.ts';
import { reachesPatrol } from './patrol-reach.ts';
import { patrolsById } from './patrol-rows.ts';
import { type StepBrought, showWithPhotos, writeFindingEvent } from './write-finding-event.ts';

/** What the input of every step has. */
interface StepAsked {
  finding: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What a step is taken with. */
interface Taking {
  row: FindingRow;
  patrol: PatrolType;
  on: string;
}

/** What a step brings; photographs by their ids in the town. */
type Brought = Omit<StepBrought, 'step'> & { photos?: readonly string[] };

/**
 * Takes a step with the finding that an input names, as `work` answers it. It is held for it: of two at once the second
 * finds what the first has made of it. Returns its id in the town.
 * Errors: NOT_FOUND on input.finding, also where the actor may not record patrols there; CONFLICT on
 * input.expectedVersion, or on input.finding where the patrol was withdrawn or it is in no state for the step; BAD_INPUT on
 * input.on ahead or before the last step; those of `work`.
 */
export async function takeFindingStep(
  desk: Desk,
  actor: Actor,
  input: StepAsked,
  step: FindingStep,
  work: (taking: Taking) => Brought | Promise<Brought>,
): Promise<string> {
  await holdTree(desk);
  const row = await selectFindings(desk)
    .where('f.town_id', '=', desk.town)
    .where('f.id', '=', requireIdIn(desk.town, input.finding, 'PatrolFinding', 'input.finding'))
    .forUpdate()
    .executeTakeFirst();
  const patrol = row && (await desk.load(patrolsById, { townId: desk.town, uuid: row.patrol_id }));
  // Whoever records patrols somewhere sees them there, too.
  if (!row || !patrol || !(await reachesPatrol(desk, actor, 'patrol:record', patrol))) throw notFound('input.finding');
  if (row.withdrawn) throw conflict('patrolWithdrawn', 'input.finding');
  requireVersion(row, input.expectedVersion);
  const transition = findingTransition(row.state, step);
  if (!transition) throw conflict('findingStepNotNow', 'input.finding');
  const on = await dayOfStep(desk, 'finding', [row.id], input.on);
  const { after: changes, text, place, photos } = await work({ row, patrol, on });
  const { id, state, request_id, party_id } = row;
  const after = { id, request_id, party_id, ...changes, state: transition.to ?? state, version: row.version + 1 };
  // What is a request is acted on as that goes; a note to it changes nothing about it.
  const acted_on = after.state === 'REQUESTED' ? state === 'REQUESTED' && row.acted_on : after.state === 'ACTED_ON';
  await writeFindingEvent(desk, actor, after, step, on, { text, place: place ?? null });
  await showWithPhotos(desk, after, photos ?? []);
  await desk.db
    .updateTable('patrol_finding')
    .set({
      state: after.state,
      acted_on,
      request_id: after.request_id,
      party_id: after.party_id,
      version: after.version,
    })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  return id;
}
