import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { getHouseholdFor } from '../households/find-household.ts';
import { telephoneNumber } from '../residents/telephone.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { mostRepresentatives } from './petition-deadlines.ts';
import type { PetitionWay } from './petition-states.ts';
import { type PetitionStepAsked, takePetitionStep } from './take-petition-step.ts';

/** Somebody who petitions, as an input names them. */
export interface PetitionerAsked {
  name: string;
  telephone?: string | null;
  household?: string | null;
  representative?: boolean | null;
}

/** How many petitioners one step names at most. */
const mostNamed = 100;
/** A slip of the keyboard, not a number of people. */
const mostPeople = 100_000;

/**
 * The rows of petitioners, checked, but for the petition's id; so many are named before.
 * Errors: BAD_INPUT on input.petitioners for none, too many, more than five who speak for all, or none where several come
 * in person; on the member at fault; NOT_FOUND on input.petitioners.N.household.
 */
export async function readPetitioners(
  desk: Desk,
  actor: Actor,
  asked: readonly PetitionerAsked[],
  way: PetitionWay | null,
  named = 0,
) {
  const at = 'input.petitioners';
  if (asked.length === 0) throw badInput(at, 'required');
  if (asked.length > mostNamed) throw badInput(at, 'tooMany', { most: mostNamed });
  const speaking = asked.filter(({ representative }) => representative).length;
  if (speaking > mostRepresentatives) throw badInput(at, 'tooManyRepresentatives', { most: mostRepresentatives });
  if (way === 'IN_PERSON' && asked.length > 1 && speaking === 0) throw badInput(at, 'representativesMissing');
  return Promise.all(
    asked.map(async ({ name, telephone, household, representative }, index) => ({
      town_id: desk.town,
      id: newId(),
      position: named + index,
      audit_key: randomUUID(),
      name: oneLine(name, `${at}.${index}.name`),
      telephone: telephone == null ? null : telephoneNumber(telephone, `${at}.${index}.telephone`),
      household_id:
        household == null
          ? null
          : (await getHouseholdFor(desk, actor, 'petition:record', household, `${at}.${index}.household`)).uuid,
      representative: representative ?? false,
    })),
  );
}

/** From how many people a petition is. Errors: BAD_INPUT on input.people for fewer than are named, or far too many. */
export function readPeople(asked: number | null | undefined, least: number, otherwise: number): number {
  const people = asked ?? otherwise;
  if (people < least || people > mostPeople) throw badInput('input.people', 'people', { least, most: mostPeople });
  return people;
}

/**
 * Adds people to a petition; who speaks for all stays. Returns its id in the town.
 * Errors: those of takePetitionStep and readPetitioners; BAD_INPUT on input.petitioners for one who would speak for all.
 */
export function addPetitioners(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { petitioners: PetitionerAsked[]; people?: number | null },
): Promise<string> {
  return takePetitionStep(desk, actor, input, 'ADD_PETITIONERS', async (row) => {
    if (input.petitioners.some(({ representative }) => representative)) {
      throw badInput('input.petitioners', 'chooseRepresentatives');
    }
    const known = (await namedIn(desk, row.id)).length;
    const added = await readPetitioners(desk, actor, input.petitioners, null, known);
    const people = readPeople(input.people, known + added.length, row.people + added.length);
    await desk.db
      .insertInto('petitioner')
      .values(added.map((each) => ({ ...each, petition_id: row.id })))
      .execute();
    return { changes: { people } };
  });
}

/**
 * Says which petitioners speak for all, and nobody else. Returns the petition's id in the town.
 * Errors: those of takePetitionStep; BAD_INPUT on input.representatives for none or more than five; NOT_FOUND on
 * input.representatives.N; CONFLICT on input.representatives where they do already.
 */
export function chooseRepresentatives(
  desk: Desk,
  actor: Actor,
  input: PetitionStepAsked & { representatives: string[] },
): Promise<string> {
  const at = 'input.representatives';
  return takePetitionStep(desk, actor, input, 'CHOOSE_REPRESENTATIVES', async (row) => {
    const named = await namedIn(desk, row.id);
    const chosen = new Set(
      input.representatives.map((id, index) => {
        const uuid = requireIdIn(desk.town, id, 'Petitioner', `${at}.${index}`);
        if (!named.some((each) => each.id === uuid)) throw notFound(`${at}.${index}`);
        return uuid;
      }),
    );
    if (chosen.size === 0) throw badInput(at, 'required');
    if (chosen.size > mostRepresentatives) throw badInput(at, 'tooManyRepresentatives', { most: mostRepresentatives });
    if (named.every((each) => each.representative === chosen.has(each.id)))
      throw conflict('representativesAlready', at);
    await desk.db
      .updateTable('petitioner')
      .set({ representative: sql<boolean>`id = ${anyOf(chosen)}` })
      .where('town_id', '=', desk.town)
      .where('petition_id', '=', row.id)
      .execute();
    return {};
  });
}

function namedIn(desk: Desk, petition: string) {
  return desk.db
    .selectFrom('petitioner')
    .select(['id', 'representative'])
    .where('town_id', '=', desk.town)
    .where('petition_id', '=', petition)
    .execute();
}
