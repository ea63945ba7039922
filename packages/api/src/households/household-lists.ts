import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { TreeKey } from '../units/town-tree.ts';
import { householdOf } from './find-household.ts';
import type { ContactType, HouseholdType } from './household.type.ts';
import type { HouseholdKey } from './household-places.ts';

/** Which block on which day. */
export interface BlockKey {
  townId: number;
  block: string;
  asOf: string;
}

/** Batch of the households that blocks hold on a day, by number. One statement for each day. */
export async function householdsOfBlocks(desk: Desk, keys: readonly BlockKey[]): Promise<HouseholdType[][]> {
  const held = new Map<string, HouseholdType[]>();
  for (const day of new Set(keys.map((key) => key.asOf))) {
    const wanted = keys.filter((key) => key.asOf === day);
    const rows = await desk.db
      .selectFrom('household_block as placed')
      .innerJoin('household as h', (join) =>
        join.onRef('h.town_id', '=', 'placed.town_id').onRef('h.id', '=', 'placed.household_id'),
      )
      .select(['placed.block_id', 'h.town_id', 'h.id', 'h.code', 'h.valid_from', 'h.valid_to', 'h.version'])
      .where('placed.town_id', 'in', [...new Set(wanted.map((key) => key.townId))])
      .where('placed.block_id', 'in', [...new Set(wanted.map((key) => key.block))])
      .where('placed.superseded_at', 'is', null)
      .where('placed.valid_from', '<=', day)
      .where((or) => or.or([or('placed.valid_to', 'is', null), or('placed.valid_to', '>', day)]))
      .orderBy('h.code')
      .orderBy('h.id')
      .execute();
    for (const row of rows) {
      const key = `${row.town_id} ${row.block_id} ${day}`;
      const known = held.get(key);
      if (known) known.push(householdOf(row));
      else held.set(key, [householdOf(row)]);
    }
  }
  return keys.map(({ townId, block, asOf }) => held.get(`${townId} ${block} ${asOf}`) ?? []);
}

/** Batch of how many households towns have on a day, each by its geographic block. One statement for each day. */
export async function householdCounts(desk: Desk, keys: readonly TreeKey[]): Promise<number[]> {
  const counts = new Map<string, number>();
  for (const day of new Set(keys.map((key) => key.asOf))) {
    const towns = keys.filter((key) => key.asOf === day).map((key) => key.townId);
    const { rows } = await sql<{ town_id: number; count: number }>`
      select town_id, count(*) as count from household_block
      where town_id = any(${towns}::bigint[]) and superseded_at is null and overlay_id is null
        and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
      group by town_id`.execute(desk.db);
    for (const { town_id, count } of rows) counts.set(`${town_id} ${day}`, count);
  }
  return keys.map(({ townId, asOf }) => counts.get(`${townId} ${asOf}`) ?? 0);
}

/** Batch of the contacts with households, the latest first. One statement. */
export async function contactsOf(desk: Desk, keys: readonly HouseholdKey[]): Promise<ContactType[][]> {
  const rows = await desk.db
    .selectFrom('contact')
    .select(['town_id', 'id', 'household_id', 'block_id', 'contacted_on', 'recorded_at'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('household_id', 'in', [...new Set(keys.map((key) => key.uuid))])
    .orderBy('contacted_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return keys.map(({ townId, uuid }) =>
    rows
      .filter((row) => row.town_id === townId && row.household_id === uuid)
      .map((row) => ({
        townId,
        blockUuid: row.block_id,
        id: globalId('Contact', townId, row.id),
        contactedOn: row.contacted_on,
        recordedAt: row.recorded_at,
      })),
  );
}
