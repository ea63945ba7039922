import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { requireNoneOfAccused } from './accused.ts';
import { type PetitionStepAsked, takePetitionStep } from './take-petition-step.ts';

const most = 30;

/**
 * Forms the emergency group of a petition, or adds people to it. Returns the petition's id in the town.
 * Errors: those of takePetitionStep; NOT_FOUND on input.lead or input.members.N; BAD_INPUT on input.members for nobody or
 * too many; CONFLICT on input.lead where somebody leads it, on input.members where all are in it, or on either where
 * somebody is of the unit accused.
 */
export function formEmergencyGroup(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { lead?: string | null; members: string[] },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'FORM_GROUP', async (row, on) => {
    const [lead = null] = await requirePeople(desk, input.lead == null ? [] : [input.lead], () => 'input.lead');
    const members = await requirePeople(desk, input.members, (index) => `input.members.${index}`);
    await requireNoneOfAccused(desk, row.accused_id, [...(lead === null ? [] : [lead]), ...members], (person) =>
      person === lead ? 'input.lead' : 'input.members',
    );
    const known = await desk.db
      .selectFrom('petition_group_member')
      .select(['person_id', 'lead'])
      .where('town_id', '=', desk.town)
      .where('petition_id', '=', row.id)
      .execute();
    if (lead !== null && known.some((each) => each.lead)) throw conflict('groupHasLead', 'input.lead');
    if (lead !== null && known.some((each) => each.person_id === lead)) throw conflict('inGroupAlready', 'input.lead');
    const people = [...new Set([...(lead === null ? [] : [lead]), ...members])];
    if (people.length === 0) throw badInput('input.members', 'required');
    const added = people.filter((person) => !known.some((each) => each.person_id === person));
    if (added.length === 0) throw conflict('inGroupAlready', 'input.members');
    if (known.length + added.length > most) throw badInput('input.members', 'tooMany', { most });
    await desk.db
      .insertInto('petition_group_member')
      .values(
        added.map((person, index) => ({
          town_id: desk.town,
          id: newId(),
          petition_id: row.id,
          position: known.length + index,
          person_id: person,
          lead: person === lead,
          since: on,
        })),
      )
      .execute();
    return { changes: { group_formed_on: row.group_formed_on ?? on } };
  });
}
