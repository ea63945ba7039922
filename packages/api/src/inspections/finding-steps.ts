import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import { requestsById } from '../requests/request-rows.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type {
  AddInspectionFindingInput,
  CorrectInspectionFindingInput,
  FollowUpInspectionFindingInput,
  MendInspectionFindingInput,
  RaiseInspectionFindingInput,
  ReopenInspectionFindingInput,
} from './inspection-finding.input.ts';
import { textOf } from './inspection-finding-rows.ts';
import { placeNear, reachesInspected } from './place-rows.ts';
import { mostFindings, readFinding, recordFindings } from './record-found.ts';
import { placeOfCheck, takeFindingStep } from './take-finding-step.ts';

/**
 * Adds what was left out when a round was recorded. Returns the finding's id in the town.
 * Errors: NOT_FOUND on input.check; CONFLICT there where it was withdrawn; BAD_INPUT on input.finding where it has too many, or below it.
 */
export async function addInspectionFinding(
  desk: Desk,
  actor: Actor,
  input: AddInspectionFindingInput,
): Promise<string> {
  await holdTree(desk);
  const uuid = requireIdIn(desk.town, input.check, 'InspectionCheck', 'input.check');
  const check = await desk.db
    .selectFrom('inspection_check')
    .select(['id', 'block_id', 'inspected_on', 'withdrawn'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .forUpdate()
    .executeTakeFirst();
  const place = check && (await placeOfCheck(desk, check.id));
  if (!check || !place || !(await reachesInspected(desk, actor, 'inspection:record', place))) {
    throw notFound('input.check');
  }
  if (check.withdrawn) throw conflict('roundWithdrawn', 'input.check');
  const { known } = await desk.db
    .selectFrom('inspection_finding')
    .select((all) => all.fn.countAll<number>().as('known'))
    .where('town_id', '=', desk.town)
    .where('check_id', '=', check.id)
    .executeTakeFirstOrThrow();
  if (known >= mostFindings) throw badInput('input.finding', 'tooMany', { most: mostFindings });
  const found = [readFinding(input.finding, 'input.finding')];
  const line = { id: check.id, block: check.block_id, found, known };
  const [id] = await recordFindings(desk, actor, check.inspected_on, [line]);
  if (id === undefined) throw new Error('One was to be recorded');
  return id;
}

/** Writes anew what it says. Errors: those of takeFindingStep; BAD_INPUT on input.text. */
export function correctInspectionFinding(
  desk: Desk,
  actor: Actor,
  input: CorrectInspectionFindingInput,
): Promise<string> {
  return takeFindingStep(desk, actor, input, 'CORRECT', ({ row }) => ({
    text: paragraphs(input.text, 'input.text'),
    kind: input.kind ?? row.kind,
  }));
}

/** Notes how it goes on. Errors: those of takeFindingStep; BAD_INPUT on input.note. */
export function followUpInspectionFinding(
  desk: Desk,
  actor: Actor,
  input: FollowUpInspectionFindingInput,
): Promise<string> {
  return takeFindingStep(desk, actor, input, 'FOLLOW_UP', () => ({ text: paragraphs(input.note, 'input.note') }));
}

/** Notes that it was mended. Errors: those of takeFindingStep; BAD_INPUT on input.done. */
export function mendInspectionFinding(desk: Desk, actor: Actor, input: MendInspectionFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'MEND', () => ({ text: paragraphs(input.done, 'input.done') }));
}

/**
 * Raises it as a request about the place in the unit that is there on the day. Errors: those of takeFindingStep; CONFLICT on
 * input.finding where no unit is there any more; those of raiseRequest on input.request.
 */
export function raiseInspectionFinding(desk: Desk, actor: Actor, input: RaiseInspectionFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'RAISE', async ({ row, place, on }) => {
    const [description, { name }, timeline, links] = await Promise.all([
      textOf(desk, { townId: desk.town, uuid: row.id }),
      placeNear(desk, place, on),
      desk.load(timelineOf, desk.town),
      desk.load(lineageOfTowns, desk.town),
    ]);
    const unit = standsIn(timeline, links, place.unitUuid, on);
    if (unit === null) throw conflict('unitClosed', 'input.finding');
    const about = { description, place: { unit: globalId('Unit', desk.town, unit), text: name }, on };
    const asked = { ...input.request, ...about, source: 'INSPECTION' as const };
    return { request_id: (await raiseRequest(desk, actor, asked, 'input.request')).uuid };
  });
}

/**
 * Opens it again. Errors: those of takeFindingStep; BAD_INPUT on input.reason; CONFLICT on input.finding where the request as which it
 * was raised is not withdrawn.
 */
export function reopenInspectionFinding(
  desk: Desk,
  actor: Actor,
  input: ReopenInspectionFindingInput,
): Promise<string> {
  return takeFindingStep(desk, actor, input, 'REOPEN', async ({ row }) => {
    const text = paragraphs(input.reason, 'input.reason');
    const key = { townId: desk.town, uuid: row.request_id ?? '' };
    const request = row.request_id === null ? undefined : await desk.load(requestsById, key);
    if (request && request.state !== 'WITHDRAWN') throw conflict('findingRequested', 'input.finding');
    return { text, request_id: null };
  });
}
