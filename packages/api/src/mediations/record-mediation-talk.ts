import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { paragraphs } from '../schema/text.ts';
import { requirePresent } from './mediation-parties.ts';
import { type MediationStepAsked, takeMediationStep } from './take-mediation-step.ts';

/**
 * Puts down a talk with one party apart or with several together. Returns the mediation's id in the town.
 * Errors: those of takeMediationStep; BAD_INPUT on input.parties for none or input.said; NOT_FOUND on
 * input.parties.N, also for one that has left.
 */
export function recordMediationTalk(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { parties: string[]; said: string },
): Promise<string> {
  return takeMediationStep(desk, actor, input, 'TALK', async (row, on) => {
    const said = paragraphs(input.said, 'input.said');
    if (input.parties.length === 0) throw badInput('input.parties', 'required');
    const parties = await requirePresent(desk, row.id, input.parties);
    const talk = { town_id: desk.town, id: newId(), mediation_id: row.id, held_on: on, said };
    await desk.db
      .insertInto('mediation_talk')
      .values({ ...talk, recorded_at: desk.now })
      .execute();
    await desk.db
      .insertInto('mediation_talk_party')
      .values(
        parties.map((party_id) => ({
          ...{ town_id: desk.town, id: newId(), talk_id: talk.id, party_id },
        })),
      )
      .execute();
    return {};
  });
}
