import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Timeline } from '../units/timeline.ts';
import type { Basis } from './basis.ts';
import { type History, pathOf } from './carry.ts';
import { historyOf } from './history.ts';

/** Facts that are counted over the tree: a table with a block that stays as recorded, a day, and mostly a household. */
export interface FactSource {
  table: 'visit' | 'request' | 'patrol' | 'patrol_finding';
  day: 'visited_on' | 'raised_on' | 'patrolled_on';
  /** Which of its rows count, in SQL: of a rate, the denominator. */
  counts: string;
  /** Of a rate, which of those make the numerator. */
  rate?: string;
}

/** The tables whose facts go where their household was moved by a restructuring; the others have none. */
const ofHouseholds: ReadonlySet<FactSource['table']> = new Set(['visit', 'request']);

/** Which facts to count: of a period whose days are both included, on a basis, as of a day. */
export interface FactQuestion {
  townId: number;
  source: FactSource;
  period: { first: string; last: string };
  basis: Basis;
  asOf: string;
}

/** Facts that count for one unit, whatever the unit is: of one block, between two changes, and of one household if it goes its own way. */
export interface FactGroup {
  block: string;
  household: string | null;
  /** The first day of those between two changes: they are all alike. */
  day: string;
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
  const alike = Map.groupBy(questions, ({ source, period, basis }) => JSON.stringify({ source, period, basis }));
  const groups = new Map<FactQuestion, FactGroup[]>();
  for (const some of alike.values()) {
    const [first] = some;
    if (!first) continue;
    const days = some.map((question) => question.asOf).sort();
    const span = { ...first, from: days[0] ?? '', to: days.at(-1) ?? '' };
    const towns = new Set(some.map((question) => question.townId));
    const whose = new Map([...histories].filter(([town]) => towns.has(town)));
    const rate = sql.raw(first.source.rate ?? 'true');
    const told = sql`count(*) filter (where ${rate}) as count, count(*) as total`;
    const rows = await readGroups<Pick<FactGroup, 'count' | 'total'>>(desk, span, whose, told);
    const byTown = Map.groupBy(rows, (row) => row.town);
    for (const question of some) groups.set(question, byTown.get(question.townId) ?? []);
  }
  return questions.map((question) => groups.get(question) ?? []);
}

/** Questions that differ by their towns and days only. */
export type Span = Pick<FactQuestion, 'source' | 'period' | 'basis'> & { from: string; to: string };

/** What tells a group of facts from the others. */
type Group = Pick<FactGroup, 'block' | 'household' | 'day'> & { town: number };

/** The groups of facts, and of each what `told` says of its rows. One statement. */
export async function readGroups<Told>(
  desk: Desk,
  span: Span,
  histories: ReadonlyMap<number, History>,
  told: RawBuilder<unknown>,
): Promise<(Group & Told)[]> {
  const { source, period } = span;
  const seams = [...histories].map(([town, history]) => ({ town, ...seamsOf(history, span) }));
  const changes = seams.flatMap(({ town, days }) => days.map((day) => ({ town, day })));
  const fact = sql.ref(source.day);
  const household = ofHouseholds.has(source.table) ? sql.ref('household_id') : sql`null::uuid`;
  const { rows } = await sql<Group & Told>`
    with changed as (
      select town, array_agg(day order by day) as days
      from unnest(${changes.map(({ town }) => town)}::bigint[], ${changes.map(({ day }) => day)}::date[]) as c (town, day)
      group by town
    ), counted as (
      select town_id as town, block_id as block, household, epoch, ${told}
      from changed join ${sql.table(source.table)} on town_id = town
      cross join lateral (
        select
          case when block_id = any(${seams.flatMap((each) => each.changing)}::uuid[])
            then width_bucket(${fact}, days) else 1 end as epoch,
          case when ${household} = any(${seams.flatMap((each) => each.within)}::uuid[]) then ${household}
            when block_id = any(${seams.flatMap((each) => each.loose)}::uuid[])
              and ${household} = any(${seams.flatMap((each) => each.ever)}::uuid[]) then ${household}
            end as household) as whole
      where ${fact} between ${period.first} and ${period.last} and ${sql.raw(source.counts)}
      group by town_id, block_id, household, epoch
    )
    select counted.*, days[epoch]::text as day from counted join changed using (town)`.execute(desk.db);
  return rows;
}

/** What tells facts of one block apart. */
interface Seams {
  /** The first day of the period, and the days in it on which something changes. */
  days: string[];
  /** The blocks whose facts may count otherwise from such a day on. */
  changing: string[];
  /** The blocks whose life does not hold the whole period. */
  loose: string[];
  /** The households whose facts may not go where those of their block go: from days of the period to those asked for. */
  within: string[];
  /** And at any time, for `loose` blocks: a restructuring dated back leaves facts outside the lives of their blocks. */
  ever: string[];
}

function seamsOf(history: History, { period, basis, from, to }: Span): Seams {
  const { timeline, crossings } = history;
  const inside = (day: string) => day > period.first && day <= period.last;
  const recorded = basis === 'AS_RECORDED';
  const [within, ever] = [new Set<string>(), new Set<string>()];
  const days = new Set([period.first]);
  const changing = new Set<string>();
  for (const { day, links, moves } of crossings) {
    const goesOn = !recorded && day > period.first && day <= to;
    const goesBack = !recorded && day > from && day <= period.last;
    for (const [household, { on, back }] of moves) {
      ever.add(household);
      if ((on && goesOn) || (back && goesBack)) within.add(household);
    }
    if (!inside(day)) continue;
    days.add(day);
    for (const { predecessorUuid, successorUuid } of links) {
      changing.add(predecessorUuid);
      if (successorUuid !== null) changing.add(successorUuid);
    }
    for (const { from: left, to: came } of moves.values()) changing.add(left).add(came);
  }
  const loose = timeline.lines.flatMap(({ uuid }) => {
    const life = timeline.lifeOf(uuid);
    return life && life.from <= period.first && (life.to === null || life.to > period.last) ? [] : [uuid];
  });
  if (recorded) {
    for (const day of timeline.boundaries(period.first)) if (inside(day)) days.add(day);
    for (const unit of [...loose, ...movedAbout(timeline, period.first, inside)]) changing.add(unit);
  }
  return { days: [...days].sort(), changing: [...changing], loose, within: [...within], ever: [...ever] };
}

/** The units that come to stand elsewhere on one of some days, with all that stands under them on the first. */
function movedAbout(timeline: Timeline, first: string, inside: (day: string) => boolean): string[] {
  const moved = new Set<string>();
  for (const { uuid, versions } of timeline.lines) {
    const elsewhere = versions.some(
      (version, index) => inside(version.from) && versions[index - 1]?.state.parent_id !== version.state.parent_id,
    );
    const ends = versions.at(-1)?.to;
    if (elsewhere || (ends != null && inside(ends))) moved.add(uuid);
  }
  return timeline.lines
    .map((line) => line.uuid)
    .filter((uuid) => pathOf(timeline, uuid, first).some((above) => moved.has(above)));
}
