import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { dayOf } from '../today.ts';
import type { ExternalPartyType, RequestSubjectType } from './handling.type.ts';

/** The town's lists that are kept in the same way, and what their entries are called. */
export const listTypes = { request_subject: 'RequestSubject', external_party: 'ExternalParty' } as const;
export type List = keyof typeof listTypes;

/** An entry of a town's list. */
export interface Listed {
  townId: number;
  uuid: string;
  name: string;
  /** Null while it is in use. */
  endedOn: string | null;
}

/** A subject as GraphQL shows it. */
export function subjectOf({ townId, uuid, name, endedOn }: Listed): RequestSubjectType {
  return { typename: 'RequestSubject', id: globalId('RequestSubject', townId, uuid), townId, uuid, name, endedOn };
}

/** A party outside as GraphQL shows it. */
export function partyOf({ townId, uuid, name, endedOn }: Listed): ExternalPartyType {
  return { typename: 'ExternalParty', id: globalId('ExternalParty', townId, uuid), townId, uuid, name, endedOn };
}

/** Batch of the entries of one of towns' lists, in the towns' order, with those that are used no more. One statement. */
export function entriesOf(list: List) {
  return batches[list].all;
}

/** Batch of entries of one of towns' lists by id. One statement. */
export function entriesById(list: List) {
  return batches[list].byId;
}

function batchesOf(list: List) {
  const all = async (desk: Desk, towns: readonly number[]): Promise<Listed[][]> => {
    const rows = await desk.db
      .selectFrom(list)
      .select(['town_id', 'id', 'name', 'ended_on'])
      .where('town_id', 'in', [...towns])
      .orderBy('position')
      .orderBy('id')
      .execute();
    const byTown = Map.groupBy(rows, (row) => row.town_id);
    return towns.map((town) =>
      (byTown.get(town) ?? []).map(({ id, name, ended_on }) => ({ townId: town, uuid: id, name, endedOn: ended_on })),
    );
  };
  const byId = (desk: Desk, keys: readonly TownKey[]) =>
    Promise.all(
      keys.map(async ({ townId, uuid }) => (await desk.load(all, townId)).find((entry) => entry.uuid === uuid)),
    );
  return { all, byId };
}

/** One each, so that what is loaded through them is loaded once. */
const batches = { request_subject: batchesOf('request_subject'), external_party: batchesOf('external_party') };

/** Puts an entry at the end of a list of the desk's town. Errors: BAD_INPUT or CONFLICT on input.name. */
export async function addEntry(desk: Desk, list: List, name: string): Promise<Listed> {
  const entries = await desk.load(entriesOf(list), desk.town);
  const free = freeName(entries, name);
  const uuid = newId();
  await desk.db
    .insertInto(list)
    .values({ town_id: desk.town, id: uuid, name: free, position: entries.length + 1, ended_on: null })
    .execute();
  return { townId: desk.town, uuid, name: free, endedOn: null };
}

/** Gives an entry another name. Errors: NOT_FOUND on `field`; BAD_INPUT or CONFLICT on input.name. */
export async function renameEntry(desk: Desk, list: List, id: string, field: string, name: string): Promise<Listed> {
  const entry = await getEntry(desk, list, id, field);
  const others = (await desk.load(entriesOf(list), desk.town)).filter((other) => other.uuid !== entry.uuid);
  const free = freeName(others, name);
  await desk.db
    .updateTable(list)
    .set({ name: free })
    .where('town_id', '=', desk.town)
    .where('id', '=', entry.uuid)
    .execute();
  return { ...entry, name: free };
}

/** Ends an entry from today on; what names it already keeps it. Errors: NOT_FOUND, or CONFLICT where it is ended, on `field`. */
export async function endEntry(desk: Desk, list: List, id: string, field: string): Promise<Listed> {
  const entry = await getEntry(desk, list, id, field);
  if (entry.endedOn !== null) throw conflict('alreadyEnded', field);
  const today = dayOf(desk.now);
  await desk.db
    .updateTable(list)
    .set({ ended_on: today })
    .where('town_id', '=', desk.town)
    .where('id', '=', entry.uuid)
    .execute();
  return { ...entry, endedOn: today };
}

/** The entry that an input names. Errors: NOT_FOUND on `field`. */
export async function getEntry(desk: Desk, list: List, id: string, field: string): Promise<Listed> {
  const uuid = requireIdIn(desk.town, id, listTypes[list], field);
  const entry = await desk.load(entriesById(list), { townId: desk.town, uuid });
  if (!entry) throw notFound(field);
  return entry;
}

/** The entry that an input uses on a day. Errors: NOT_FOUND on `field`; CONFLICT there where it was ended by then. */
export async function getEntryInUse(desk: Desk, list: List, id: string, field: string, day: string): Promise<Listed> {
  const entry = await getEntry(desk, list, id, field);
  if (entry.endedOn !== null && entry.endedOn <= day) throw conflict('endedOn', field, { date: entry.endedOn });
  return entry;
}

/** A name that no entry in use has. Errors: BAD_INPUT or CONFLICT on input.name. */
export function freeName(entries: readonly Pick<Listed, 'name' | 'endedOn'>[], given: string): string {
  const name = oneLine(given, 'input.name');
  if (entries.some((entry) => entry.endedOn === null && entry.name === name)) throw conflict('nameTaken', 'input.name');
  return name;
}
