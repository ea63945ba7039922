import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { epochOn, ownWay, seamsOf } from '../figures/seams.ts';
import { measures } from '../summaries/measures.ts';
import { dayOf } from '../today.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';
import type { Period } from './period-before.ts';

/** Requests about one subject that count for one unit of today. */
export interface SubjectGroup {
  subject: string;
  /** The units above with the one itself, the nearest first; empty where they count for the town alone. */
  path: readonly string[];
  /** The first day of their month; null for those that were raised in the period before. */
  month: string | null;
  count: number;
  /** Those of the period, by their ids; null where the desk may not tell single requests apart. */
  ids: readonly string[] | null;
}

interface Row extends Omit<SubjectGroup, 'path'> {
  block: string;
  household: string | null;
  day: string;
}

/**
 * The requests of a town that were raised in a period and the one before, those withdrawn left out, in groups, each with
 * the units of today that it counts for: facts go along restructurings, as in all figures. Four statements.
 */
export async function groupBySubject(
  desk: Desk,
  townId: number,
  { period, before, single }: { period: Period; before: Period; single: boolean },
): Promise<SubjectGroup[]> {
  const history = await desk.load(historyOf, townId);
  const today = dayOf(desk.now);
  const both = { first: before.first, last: period.last };
  const seams = seamsOf(new Map([[townId, history]]), { period: both, basis: 'RESTATED', from: today, to: today });
  const ids = single ? sql`array_agg(id) filter (where raised_on >= ${period.first})` : sql`null::uuid[]`;
  const { rows } = await sql<Row>`
    with changed as (select ${seams.days.map(({ day }) => day)}::date[] as days), grouped as (
      select subject_id as subject, block_id as block, ${ownWay(seams, measures.request)} as household,
        ${epochOn(seams, sql`raised_on`)} as epoch,
        case when raised_on >= ${period.first} then date_trunc('month', raised_on)::date end as month,
        count(*)::int as count, ${ids} as ids
      from request cross join changed
      where town_id = ${townId} and raised_on between ${both.first} and ${both.last} and ${sql.raw(measures.request.holds)}
      group by subject, block, household, epoch, month)
    select subject, block, household, days[epoch]::text as day, month::text, count, ids
    from grouped cross join changed`.execute(desk.db);
  return rows.map(({ block, household, day, ...group }) => ({
    ...group,
    path: pathOf(history.timeline, carry(history, { block, household, day }, today), today),
  }));
}
