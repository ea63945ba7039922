import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import type { VoteChoice } from './deliberation-states.ts';
import { type HeldDeliberation, holdDeliberation } from './hold-deliberation.ts';
import type { DeliberationVoterType } from './vote.type.ts';
import { reachesVoter, votersById } from './voter-rows.ts';

/** A voter whose deliberation is held, and the vote of theirs that holds. */
export interface HeldVoter {
  voter: DeliberationVoterType;
  deliberation: HeldDeliberation;
  vote: { id: string; choice: VoteChoice } | undefined;
}

/** The voter that an input names, with the deliberation held. Errors: NOT_FOUND on input.voter. */
export function holdNamedVoter(desk: Desk, actor: Actor, id: string): Promise<HeldVoter> {
  const field = 'input.voter';
  return holdVoter(desk, actor, requireIdIn(desk.town, id, 'DeliberationVoter', field), field);
}

/**
 * A voter by their id in the town, with the deliberation held, for whoever records their votes.
 * Errors: NOT_FOUND on `field`.
 */
export async function holdVoter(desk: Desk, actor: Actor, uuid: string, field: string): Promise<HeldVoter> {
  const voter = await desk.load(votersById, { townId: desk.town, uuid });
  if (!voter) throw notFound(field);
  const deliberation = await holdDeliberation(desk, actor, voter.deliberationUuid, field);
  if (!(await reachesVoter(desk, actor, voter, deliberation.block_id))) throw notFound(field);
  const vote = await desk.db
    .selectFrom('deliberation_vote')
    .select(['id', 'choice'])
    .where('town_id', '=', desk.town)
    .where('voter_id', '=', uuid)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return { voter, deliberation, vote };
}
