import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import type { PartnerType, PersonType } from './person.type.ts';
import { partnerOf, personOf } from './person-rows.ts';

/** Registers somebody who will act for the desk's town. Errors: BAD_INPUT on input.name. */
export async function registerPerson(desk: Desk, name: string): Promise<PersonType> {
  const row = { town_id: desk.town, id: newId(), name: oneLine(name, 'input.name') };
  await desk.db.insertInto('person').values(row).execute();
  return personOf(row);
}

/** Registers a partner organisation of the desk's town. Errors: BAD_INPUT on input.name. */
export async function registerPartner(desk: Desk, name: string): Promise<PartnerType> {
  const row = { town_id: desk.town, id: newId(), name: oneLine(name, 'input.name') };
  await desk.db.insertInto('partner').values(row).execute();
  return partnerOf(row);
}

/** The person or partner of the desk's town that a mutation names. Errors: NOT_FOUND on `field`. */
export async function requireOfTown(
  desk: Desk,
  table: 'person' | 'partner',
  id: string,
  field: string,
): Promise<string> {
  const { townId, key } = requireId(id, table === 'person' ? 'Person' : 'Partner', field);
  const row = await desk.db
    .selectFrom(table)
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', key)
    .executeTakeFirst();
  if (!row || townId !== desk.town) throw notFound(field);
  return key;
}
