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
 * they lived then. One statement for each period and day, whatever the number of towns.
 */
export async function householdsContacted(
  desk: Desk,
  questions: readonly CoverageQuestion[],
): Promise<ContactedGroup[][]> {
  const alike = Map.groupBy(questions, ({ period, asOf }) => JSON.stringify({ period, asOf }));
  const groups = new Map<CoverageQuestion, ContactedGroup[]>();
  for (const some of alike.values()) {
    const [first] = some;
    if (!first) continue;
    const towns = some.map((question) => question.townId);
    const { rows } = await sql<ContactedGroup & { town: number }>`
      select placed.town_id as town, block_id as block, count(*) as total, count(contacted.household_id) as count
      from household_block placed
      left join (${contactedIn(first.period)} and town_id = any(${towns}::bigint[])) as contacted
        using (town_id, household_id)
      where placed.town_id = any(${towns}::bigint[]) and superseded_at is null and overlay_id is null
        and valid_from <= ${first.asOf} and (valid_to is null or valid_to > ${first.asOf})
      group by placed.town_id, block_id`.execute(desk.db);
    const byTown = Map.groupBy(rows, (row) => row.town);
    for (const question of some) groups.set(question, byTown.get(question.townId) ?? []);
  }
  return questions.map((question) => groups.get(question) ?? []);
}
