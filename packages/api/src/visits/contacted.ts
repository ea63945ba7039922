import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { CoverageQuestion, Days } from '../indicators/indicator.ts';
import { counted } from './outcomes.ts';

/** How many households a block holds, and how many of them were contacted. */
interface ContactedGroup {
  block: string;
  count: number;
  total: number;
}

/** The households with at least one effective contact in a period, in SQL. */
export const contactedIn = ({ first, last }: Days) => sql`
  select distinct town_id, household_id from visit
  where ${sql.raw(counted)} and visited_on between ${first} and ${last}`;

/**
 * Batch of how many households the blocks of towns hold on a day and how many of those were contacted in a period, wherever
 * they lived then. One statement, whatever the number of towns, periods and days.
 */
export async function householdsContacted(
  desk: Desk,
  questions: readonly CoverageQuestion[],
): Promise<ContactedGroup[][]> {
  const towns = [...new Set(questions.map(({ townId }) => townId))];
  const nameOf = ({ period, asOf }: Omit<CoverageQuestion, 'townId'>) => `${period.first} ${period.last} ${asOf}`;
  const asked = [...new Map(questions.map((question) => [nameOf(question), question])).values()];
  const { rows } = await sql<ContactedGroup & { town: number; at: number }>`
    with asked as (
      select * from unnest(${asked.map(({ period }) => period.first)}::date[], ${asked.map(({ period }) => period.last)}::date[],
        ${asked.map(({ asOf }) => asOf)}::date[]) with ordinality as a (first, last, "on", at)
    ), contacted as (
      select distinct at, town_id, household_id from asked join visit on visited_on between first and last
      where ${sql.raw(counted)} and town_id = any(${towns}::bigint[])
    )
    select at::int, placed.town_id as town, block_id as block, count(*) as total, count(contacted.household_id) as count
    from asked join household_block placed on valid_from <= "on" and (valid_to is null or valid_to > "on")
    left join contacted using (at, town_id, household_id)
    where placed.town_id = any(${towns}::bigint[]) and superseded_at is null and overlay_id is null
    group by at, placed.town_id, block_id`.execute(desk.db);
  const groups = Map.groupBy(rows, ({ at, town }) => `${nameOf(get(asked, at - 1))} ${town}`);
  return questions.map((question) => groups.get(`${nameOf(question)} ${question.townId}`) ?? []);
}

function get<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`Nothing was asked at ${index}`);
  return item;
}
