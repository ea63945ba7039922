import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { requirePeople } from '../people/require-people.ts';
import { paragraphs } from '../schema/text.ts';
import type { Electorate } from './deliberation-states.ts';
import { type DeliberationStepAsked, takeDeliberationStep } from './take-deliberation-step.ts';

/** Who is to vote, or is not to, and why. Ids are global ones. */
interface Named extends DeliberationStepAsked {
  households?: string[] | null;
  people?: string[] | null;
  reason: string;
}

/** How many an input names at once at the most. */
const mostNamed = 500;

/** Adds who is to vote beside the households of the unit, or at all. Returns the deliberation's id in the town. Errors: those of name. */
export function addVoters(desk: Desk, actor: Actor, input: Named): Promise<string> {
  return name(desk, actor, input, true);
}

/** Leaves out who is not to vote. Returns the deliberation's id in the town. Errors: those of name. */
export function leaveOutVoters(desk: Desk, actor: Actor, input: Named): Promise<string> {
  return name(desk, actor, input, false);
}

/**
 * Errors: those of takeDeliberationStep and readNamed; BAD_INPUT on input.reason.
 */
function name(desk: Desk, actor: Actor, input: Named, votes: boolean): Promise<string> {
  return takeDeliberationStep(desk, actor, input, votes ? 'ADD_VOTERS' : 'LEAVE_OUT', async (row, _on, seq) => {
    const named = await readNamed(desk, actor, input, row.electorate);
    const text = paragraphs(input.reason, 'input.reason');
    await desk.db
      .insertInto('deliberation_exception')
      .values(
        named.map((who) => ({ ...{ town_id: desk.town, id: newId(), deliberation_id: row.id, seq, votes }, ...who })),
      )
      .execute();
    return { voters: named.length, text };
  });
}

/**
 * Errors: BAD_INPUT on input.households or input.people for the one that does not vote here, for none or too many; NOT_FOUND on
 * input.households.N that the actor's managing does not reach, or on input.people.N.
 */
async function readNamed(desk: Desk, actor: Actor, input: Named, electorate: Electorate) {
  const households = [...new Set(input.households ?? [])];
  const people = [...new Set(input.people ?? [])];
  const [own, ownField, other, otherField] =
    electorate === 'HOUSEHOLDS'
      ? [households, 'input.households', people, 'input.people']
      : [people, 'input.people', households, 'input.households'];
  if (other.length > 0) throw badInput(otherField, 'notThisElectorate');
  if (own.length === 0) throw badInput(ownField, 'required');
  if (own.length > mostNamed) throw badInput(ownField, 'tooMany', { most: mostNamed });
  if (electorate === 'PEOPLE') {
    const found = await requirePeople(desk, people, (index) => `input.people.${index}`);
    return found.map((person_id) => ({ person_id, household_id: null }));
  }
  const permission = 'deliberation:manage';
  const found = await Promise.all(
    households.map((id, index) => getHouseholdFor(desk, actor, permission, id, `input.households.${index}`)),
  );
  return found.map(({ uuid }) => ({ household_id: uuid, person_id: null }));
}
