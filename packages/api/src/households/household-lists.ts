import { sql } from 'kysely';
import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { daysOf, spanOf } from '../db/on-days.ts';
import { holdsOn } from '../db/versions.ts';
import { dayOf } from '../today.ts';
import type { TreeKey } from '../units/town-tree.ts';
import { householdOf } from './find-household.ts';
import type { HouseholdType } from './household.type.ts';

/** Which block on which day. */
export interface BlockKey {
  townId: number;
  block: string;
  asOf: string;
}

/** Batch of the households that blocks hold on days, by number. One statement. */
export async function householdsOfBlocks(desk: Desk, keys: readonly BlockKey[]): Promise<HouseholdType[][]> {
  const { first, last } = spanOf(keys);
  const today = dayOf(desk.now);
  const rows = await desk.db
    .selectFrom('household_block as placed')
    .innerJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'placed.town_id').onRef('h.id', '=', 'placed.household_id'),
    )
    .select(['placed.block_id', 'h.town_id', 'h.id', 'h.code', 'h.valid_from', 'h.valid_to', 'h.version'])
    .select(['placed.valid_from as from', 'placed.valid_to as to', 'placed.overlay_id'])
    .where('placed.town_id', 'in', townsOf(keys))
    .where('placed.block_id', 'in', [...new Set(keys.map((key) => key.block))])
    .where('placed.superseded_at', 'is', null)
    .where('placed.valid_from', '<=', last)
    .where((or) => or.or([or('placed.valid_to', 'is', null), or('placed.valid_to', '>', first)]))
    .orderBy('h.code')
    .orderBy('h.id')
    .execute();
  const byBlock = Map.groupBy(rows, (row) => `${row.town_id} ${row.block_id}`);
  return keys.map(({ townId, block, asOf }) =>
    (byBlock.get(`${townId} ${block}`) ?? [])
      .filter((row) => holdsOn(row, asOf))
      .map((row) => ({
        ...householdOf(row),
        ...(row.overlay_id === null && holdsOn(row, today) && { blockToday: block }),
      })),
  );
}

/** Batch of how many households each geographic block of towns holds on days. One statement. */
export async function householdsByBlock(
  desk: Desk,
  keys: readonly TreeKey[],
): Promise<{ block: string; count: number }[][]> {
  const towns = townsOf(keys);
  const { rows } = await sql<{ town_id: number; day: string; block: string; count: number }>`
    select town_id, day::text, block_id as block, count(*) as count
    from household_block join unnest(${daysOf(keys)}::date[]) as day
      on valid_from <= day and (valid_to is null or valid_to > day)
    where town_id = any(${towns}::bigint[]) and superseded_at is null and overlay_id is null
    group by town_id, day, block_id`.execute(desk.db);
  const held = Map.groupBy(rows, (row) => `${row.town_id} ${row.day}`);
  return keys.map(({ townId, asOf }) => held.get(`${townId} ${asOf}`) ?? []);
}
