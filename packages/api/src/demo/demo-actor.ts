import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { globalId } from '../schema/global-id.ts';
import { personName } from './invented.ts';

/** Who does what a demo's past tells: nobody's account, in charge of the desk's town. */
export function demoActor(desk: Desk): Actor {
  const accountId = randomUUID();
  const nowhere = { unitId: null, teamId: null, personId: null };
  const assignment = { id: randomUUID(), townId: desk.town, role: 'TOWN_ADMINISTRATOR' as const, ...nowhere };
  return { accountId, name: '', displayName: '', assignments: [assignment], offices: [] };
}

/** Registers an invented person. Returns their global id. */
export async function inventPerson(desk: Desk, next: (below: number) => number): Promise<string> {
  const person = { town_id: desk.town, id: newId(), name: personName(next) };
  await desk.db.insertInto('person').values(person).execute();
  return globalId('Person', desk.town, person.id);
}
