import { type RawBuilder, sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Measure } from '../summaries/measures.ts';
import type { History } from '../units/carry.ts';
import { pathOf } from '../units/path-of.ts';
import type { Timeline } from '../units/timeline.ts';
import type { FactQuestion } from './fact-question.ts';

/** Questions of one period and basis, which differ by their towns and days only: the first and the last of those. */
export type Span = Pick<FactQuestion, 'period' | 'basis'> & { from: string; to: string };

/** What tells facts of one block apart. */
export interface Seams {
  /** By town: the first day of the period, and the days in it on which something changes. */
  days: { town: number; day: string }[];
  /** The blocks whose facts may count otherwise from such a day on. */
  changing: string[];
  /** The blocks whose life does not hold the whole period. */
  loose: string[];
  /** The households whose facts may not go where those of their block go: from days of the period to those asked for. */
  within: string[];
  /** And at any time, for `loose` blocks: a restructuring dated back leaves facts outside the lives of their blocks. */
  ever: string[];
}

/** What tells facts of one block apart, in some towns. */
export function seamsOf(histories: ReadonlyMap<number, History>, span: Span): Seams {
  const each = [...histories].map(([town, history]) => seamsOfTown(town, history, span));
  return {
    days: each.flatMap(({ days }) => days),
    changing: each.flatMap(({ changing }) => changing),
    loose: each.flatMap(({ loose }) => loose),
    within: each.flatMap(({ within }) => within),
    ever: each.flatMap(({ ever }) => ever),
  };
}

/** In SQL, of a row with a block: which of the town's `days` it falls between, given the day. */
export function epochOn({ changing }: Seams, day: RawBuilder<unknown>): RawBuilder<number> {
  return sql`case when block_id = ${anyOf(changing)} then width_bucket(${day}, days) else 1 end`;
}

/** In SQL, of a fact: its household where that goes its own way; else null. */
export function ownWay({ within, loose, ever }: Seams, { ofHouseholds }: Measure): RawBuilder<string | null> {
  if (!ofHouseholds) return sql`null::uuid`;
  return sql`case when household_id = ${anyOf(within)} then household_id
    when block_id = ${anyOf(loose)} and household_id = ${anyOf(ever)} then household_id end`;
}

function seamsOfTown(town: number, history: History, { period, basis, from, to }: Span): Seams {
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
  const inOrder = [...days].sort().map((day) => ({ town, day }));
  return { days: inOrder, changing: [...changing], loose, within: [...within], ever: [...ever] };
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
