import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { loadOnce } from '../db/load-once.ts';
import { type Measure, measures } from '../summaries/measures.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';
import type { FactGroup } from './fact-groups.ts';
import type { FactQuestion } from './fact-question.ts';
import { epochOn, ownWay, seamsOf } from './seams.ts';

/**
 * The ids of the facts that a figure counts for a unit, or, with null, for the town: of a rate those in its numerator, or
 * those that only its denominator counts. Four statements, whatever the number of units that are asked for.
 */
export async function listFacts(
  desk: Desk,
  question: FactQuestion,
  unit: string | null,
  counted: boolean,
): Promise<string[]> {
  const groups = await loadOnce(desk, ['facts', question, counted], () => groupsOf(desk, question, counted));
  return groups.flatMap(({ ids, path }) => (unit === null || path.includes(unit) ? ids : []));
}

/** The facts with the units for which they count. */
async function groupsOf(desk: Desk, question: FactQuestion, counted: boolean) {
  const { townId, basis, asOf } = question;
  const history = await desk.load(historyOf, townId);
  const seams = seamsOf(new Map([[townId, history]]), { ...question, from: asOf, to: asOf });
  const groups = await listGroups(desk, question, seams, counted);
  return groups.map(({ ids, ...fact }) => {
    const target = basis === 'AS_RECORDED' ? fact.day : asOf;
    return { ids, path: pathOf(history.timeline, carry(history, fact, target), target) };
  });
}

type ListedGroup = Pick<FactGroup, 'block' | 'household' | 'day'> & { ids: string[] };

/** Which facts of a table a figure counts in all of the town, as a condition. */
export function inTown({ townId, source: { counts, rate = counts }, period }: FactQuestion, counted: boolean) {
  const { day, holds }: Measure = measures[counts];
  const inRate = sql.raw(measures[rate].holds);
  return sql`town_id = ${townId} and ${sql.ref(day)} between ${period.first} and ${period.last} and ${sql.raw(holds)}
    and ${counted ? inRate : sql`not coalesce(${inRate}, false)`}`;
}

/** The facts in the same groups in which they are counted. */
async function listGroups(
  desk: Desk,
  question: FactQuestion,
  seams: ReturnType<typeof seamsOf>,
  counted: boolean,
): Promise<ListedGroup[]> {
  const measure: Measure = measures[question.source.counts];
  const { rows } = await sql<ListedGroup>`
    with changed as (select ${seams.days.map((each) => each.day)}::date[] as days), grouped as (
      select block_id as block, ${ownWay(seams, measure)} as household, ${epochOn(seams, sql.ref(measure.day))} as epoch, array_agg(id) as ids
      from changed cross join ${sql.table(measure.table)} where ${inTown(question, counted)}
      group by block, household, epoch)
    select block, household, days[epoch]::text as day, ids from grouped cross join changed`.execute(desk.db);
  return rows;
}
