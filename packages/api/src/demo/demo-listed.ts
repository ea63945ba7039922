import type { Desk } from '../db/door.ts';
import { entriesOf } from '../handling/listed.ts';
import { globalId } from '../schema/global-id.ts';

/** The global id of a subject of requests that every town begins with. */
export async function subjectNamed(desk: Desk, name: string): Promise<string> {
  return globalId('RequestSubject', desk.town, await named(desk, 'request_subject', name));
}

/** The global id of a party outside that every town begins with. */
export async function partyNamed(desk: Desk, name: string): Promise<string> {
  return globalId('ExternalParty', desk.town, await named(desk, 'external_party', name));
}

async function named(desk: Desk, list: 'request_subject' | 'external_party', name: string): Promise<string> {
  const entry = (await desk.load(entriesOf(list), desk.town)).find((each) => each.name === name);
  if (!entry) throw new Error(`The town has no ${name}`);
  return entry.uuid;
}
