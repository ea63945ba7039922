import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { dayOfStep } from '../handling/day-of-step.ts';
import { stepRow } from '../handling/step-row.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { type FindingRow, selectFindings } from './inspection-finding-rows.ts';
import { type FindingKind, type FindingStep, findingTransition } from './inspection-terms.ts';
import type { InspectionPlaceType } from './place.type.ts';
import { placesById, reachesInspected } from './place-rows.ts';
import { checksById } from './round-parts.ts';

/** What the input of every step has. */
interface StepAsked {
  finding: string;
  on?: string | null;
  expectedVersion?: number | null;
}

/** What a step is taken with. */
interface Taking {
  row: FindingRow;
  place: InspectionPlaceType;
  on: string;
}

/** What a step brings. */
interface Brought {
  text?: string;
  kind?: FindingKind;
  request_id?: string | null;
}

/**
 * Takes a step with the finding that an input names, as `work` answers it. It is held for it: of two at once the second finds what the
 * first has made of it. Returns its id in the town.
 * Errors: NOT_FOUND on input.finding, also where the actor may not record inspections there; CONFLICT on input.expectedVersion, or on
 * input.finding where the check was withdrawn or it is in no state for the step; BAD_INPUT on input.on ahead or before the last step;
 * those of `work`.
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
    .where('f.id', '=', requireIdIn(desk.town, input.finding, 'InspectionFinding', 'input.finding'))
    .forUpdate()
    .executeTakeFirst();
  const place = row && (await placeOfCheck(desk, row.check_id));
  if (!row || !place || !(await reachesInspected(desk, actor, 'inspection:record', place))) {
    throw notFound('input.finding');
  }
  if (row.withdrawn) throw conflict('roundWithdrawn', 'input.finding');
  requireVersion(row, input.expectedVersion);
  const transition = findingTransition(row.state, step);
  if (!transition) throw conflict('findingStepNotNow', 'input.finding');
  const on = await dayOfStep(desk, 'inspectionFinding', [row.id], input.on);
  const { text, kind = row.kind, request_id = row.request_id } = await work({ row, place, on });
  const after = { kind, state: transition.to ?? row.state, request_id, version: row.version + 1 };
  // What is a request is mended as that goes; a note to it changes nothing about it.
  const mended = after.state === 'REQUESTED' ? row.state === 'REQUESTED' && row.mended : after.state === 'MENDED';
  await desk.db
    .insertInto('inspection_finding_event')
    .values({
      ...stepRow(desk, actor, step, after, text),
      ...{ finding_id: row.id, happened_on: on, kind },
      // The request is named by the step that raised it alone: naming it again would hold it, while a step of the request waits
      // for the finding.
      request_id: step === 'RAISE' ? request_id : null,
    })
    .execute();
  await desk.db
    .updateTable('inspection_finding')
    .set({ ...after, mended })
    .where('town_id', '=', desk.town)
    .where('id', '=', row.id)
    .execute();
  return row.id;
}

/** The place that was checked. */
export async function placeOfCheck(desk: Desk, check: string): Promise<InspectionPlaceType | undefined> {
  const known = await desk.load(checksById, { townId: desk.town, uuid: check });
  return known && (await desk.load(placesById, { townId: desk.town, uuid: known.placeUuid }));
}
