import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import type { EvidenceKind } from '../handling/classes.ts';
import { addRequestEvidence } from '../requests/handle-request.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { numberWithin } from '../schema/number.ts';
import { oneLine, paragraphs } from '../schema/text.ts';
import { requestsOfDeliberations } from './deliberation-parts.ts';
import { reachesUnit } from './deliberation-reach.ts';
import type { MeetingKind } from './deliberation-states.ts';
import { holdDeliberation } from './hold-deliberation.ts';
import { type DeliberationStepAsked, takeDeliberationStep } from './take-deliberation-step.ts';

const mostPresent = 10_000;
const longestPlace = 100;
/** The minutes come to a request with the day, the place and how many came, within what evidence has room for. */
const longestMinutes = 1800;

/** Puts down a meeting. Returns the deliberation's id in the town. Errors: those of takeDeliberationStep; BAD_INPUT on the field at fault. */
export function holdMeeting(
  desk: Desk,
  actor: Actor,
  input: DeliberationStepAsked & { kind: MeetingKind; place: string; present: number; minutes: string },
): Promise<string> {
  return takeDeliberationStep(desk, actor, input, 'MEET', async ({ id }, on) => {
    const place = oneLine(input.place, 'input.place', longestPlace);
    const present = numberWithin(input.present, [1, mostPresent], 'input.present');
    const minutes = paragraphs(input.minutes, 'input.minutes', longestMinutes);
    await desk.db
      .insertInto('deliberation_meeting')
      .values({
        ...{ town_id: desk.town, id: newId(), deliberation_id: id, kind: input.kind, held_on: on, place, present },
        ...{ minutes, recorded_at: desk.now, recorded_by: actor.accountId },
      })
      .execute();
    return {};
  });
}

const evidenceOf: Readonly<Record<MeetingKind, EvidenceKind>> = {
  RESIDENTS: 'RESIDENTS_MEETING',
  PARTY: 'PARTY_MEETING',
};

/**
 * Gives the minutes of a meeting to a request that led to the deliberation, as the evidence that its class asks for: it stands in the request's own
 * history. Returns the deliberation's id in the town.
 * Errors: NOT_FOUND on input.meeting that the actor does not manage; CONFLICT on input.request that did not lead to it, or has them already; those of
 * addRequestEvidence.
 */
export async function giveEvidence(
  desk: Desk,
  actor: Actor,
  input: { meeting: string; request: string },
): Promise<string> {
  const field = 'input.meeting';
  const meeting = await desk.db
    .selectFrom('deliberation_meeting')
    .select(['id', 'deliberation_id', 'kind', 'held_on', 'place', 'present', 'minutes'])
    .where('town_id', '=', desk.town)
    .where('id', '=', requireIdIn(desk.town, input.meeting, 'DeliberationMeeting', field))
    .executeTakeFirst();
  if (!meeting) throw notFound(field);
  const deliberation = await holdDeliberation(desk, actor, meeting.deliberation_id, field);
  if (!(await reachesUnit(desk, actor, 'deliberation:manage', desk.town, deliberation.block_id))) throw notFound(field);
  const request_id = requireIdIn(desk.town, input.request, 'Request', 'input.request');
  const text = `${meeting.held_on} ${meeting.place}，${meeting.present} 人参加。\n${meeting.minutes}`;
  await addRequestEvidence(desk, actor, { request: input.request, kind: evidenceOf[meeting.kind], text });
  const linked = await desk.load(requestsOfDeliberations, { townId: desk.town, uuid: deliberation.id });
  if (!linked.includes(request_id)) throw conflict('requestNotOfDeliberation', 'input.request');
  const given = await desk.db
    .insertInto('deliberation_evidence')
    .values({ town_id: desk.town, id: newId(), meeting_id: meeting.id, request_id })
    .onConflict((on) => on.columns(['town_id', 'meeting_id', 'request_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!given) throw conflict('evidenceGiven', 'input.request');
  return deliberation.id;
}
