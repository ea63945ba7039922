import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Basis } from './basis.ts';
import { carry, pathOf } from './carry.ts';
import { dividedBlocks, historyOf } from './history.ts';

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
 * statements, whatever the number of facts, restructurings and units.
 */
export async function countFacts(desk: Desk, question: FactQuestion): Promise<CountedFacts[]> {
  const { townId, basis, asOf } = question;
  const history = await historyOf(desk, townId);
  const { timeline } = history;
  // A restructuring that only moves households leaves no boundary in the tree.
  const changes = [...timeline.boundaries('0001-01-01'), ...history.crossings.map((crossing) => crossing.day)];
  const boundaries = [...new Set(changes)].sort();
  const counted = await groupFacts(desk, question, boundaries, [...dividedBlocks(history)]);
  const paths = new Map<string, CountedFacts>();
  for (const { block, household, epoch, count } of counted) {
    // All days between two changes are alike; an epoch is known by its first.
    const day = boundaries[epoch - 1] ?? boundaries[0] ?? asOf;
    const target = basis === 'AS_RECORDED' ? day : asOf;
    const path = pathOf(timeline, carry(history, { block, household, day }, target), target);
    const key = path.join();
    paths.set(key, { path, count: (paths.get(key)?.count ?? 0) + count });
  }
  return [...paths.values()];
}

interface Group {
  block: string;
  household: string | null;
  epoch: number;
  count: number;
}

async function groupFacts(
  desk: Desk,
  { townId, source, period }: FactQuestion,
  boundaries: readonly string[],
  divided: readonly string[],
): Promise<Group[]> {
  const day = sql.ref(source.day);
  const { rows } = await sql<Group>`
    select block_id as block, household, width_bucket(${day}, ${boundaries}::date[]) as epoch, count(*) as count
    from ${sql.table(source.table)}
    cross join lateral (
      select case when block_id = any(${divided}::uuid[]) then household_id end as household) as told
    where town_id = ${townId} and ${day} between ${period.first} and ${period.last}
    group by block_id, household, epoch`.execute(desk.db);
  return rows;
}
