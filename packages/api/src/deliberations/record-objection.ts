import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { paragraphs } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import { objectingStates } from './deliberation-states.ts';
import type { HeldDeliberation } from './hold-deliberation.ts';
import { holdNamedVoter } from './hold-voter.ts';

/** How many objections somebody has at the most. */
export const mostObjections = 20;

/**
 * Records why somebody did not vote for it, also after the vote: reasons are sought out. Returns the deliberation's id in the town.
 * Errors: those of holdNamedVoter and requireObjecting; CONFLICT on input.voter who has not voted, or voted for it; BAD_INPUT on input.text, or
 * on input.voter with too many.
 */
export async function recordObjection(
  desk: Desk,
  actor: Actor,
  input: { voter: string; text: string },
): Promise<string> {
  const { deliberation, vote } = await holdNamedVoter(desk, actor, input.voter);
  requireObjecting(deliberation, 'input.voter');
  if (!vote) throw conflict('notVoted', 'input.voter');
  if (vote.choice === 'FOR') throw conflict('objectsButIsFor', 'input.voter');
  const text = paragraphs(input.text, 'input.text');
  const { count } = await desk.db
    .selectFrom('deliberation_objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('town_id', '=', desk.town)
    .where('vote_id', '=', vote.id)
    .executeTakeFirstOrThrow();
  if (count >= mostObjections) throw badInput('input.voter', 'tooMany', { most: mostObjections });
  await writeObjections(desk, actor, deliberation, vote.id, [text]);
  return deliberation.id;
}

/** Errors: CONFLICT on `field` where the work has begun, or the deliberation is called off. */
export function requireObjecting({ state }: HeldDeliberation, field: string): void {
  if (!objectingStates.includes(state)) throw conflict('deliberationStepNotNow', field);
}

/** Writes what somebody objects with a vote. One statement at the most. */
export async function writeObjections(
  desk: Desk,
  actor: Actor,
  { id: deliberation_id, block_id }: HeldDeliberation,
  vote: string,
  texts: readonly string[],
): Promise<void> {
  if (texts.length === 0) return;
  await desk.db
    .insertInto('deliberation_objection')
    .values(
      texts.map((text) => ({
        ...{
          town_id: desk.town,
          id: newId(),
          deliberation_id,
          vote_id: vote,
          text,
          raised_on: dayOf(desk.now),
          block_id,
        },
        ...{ withdrawn: false, answered: false, recorded_at: desk.now, recorded_by: actor.accountId },
      })),
    )
    .execute();
}
