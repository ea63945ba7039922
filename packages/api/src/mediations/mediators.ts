import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict } from '../errors.ts';
import { requirePeople } from '../people/require-people.ts';
import { mediatorsOf } from './mediation-parts.ts';
import type { MediationRow } from './mediation-rows.ts';
import { type MediationStepAsked, takeMediationStep } from './take-mediation-step.ts';

const most = 10;

/** The people who are to mediate. Errors: BAD_INPUT on input.mediators for none or too many; NOT_FOUND on one of them. */
export async function readMediators(desk: Desk, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) throw badInput('input.mediators', 'required');
  if (ids.length > most) throw badInput('input.mediators', 'tooMany', { most });
  return requirePeople(desk, ids, (index) => `input.mediators.${index}`);
}

/** Writes whom a step named to mediate. One statement. */
export async function writeMediators(
  desk: Desk,
  { id, version }: Pick<MediationRow, 'id' | 'version'>,
  people: readonly string[],
): Promise<void> {
  await desk.db
    .insertInto('mediation_mediator')
    .values(
      people.map((person_id, position) => ({
        ...{ town_id: desk.town, id: newId(), mediation_id: id, seq: version, position, person_id },
      })),
    )
    .execute();
}

/**
 * Says who mediates from then on, and nobody else. Returns the mediation's id in the town.
 * Errors: those of takeMediationStep and readMediators; CONFLICT on input.mediators where they do already.
 */
export function nameMediators(
  desk: Desk,
  actor: Actor,
  input: MediationStepAsked & { mediators: string[] },
): Promise<string> {
  return takeMediationStep(desk, actor, input, 'NAME_MEDIATORS', async ({ id, version }) => {
    const people = await readMediators(desk, input.mediators);
    const present = await desk.load(mediatorsOf, { townId: desk.town, uuid: id });
    if (present.join() === people.join()) throw conflict('mediateAlready', 'input.mediators');
    await writeMediators(desk, { id, version: version + 1 }, people);
    return {};
  });
}
