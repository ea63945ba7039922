import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Measure, measures } from '../summaries/measures.ts';
import type { History } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import type { FactQuestion } from './fact-question.ts';
import { beyondMonths, monthsOf } from './months.ts';
import { epochOn, ownWay, type Span, seamsOf } from './seams.ts';

/** Facts that count for one unit, whatever the unit is: of one block, between two changes, and of one household if it goes its own way. */
export interface FactGroup {
  block: string;
  household: string | null;
  /** The first day of those between two changes: they are all alike. */
  day: string;
  /** Where they are told by steps, the first day of theirs; else null. */
  step: string | null;
  count: number;
  /** Of a rate, how many it counts among; else the same. */
  total: number;
}

/**
 * Batch of the facts that questions are about, in groups. One statement for each period and basis, whatever the number of
 * towns, days and facts.
 */
export async function groupFacts(desk: Desk, questions: readonly FactQuestion[]): Promise<FactGroup[][]> {
  const histories = new Map(
    await Promise.all(questions.map(async ({ townId }) => [townId, await desk.load(historyOf, townId)] as const)),
  );
  const alike = Map.groupBy(questions, ({ source, period, basis, steps }) =>
    JSON.stringify({ source, period, basis, by: steps?.by }),
  );
  const groups = new Map<FactQuestion, FactGroup[]>();
  for (const some of alike.values()) {
    const [first] = some;
    if (!first) continue;
    const days = some.flatMap(({ asOf, steps }) => [asOf, ...(steps?.asOf ?? [])]).sort();
    const span = { ...first, from: days[0] ?? '', to: days.at(-1) ?? '' };
    const towns = new Set(some.map((question) => question.townId));
    const whose = new Map([...histories].filter(([town]) => towns.has(town)));
    const byTown = Map.groupBy(await readGroups(desk, first, span, whose), (row) => row.town);
    for (const question of some) groups.set(question, byTown.get(question.townId) ?? []);
  }
  return questions.map((question) => groups.get(question) ?? []);
}

/**
 * The groups of facts: whole months of a block from its summary, and from the facts what that does not tell, which are the
 * days beyond whole months and the households that go their own way. Those are taken off the months that hold them too.
 */
async function readGroups(
  desk: Desk,
  { source: { counts, rate = counts }, steps }: FactQuestion,
  span: Span,
  histories: ReadonlyMap<number, History>,
): Promise<(FactGroup & { town: number })[]> {
  const seams = seamsOf(histories, span);
  const months = monthsOf(span.period, seams);
  const measure: Measure = measures[counts];
  const { table, day, holds, ofHouseholds } = measure;
  const onDay = sql.ref(day);
  const own = ownWay(seams, measure);
  const step = steps ? sql`date_trunc(${steps.by}, day::timestamp)::date` : sql`null::date`;
  const mayGoAlone = [...seams.within, ...(seams.loose.length > 0 ? seams.ever : [])];
  const fact = sql`town_id, block_id, ${own} as household, ${onDay} as day, 1 as total,
    (coalesce(${sql.raw(measures[rate].holds)}, false))::int as count`;
  const { rows } = await sql<FactGroup & { town: number }>`
    with changed as (
      select town as town_id, array_agg(day order by day) as days
      from unnest(${seams.days.map(({ town }) => town)}::bigint[], ${seams.days.map((each) => each.day)}::date[]) as c (town, day)
      group by town
    ), gap as (
      select * from unnest(${months.gaps.map((gap) => gap.from)}::date[], ${months.gaps.map((gap) => gap.to)}::date[],
        ${months.gaps.map((gap) => gap.split)}::boolean[]) as g (first, past, split)
    ), beyond as (
      select ${fact} from changed cross join gap join ${sql.table(table)} using (town_id)
      where ${onDay} >= gap.first and ${onDay} < gap.past and ${sql.raw(holds)} and ${beyondMonths(seams)}
    ), alone as materialized (
      select ${fact} from changed join ${sql.table(table)} using (town_id)
      where ${ofHouseholds ? sql`household_id = ${anyOf(mayGoAlone)}` : sql`false`}
        and ${own} is not null and ${sql.raw(holds)}
        and ${onDay} >= ${months.first} and ${onDay} < ${months.past}
        and not exists (select from gap where ${onDay} >= gap.first and ${onDay} < gap.past and ${beyondMonths(seams)})
    ), told (town_id, block_id, household, day, total, count) as (
      select town_id, block_id, null::uuid, month, 
        case when measure = ${counts} then count else 0 end, case when measure = ${rate} then count else 0 end
      from changed join fact_summary using (town_id)
      where measure = any(${[counts, rate]}) and month >= ${months.first} and month < ${months.past}
        and not exists (select from gap where month >= gap.first and month < gap.past and ${beyondMonths(seams)})
      union all select * from beyond
      union all select * from alone
      union all select town_id, block_id, null, day, -total, -count from alone
    ), grouped as (
      select town_id, block_id, household, ${epochOn(seams, sql`day`)} as epoch, ${step} as step,
        sum(total)::int as total, sum(count)::int as count
      from told join changed using (town_id) group by town_id, block_id, household, epoch, step having sum(total) <> 0
    )
    select town_id as town, block_id as block, household, days[epoch]::text as day, step::text, total, count
    from grouped join changed using (town_id)`.execute(desk.db);
  return rows;
}
