import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { requirePhotos } from '../photos/add-photo.ts';
import { requestsById } from '../requests/request-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { photosOfFindings, wordsOf } from './finding-rows.ts';
import type {
  ActOnPatrolFindingInput,
  CorrectPatrolFindingInput,
  DeclinePatrolFindingInput,
  FollowUpPatrolFindingInput,
  PassOnPatrolFindingInput,
  RaisePatrolFindingInput,
  ReopenPatrolFindingInput,
} from './patrol-finding.input.ts';
import { raiseFromPatrol } from './raise-from-patrol.ts';
import { mostPhotos, passingOf, readPlace } from './record-findings.ts';
import { takeFindingStep } from './take-finding-step.ts';

/** Writes anew what it says and where it is. Errors: those of takeFindingStep; BAD_INPUT on input.text or input.place. */
export function correctPatrolFinding(desk: Desk, actor: Actor, input: CorrectPatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'CORRECT', () => ({
    text: paragraphs(input.text, 'input.text'),
    place: readPlace(input.place, 'input.place'),
  }));
}

/** Notes that it was acted on. Errors: those of takeFindingStep; BAD_INPUT on input.done; those of requirePhotos. */
export function actOnPatrolFinding(desk: Desk, actor: Actor, input: ActOnPatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'ACT', async () => ({
    text: paragraphs(input.done, 'input.done'),
    photos: await requirePhotos(desk, actor, input.photos ?? [], 'input.photos', mostPhotos),
  }));
}

/**
 * Raises it as a request about the place in the unit that is there on the day, with the photographs it was recorded with.
 * Errors: those of takeFindingStep; CONFLICT on input.finding where no unit is there any more; those of raiseRequest on
 * input.request.
 */
export function raisePatrolFinding(desk: Desk, actor: Actor, input: RaisePatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'RAISE', async ({ row, patrol, on }) => {
    const key = { townId: desk.town, uuid: row.id };
    const [words, photos, timeline, links] = await Promise.all([
      wordsOf(desk, key),
      desk.load(photosOfFindings, key),
      desk.load(timelineOf, desk.town),
      desk.load(lineageOfTowns, desk.town),
    ]);
    const unit = standsIn(timeline, links, patrol.unitUuid, on);
    if (unit === null) throw conflict('unitClosed', 'input.finding');
    const recorded = photos.filter(({ seq }) => seq === 1).map(({ photo }) => globalId('Photo', desk.town, photo.uuid));
    const said = {
      ...{ text: words.text ?? '', place: words.place, photos: recorded },
      photosBy: await recordedBy(desk, row.id),
    };
    const where = { ...patrol, unitUuid: unit };
    const request = await raiseFromPatrol(desk, actor, where, said, input.request, 'input.request', on);
    return { after: { request_id: request } };
  });
}

/** Passes it to a party outside. Errors: those of takeFindingStep, and of passingOf on input.passing. */
export function passOnPatrolFinding(desk: Desk, actor: Actor, input: PassOnPatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'PASS_ON', ({ on }) =>
    passingOf(desk, input.passing, on, 'input.passing'),
  );
}

/** Notes why it is not adopted. Errors: those of takeFindingStep; BAD_INPUT on input.reason. */
export function declinePatrolFinding(desk: Desk, actor: Actor, input: DeclinePatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'DECLINE', () => ({ text: paragraphs(input.reason, 'input.reason') }));
}

/** Notes how it went on. Errors: those of takeFindingStep; BAD_INPUT on input.note; those of requirePhotos. */
export function followUpPatrolFinding(desk: Desk, actor: Actor, input: FollowUpPatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'FOLLOW_UP', async () => ({
    text: paragraphs(input.note, 'input.note'),
    photos: await requirePhotos(desk, actor, input.photos ?? [], 'input.photos', mostPhotos),
  }));
}

/**
 * Opens it again. Errors: those of takeFindingStep; BAD_INPUT on input.reason; CONFLICT on input.finding where the request
 * as which it was raised is not withdrawn.
 */
export function reopenPatrolFinding(desk: Desk, actor: Actor, input: ReopenPatrolFindingInput): Promise<string> {
  return takeFindingStep(desk, actor, input, 'REOPEN', async ({ row }) => {
    const text = paragraphs(input.reason, 'input.reason');
    const key = { townId: desk.town, uuid: row.request_id ?? '' };
    const request = row.request_id === null ? undefined : await desk.load(requestsById, key);
    if (request && request.state !== 'WITHDRAWN') throw conflict('findingRequested', 'input.finding');
    return { text, after: { request_id: null } };
  });
}

/** The account that recorded a finding, and with it its photographs. */
async function recordedBy(desk: Desk, finding: string): Promise<string> {
  const { recorded_by } = await desk.db
    .selectFrom('patrol_finding_event')
    .select('recorded_by')
    .where('town_id', '=', desk.town)
    .where('finding_id', '=', finding)
    .where('seq', '=', 1)
    .executeTakeFirstOrThrow();
  return recorded_by;
}
