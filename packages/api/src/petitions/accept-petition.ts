import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { paragraphs } from '../schema/text.ts';
import { holdTree } from '../towns/lock-tree.ts';
import { unitToDeal } from '../units/standing-under.ts';
import { readAccused, requireNoneOfAccused, requireNotAccused } from './accused.ts';
import { answerDue } from './petition-deadlines.ts';
import type { PetitionClass } from './petition-states.ts';
import { type PetitionStepAsked, takePetitionStep } from './take-petition-step.ts';

/**
 * Accepts a petition, which sets the day by which it is to be answered, or hands one that is accepted to somebody else.
 * Returns its id in the town. Errors: those of takePetitionStep and readAccused; NOT_FOUND on input.holder, CONFLICT where
 * they are of the unit accused; CONFLICT on input.accused where that is the unit which the petition is with, or where somebody of the
 * emergency group is of a unit that is only named now.
 */
export async function acceptPetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { holder: string; class?: PetitionClass | null; accused?: string | null },
): Promise<string> {
  await holdTree(desk);
  return takePetitionStep(desk, actor, input, 'ACCEPT', async (row, on) => {
    const holder_id = await requireOfTown(desk, 'person', input.holder, 'input.holder');
    const kind = input.class ?? row.class;
    const accused_id = kind === 'ACCUSATION' ? row.accused_id : null;
    const named = input.accused == null ? accused_id : await readAccused(desk, input.accused, kind, on);
    await requireNotAccused(desk, named, row.unit_id, 'input.accused', 'petitionWithAccused');
    await requireNoneOfAccused(desk, named, [holder_id], () => 'input.holder');
    if (named !== row.accused_id) {
      await requireNoneOfAccused(desk, named, await groupOf(desk, row.id), () => 'input.accused');
    }
    const begun = row.accepted_on === null ? { accepted_on: on, due_on: answerDue(on) } : {};
    return { changes: { holder_id, class: kind, accused_id: named, ...begun } };
  });
}

/** Who is in the emergency group of a petition, by their ids in the town. */
async function groupOf(desk: Desk, petition: string): Promise<string[]> {
  const members = await desk.db
    .selectFrom('petition_group_member')
    .select('person_id')
    .where('town_id', '=', desk.town)
    .where('petition_id', '=', petition)
    .execute();
  return members.map((each) => each.person_id);
}

/** Does not accept a petition. Returns its id in the town. Errors: those of takePetitionStep; BAD_INPUT on input.reason. */
export function declinePetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { reason: string },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'DECLINE', () => ({
    changes: { due_on: null },
    text: paragraphs(input.reason, 'input.reason'),
  }));
}

/**
 * Gives a petition to another unit, or to the town itself, where somebody has to take it; its deadline runs on. Returns
 * its id in the town.
 * Errors: those of takePetitionStep; NOT_FOUND, BAD_INPUT or CONFLICT on input.unit, the latter also where it is accused; BAD_INPUT on input.reason.
 */
export async function transferPetition(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { unit?: string | null; reason: string },
): Promise<string> {
  await holdTree(desk);
  return takePetitionStep(desk, actor, input, 'TRANSFER', async (row, on) => {
    const unit_id = await unitToDeal(desk, input.unit, on, 'input.unit');
    await requireNotAccused(desk, row.accused_id, unit_id, 'input.unit');
    if (unit_id === row.unit_id) throw conflict('petitionThere', 'input.unit');
    return { changes: { unit_id, holder_id: null }, text: paragraphs(input.reason, 'input.reason') };
  });
}
