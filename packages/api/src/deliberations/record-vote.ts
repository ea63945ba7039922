import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { paragraphs } from '../schema/text.ts';
import type { VoteChoice } from './deliberation-states.ts';
import { type HeldVoter, holdNamedVoter } from './hold-voter.ts';
import { mostObjections, writeObjections } from './record-objection.ts';

/**
 * Records how somebody votes, with why they do not vote for it. Returns the deliberation's id in the town.
 * Errors: those of holdNamedVoter and requireVoting; CONFLICT on input.voter who has voted; BAD_INPUT on input.objections with a vote for it or
 * too many, or on one of them.
 */
export async function recordVote(
  desk: Desk,
  actor: Actor,
  input: { voter: string; choice: VoteChoice; objections?: string[] | null },
): Promise<string> {
  const { voter, deliberation, vote } = await holdNamedVoter(desk, actor, input.voter);
  requireVoting(deliberation);
  if (vote) throw conflict('votedAlready', 'input.voter');
  const objections = input.objections ?? [];
  if (objections.length > mostObjections) throw badInput('input.objections', 'tooMany', { most: mostObjections });
  if (objections.length > 0 && input.choice === 'FOR') throw badInput('input.objections', 'objectsButIsFor');
  const texts = objections.map((text, index) => paragraphs(text, `input.objections.${index}`));
  const id = newId();
  await desk.db
    .insertInto('deliberation_vote')
    .values({
      ...{ town_id: desk.town, id, deliberation_id: deliberation.id, voter_id: voter.uuid, choice: input.choice },
      ...{ recorded_at: desk.now, recorded_by: actor.accountId },
      ...{ withdrawn_at: null, withdrawn_by: null, withdrawn_because: null },
    })
    .execute();
  await writeObjections(desk, actor, deliberation, id, texts);
  return deliberation.id;
}

/**
 * Withdraws the vote that somebody cast, with what they objected; they may vote anew. Returns the deliberation's id in the town.
 * Errors: those of holdNamedVoter and requireVoting; CONFLICT on input.voter who has not voted; BAD_INPUT on input.reason.
 */
export async function withdrawVote(
  desk: Desk,
  actor: Actor,
  input: { voter: string; reason: string },
): Promise<string> {
  const { deliberation, vote } = await holdNamedVoter(desk, actor, input.voter);
  requireVoting(deliberation);
  if (!vote) throw conflict('notVoted', 'input.voter');
  const withdrawn_because = paragraphs(input.reason, 'input.reason');
  await desk.db
    .updateTable('deliberation_vote')
    .set({ withdrawn_at: desk.now, withdrawn_by: actor.accountId, withdrawn_because })
    .where('town_id', '=', desk.town)
    .where('id', '=', vote.id)
    .execute();
  await desk.db
    .updateTable('deliberation_objection')
    .set({ withdrawn: true })
    .where('town_id', '=', desk.town)
    .where('vote_id', '=', vote.id)
    .execute();
  return deliberation.id;
}

/** Errors: CONFLICT on input.voter where the vote is over. A deliberation has voters from when its vote is opened. */
function requireVoting({ state, closes_at }: HeldVoter['deliberation']): void {
  if (state !== 'VOTING') throw conflict('voteClosed', 'input.voter', { at: shanghai(closes_at) });
}

/** A moment as people in Shanghai say it, to the minute. */
function shanghai(moment: Date | null): string {
  return moment === null ? '' : new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
