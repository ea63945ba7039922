import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PartnerType, PersonType } from './person.type.ts';

interface Row {
  town_id: number;
  id: string;
  name: string;
}

/** The GraphQL object of a person's row. */
export function personOf({ town_id: townId, id: uuid, name }: Row): PersonType {
  return { typename: 'Person', id: globalId('Person', townId, uuid), townId, uuid, name };
}

/** The GraphQL object of a partner organisation's row. */
export function partnerOf({ town_id: townId, id: uuid, name }: Row): PartnerType {
  return { typename: 'Partner', id: globalId('Partner', townId, uuid), townId, uuid, name };
}

/** Batch of people by id. */
export async function peopleById(desk: Desk, keys: readonly TownKey[]): Promise<(PersonType | undefined)[]> {
  return (await rowsById(desk, 'person', keys)).map((row) => row && personOf(row));
}

/** Batch of partner organisations by id. */
export async function partnersById(desk: Desk, keys: readonly TownKey[]): Promise<(PartnerType | undefined)[]> {
  return (await rowsById(desk, 'partner', keys)).map((row) => row && partnerOf(row));
}

async function rowsById(
  desk: Desk,
  table: 'person' | 'partner',
  keys: readonly TownKey[],
): Promise<(Row | undefined)[]> {
  const rows = await desk.db
    .selectFrom(table)
    .select(['town_id', 'id', 'name'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row);
}
