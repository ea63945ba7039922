import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { globalId } from '../schema/global-id.ts';
import { personName } from './invented.ts';

/** Who does and records what a demo tells: the administrator's account of the desk's town. */
export function demoActor(desk: Desk): Promise<Actor> {
  return desk.load(administrators, desk.town);
}

/** Batch of the administrators' accounts of towns. One statement. */
async function administrators(desk: Desk, towns: readonly number[]): Promise<Actor[]> {
  const names = towns.map((town) => `admin-${town}`);
  const accounts = await desk.db
    .selectFrom('town_account')
    .select(['account_id', 'name', 'display_name', 'person_id'])
    .where('town_id', 'in', [...towns])
    .where('name', 'in', names)
    .execute();
  return towns.map((townId, index) => {
    const account = accounts.find(({ name }) => name === names[index]);
    if (!account) throw new Error(`The town has no account ${names[index]}`);
    const held = { townId, role: 'TOWN_ADMINISTRATOR' as const, unitId: null, teamId: null };
    const { account_id: accountId, name, display_name: displayName, person_id: personId } = account;
    return {
      accountId,
      name,
      displayName,
      homeTown: null,
      assignments: [{ id: randomUUID(), ...held, personId }],
      offices: [],
    };
  });
}

/** Registers an invented person. Returns their global id. */
export async function inventPerson(desk: Desk, next: (below: number) => number): Promise<string> {
  const person = { town_id: desk.town, id: newId(), name: personName(next) };
  await desk.db.insertInto('person').values(person).execute();
  return globalId('Person', desk.town, person.id);
}
