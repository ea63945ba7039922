import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { dayBefore } from '../today.ts';
import { backwards, type Crossing, forwards, type History, type Move } from './carry.ts';
import { type LineageLink, lineageOfTowns } from './lineage.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/**
 * Batch of the histories of towns for carrying facts, with the moves of the households that restructurings moved between
 * blocks. Three statements.
 */
export async function historyOf(desk: Desk, towns: readonly number[]): Promise<History[]> {
  const timelines = await Promise.all(towns.map((town) => desk.load(timelineOf, town)));
  const links = await Promise.all(towns.map((town) => desk.load(lineageOfTowns, town)));
  const moves = await loadMoves(desk, towns, links.flat());
  return timelines.map((timeline, index) => {
    const crossings = crossingsOf(timeline, links[index] ?? [], moves);
    return { timeline, crossings, ...waysOf(crossings) };
  });
}

function crossingsOf(
  timeline: Timeline,
  links: readonly LineageLink[],
  moves: ReadonlyMap<string, readonly Moved[]>,
): Crossing[] {
  const led = new Set<string>();
  // The links come by day, and of one day in the order in which they were applied.
  const made = Map.groupBy(links, (link) => link.restructuringUuid);
  return [...made].map(([restructuring, each]) => {
    const day = each[0]?.day ?? '';
    const successors = each.flatMap((link) => link.successorUuid ?? []);
    const begun = new Set(successors.filter((unit) => !led.has(unit) && !timeline.stateOn(unit, dayBefore(day))));
    for (const unit of successors) led.add(unit);
    const crossing = { day, links: each, begun, moves: new Map() };
    return { ...crossing, moves: ownWays(timeline, crossing, moves.get(restructuring) ?? []) };
  });
}

/** The moves of the households that do not go where the facts of their block go, or do not come from there. */
function ownWays(timeline: Timeline, crossing: Crossing, moved: readonly Moved[]): Crossing['moves'] {
  const ways = new Map<string, Move>();
  for (const { households, from, to } of moved) {
    const on = forwards(timeline, crossing, from, null) !== to;
    const back = backwards(crossing, to, null) !== from;
    if (on || back) for (const household of households.split(',')) ways.set(household, { from, to, on, back });
  }
  return ways;
}

/** Which crossings lead away from each unit, and which to it. */
function waysOf(crossings: readonly Crossing[]): Pick<History, 'leaving' | 'arriving'> {
  const leaving = new Map<string, number[]>();
  const arriving = new Map<string, number[]>();
  for (const [index, { links, moves }] of crossings.entries()) {
    for (const { predecessorUuid, successorUuid } of links) {
      add(leaving, predecessorUuid, index);
      if (successorUuid !== null) add(arriving, successorUuid, index);
    }
    for (const { from, to } of moves.values()) {
      add(leaving, from, index);
      add(arriving, to, index);
    }
  }
  return { leaving, arriving };
}

/** Notes a crossing for a unit, once; crossings come in order. */
function add(ways: Map<string, number[]>, unit: string, crossing: number): void {
  const known = ways.get(unit);
  if (!known) ways.set(unit, [crossing]);
  else if (known.at(-1) !== crossing) known.push(crossing);
}

/** Households that a restructuring moved from one block to another; their ids joined by commas. */
interface Moved {
  restructuring: string;
  households: string;
  from: string;
  to: string;
}

/** Which households each restructuring moved, from where to where: the periods that it ended and those it began. */
async function loadMoves(
  desk: Desk,
  towns: readonly number[],
  links: readonly LineageLink[],
): Promise<Map<string, Moved[]>> {
  const days = new Map(links.map((link) => [link.restructuringUuid, link.day]));
  if (days.size === 0) return new Map();
  const ids = [...days.keys()];
  // Named as one text for each pair of blocks: thousands of rows take longer to be read than to be found.
  const { rows } = await sql<Moved>`
    with ended as materialized (
      select superseded_by_id as restructuring, household_id, block_id, valid_from from household_block
      where town_id = any(${[...towns]}::bigint[]) and superseded_by_id = ${anyOf(ids)} and overlay_id is null
    ), made as materialized (
      select restructuring_id as restructuring, household_id, block_id, valid_from
      from household_block
      join unnest(${ids}::uuid[], ${[...days.values()]}::date[]) as crossing (event, day)
        on event = restructuring_id and day = valid_from
      where town_id = any(${[...towns]}::bigint[]) and restructuring_id = ${anyOf(ids)} and overlay_id is null
    )
    select restructuring, ended.block_id as "from", made.block_id as "to",
      string_agg(household_id::text, ',') as households
    from made join ended using (restructuring, household_id)
    where ended.block_id <> made.block_id and ended.valid_from <= made.valid_from
    group by restructuring, ended.block_id, made.block_id`.execute(desk.db);
  return Map.groupBy(rows, (row) => row.restructuring);
}
