import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { dayOfDeed } from '../schema/day.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import type { ObjectorReply, TalkWay } from './deliberation-states.ts';
import { holdVoter } from './hold-voter.ts';
import { answersOf, objectionsById } from './objection-rows.ts';
import { requireObjecting } from './record-objection.ts';

const field = 'input.objection';
/** How many answers an objection has at the most. */
const mostAnswers = 20;

/**
 * Answers an objection. Returns the deliberation's id in the town.
 * Errors: those of holdObjection; NOT_FOUND on input.person; BAD_INPUT on input.text, on input.on ahead or before it was raised, or on
 * input.objection with too many answers; CONFLICT there where it was taken back.
 */
export async function answerObjection(
  desk: Desk,
  actor: Actor,
  input: { objection: string; text: string; way: TalkWay; person: string; on?: string | null },
): Promise<string> {
  const { objection, deliberation, answers } = await holdObjection(desk, actor, input.objection);
  if (answers.at(-1)?.reply === 'WITHDRAWN') throw conflict('objectionTakenBack', field);
  if (answers.length >= mostAnswers) throw badInput(field, 'tooMany', { most: mostAnswers });
  const text = paragraphs(input.text, 'input.text');
  const person_id = await requireOfTown(desk, 'person', input.person, 'input.person');
  const answered_on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  if (answered_on < objection.raisedOn) throw badInput('input.on', 'stepBefore', { date: objection.raisedOn });
  await desk.db
    .insertInto('deliberation_answer')
    .values({
      ...{
        town_id: desk.town,
        id: newId(),
        objection_id: objection.uuid,
        text,
        person_id,
        way: input.way,
        answered_on,
      },
      ...{ reply: null, replied_on: null, recorded_at: desk.now, recorded_by: actor.accountId },
    })
    .execute();
  await desk.db
    .updateTable('deliberation_objection')
    .set({ answered: true })
    .where('town_id', '=', desk.town)
    .where('id', '=', objection.uuid)
    .execute();
  return deliberation.id;
}

/**
 * Puts down what who objected said to the latest answer. Returns the deliberation's id in the town.
 * Errors: those of holdObjection; CONFLICT on input.objection without an answer, or with a reply to it; BAD_INPUT on input.on ahead or before it.
 */
export async function recordReply(
  desk: Desk,
  actor: Actor,
  input: { objection: string; reply: ObjectorReply; on?: string | null },
): Promise<string> {
  const { deliberation, answers } = await holdObjection(desk, actor, input.objection);
  const answer = answers.at(-1);
  if (!answer) throw conflict('objectionUnanswered', field);
  if (answer.reply !== null) throw conflict('repliedAlready', field);
  const replied_on = dayOfDeed(input.on, dayOf(desk.now), 'input.on');
  if (replied_on < answer.answeredOn) throw badInput('input.on', 'stepBefore', { date: answer.answeredOn });
  await desk.db
    .updateTable('deliberation_answer')
    .set({ reply: input.reply, replied_on })
    .where('town_id', '=', desk.town)
    .where('id', '=', answer.uuid)
    .execute();
  return deliberation.id;
}

/** The objection that an input names, with its deliberation held. Errors: NOT_FOUND on input.objection; those of requireObjecting there. */
async function holdObjection(desk: Desk, actor: Actor, id: string) {
  const key = { townId: desk.town, uuid: requireIdIn(desk.town, id, 'DeliberationObjection', field) };
  const named = await desk.load(objectionsById, key);
  if (!named) throw notFound(field);
  const { deliberation } = await holdVoter(desk, actor, named.voterUuid, field);
  requireObjecting(deliberation, field);
  desk.forget();
  const objection = await desk.load(objectionsById, key);
  if (!objection) throw notFound(field);
  return { objection, deliberation, answers: await desk.load(answersOf, key) };
}
