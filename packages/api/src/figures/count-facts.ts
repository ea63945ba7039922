import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Basis } from './basis.ts';
import { carry, type History, pathOf } from './carry.ts';
import { changesIn, dividedBlocks, historyOf } from './history.ts';

/** Facts that are counted over the tree: a table with a block that stays as recorded, a household and a day. */
export interface FactSource {
  table: 'contact';
  day: 'contacted_on';
}

/** Which facts to count: of a period whose days are both included, on a basis, as of a day. */
export interface FactQuestion {
  townId: number;
  source: FactSource;
  period: { first: string; last: string };
  basis: Basis;
  asOf: string;
}

/** Facts with the units for which they count, the nearest first; those that count for the town alone have none. */
export interface CountedFacts {
  path: readonly string[];
  count: number;
}

/**
 * Counts facts on a basis. The same facts are counted on each; only the units for which they count differ. Four
 * statements, whatever the number of facts, restructurings, units and towns, for all bases and days of one period.
 */
export async function countFacts(desk: Desk, question: FactQuestion): Promise<CountedFacts[]> {
  const { townId, source, period, basis, asOf } = question;
  const history = await desk.load(historyOf, townId);
  const { timeline } = history;
  const counted = await desk.load(groupFacts, { townId, source, period });
  const paths = new Map<string, CountedFacts>();
  for (const { block, household, day, count } of counted) {
    const target = basis === 'AS_RECORDED' ? day : asOf;
    const path = pathOf(timeline, carry(history, { block, household, day }, target), target);
    const key = path.join();
    paths.set(key, { path, count: (paths.get(key)?.count ?? 0) + count });
  }
  return [...paths.values()];
}

/** Facts of one block, and of one household where households of the block may go different ways, between two changes. */
interface Group {
  block: string;
  household: string | null;
  /** The first day of the days between two changes of the tree: they are all alike. */
  day: string;
  count: number;
}

/** Batch of the facts of towns in periods, in groups that restructurings carry together. One statement for each period. */
async function groupFacts(
  desk: Desk,
  keys: readonly Pick<FactQuestion, 'townId' | 'source' | 'period'>[],
): Promise<Group[][]> {
  const histories = new Map(
    await Promise.all(keys.map(async ({ townId }) => [townId, await desk.load(historyOf, townId)] as const)),
  );
  const periods = Map.groupBy(keys, ({ source, period }) => JSON.stringify({ source, period }));
  const answers = new Map<string, Map<number, Group[]>>();
  for (const [name, [asked]] of periods) {
    if (asked) answers.set(name, await groupTowns(desk, asked, histories));
  }
  return keys.map(({ townId, source, period }) => answers.get(JSON.stringify({ source, period }))?.get(townId) ?? []);
}

async function groupTowns(
  desk: Desk,
  { source, period }: Pick<FactQuestion, 'source' | 'period'>,
  histories: ReadonlyMap<number, History>,
): Promise<Map<number, Group[]>> {
  const changes = [...histories].flatMap(([town, history]) => changesIn(history).map((day) => ({ town, day })));
  const divided = [...histories.values()].flatMap((history) => [...dividedBlocks(history)]);
  const fact = sql.ref(source.day);
  const { rows } = await sql<Group & { town: number }>`
    with changed as (
      select town, array_agg(day order by day) as days
      from unnest(${changes.map(({ town }) => town)}::bigint[], ${changes.map(({ day }) => day)}::date[]) as c (town, day)
      group by town
    ), counted as (
      select town_id as town, block_id as block, household, width_bucket(${fact}, days) as epoch, count(*) as count
      from changed join ${sql.table(source.table)} on town_id = town
      cross join lateral (
        select case when block_id = any(${divided}::uuid[]) then household_id end as household) as told
      where ${fact} between ${period.first} and ${period.last}
      group by town_id, block_id, household, epoch
    )
    select town, block, household, days[greatest(epoch, 1)]::text as day, count
    from counted join changed using (town)`.execute(desk.db);
  return Map.groupBy(rows, (row) => row.town);
}
