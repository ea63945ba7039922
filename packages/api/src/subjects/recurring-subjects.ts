import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { entriesById } from '../handling/listed.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { rateOf } from '../schema/rate.ts';
import { dayOf } from '../today.ts';
import { unitAsked } from '../units/find-unit.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import { monthsOf, type Period, periodBefore } from './period-before.ts';
import type { RecurringSubjectsType, RecurringSubjectType, SubjectPartType } from './recurring-subject.type.ts';
import { groupBySubject, type SubjectGroup } from './subject-groups.ts';

/** Which requests to sum up; `single` where the viewer may see more than counts. */
interface Question {
  townId: number;
  period: Period;
  unit: string | null;
  /** Only this one is told; all unless one is named. */
  subject: string | null;
  single: boolean;
}

/** How many years a period has at the most. */
const mostYears = 5;

/**
 * The requests of a town, or of a unit of it, in a period by subject, against the period before, those first that rise
 * most. Six statements at the most.
 * Errors: BAD_INPUT on period.last; NOT_FOUND on unit or subject.
 */
export async function recurringSubjects(
  desk: Desk,
  { townId, period, unit, subject, single }: Question,
): Promise<RecurringSubjectsType> {
  requirePeriod(period, 'period');
  const months = monthsOf(period);
  if (months.length > mostYears * 12) throw badInput('period.last', 'periodTooLong', { years: mostYears });
  const timeline = await desk.load(timelineOf, townId);
  const under = await unitAsked(desk, townId, unit);
  const only = subject === null ? null : requireIdIn(townId, subject, 'RequestSubject', 'subject');
  if (only !== null && !(await desk.load(entriesById('request_subject'), { townId, uuid: only }))) {
    throw notFound('subject');
  }
  const before = periodBefore(period);
  const all = await groupBySubject(desk, townId, { period, before, single });
  const groups = all.filter(({ path }) => under === null || path.includes(under));
  const [total, totalBefore] = sums(groups);
  const told = groups.filter((group) => only === null || group.subject === only);
  const concerned = single ? await concernedBy(desk, townId, told) : undefined;
  const subjects = [...Map.groupBy(told, (group) => group.subject)].map(([about, some]): RecurringSubjectType => {
    const [count, earlier] = sums(some);
    const known = concerned?.get(about);
    return {
      townId,
      subjectUuid: about,
      ids: single ? some.flatMap(({ ids }) => ids ?? []) : null,
      count,
      before: earlier,
      change: count - earlier,
      share: rateOf(count, total),
      households: known?.households ?? (single ? 0 : null),
      inProjects: known?.inProjects ?? (single ? 0 : null),
      months: months.map((month) => ({
        month,
        count: sums(some.filter((group) => group.month === month))[0],
      })),
      parts: partsOf(townId, timeline, dayOf(desk.now), some, under),
    };
  });
  subjects.sort((a, b) => b.change - a.change || b.count - a.count || a.subjectUuid.localeCompare(b.subjectUuid));
  return { period, before, total, totalBefore, subjects };
}

/** How many requests of groups are of the period, and how many of the one before. */
function sums(groups: readonly SubjectGroup[]): [number, number] {
  let [now, earlier] = [0, 0];
  for (const { month, count } of groups) {
    if (month === null) earlier += count;
    else now += count;
  }
  return [now, earlier];
}

/** What each unit directly under one, or under the town, adds, the largest first. */
function partsOf(
  townId: number,
  timeline: Timeline,
  today: string,
  groups: readonly SubjectGroup[],
  under: string | null,
): SubjectPartType[] {
  const below = (path: readonly string[]) => (under === null ? path.length : path.indexOf(under)) - 1;
  const parts = [...Map.groupBy(groups, ({ path }) => path[below(path)] ?? null)].map(([unit, some]) => {
    const [count, before] = sums(some);
    return {
      unit: unit === null ? null : globalId('Unit', townId, unit),
      name: unit === null ? null : timeline.nameOn(unit, today),
      kind: unit === null ? null : (timeline.stateNear(unit, today)?.kind ?? null),
      count,
      before,
      opens: some.some(({ path }) => below(path) > 0),
    };
  });
  return parts.sort((a, b) => b.count - a.count || b.before - a.before || byPinyin(a.name ?? '', b.name ?? ''));
}

/** By subject: how many households the requests of the period concern, and how many are in a project. One statement. */
async function concernedBy(
  desk: Desk,
  townId: number,
  groups: readonly SubjectGroup[],
): Promise<Map<string, { households: number; inProjects: number }>> {
  const pairs = groups.flatMap(({ subject, ids }) => (ids ?? []).map((id) => ({ subject, id })));
  const { rows } = await sql<{ subject: string; households: number; inProjects: number }>`
    select subject, count(distinct household_id)::int as households,
      count(distinct project_request.request_id)::int as "inProjects"
    from unnest(${pairs.map(({ subject }) => subject)}::uuid[], ${pairs.map(({ id }) => id)}::uuid[]) as raised (subject, id)
    left join request_household on request_household.town_id = ${townId} and request_household.request_id = raised.id
    left join project_request on project_request.town_id = ${townId} and project_request.request_id = raised.id
      and ended_seq is null
    group by subject`.execute(desk.db);
  return new Map(rows.map((row) => [row.subject, row]));
}
