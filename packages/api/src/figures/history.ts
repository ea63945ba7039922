import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { type LineageLink, lineageOfTowns } from '../restructurings/lineage.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import { type Crossing, dayBefore, type History } from './carry.ts';

/**
 * Batch of the histories of towns for carrying facts, with the moves of the households that restructurings moved between
 * blocks. Three statements.
 */
export async function historyOf(desk: Desk, towns: readonly number[]): Promise<History[]> {
  const timelines = await Promise.all(towns.map((town) => desk.load(timelineOf, town)));
  const links = await Promise.all(towns.map((town) => desk.load(lineageOfTowns, town)));
  const moves = await loadMoves(desk, towns, links.flat());
  return timelines.map((timeline, index) => historyFrom(timeline, links[index] ?? [], moves));
}

function historyFrom(
  timeline: Timeline,
  links: readonly LineageLink[],
  moves: ReadonlyMap<string, Crossing['moves']>,
): History {
  const led = new Set<string>();
  // The links come by day, and of one day in the order in which they were applied.
  const made = Map.groupBy(links, (link) => link.restructuringUuid);
  const crossings = [...made].map(([restructuring, each]) => {
    const day = each[0]?.day ?? '';
    const successors = each.flatMap((link) => link.successorUuid ?? []);
    const begun = new Set(successors.filter((unit) => !led.has(unit) && !timeline.stateOn(unit, dayBefore(day))));
    for (const unit of successors) led.add(unit);
    return { day, links: each, begun, moves: moves.get(restructuring) ?? new Map() };
  });
  return { timeline, crossings };
}

/** The days on which it begins to matter otherwise where a fact was recorded. */
export function changesIn({ timeline, crossings }: History): string[] {
  // A restructuring that only moves households leaves no boundary in the tree.
  return [...new Set([...timeline.boundaries('0001-01-01'), ...crossings.map((crossing) => crossing.day)])].sort();
}

/**
 * Blocks whose facts may go different ways for different households: those with several links or that go on themselves,
 * and every block that links lead from to one of them.
 */
export function dividedBlocks({ timeline, crossings }: History): Set<string> {
  const links = crossings.flatMap((crossing) => crossing.links);
  const divided = new Set<string>();
  for (const [unit, leaving] of Map.groupBy(links, (link) => link.predecessorUuid)) {
    if (leaving.length > 1 || timeline.lifeOf(unit)?.to !== leaving[0]?.day) divided.add(unit);
  }
  for (const [unit, coming] of Map.groupBy(links, (link) => link.successorUuid)) {
    if (unit !== null && (coming.length > 1 || timeline.lifeOf(unit)?.from !== coming[0]?.day)) divided.add(unit);
  }
  // A set is walked on to what is added to it meanwhile.
  for (const unit of divided) {
    for (const { predecessorUuid, successorUuid } of links) {
      if (predecessorUuid === unit && successorUuid !== null) divided.add(successorUuid);
      if (successorUuid === unit) divided.add(predecessorUuid);
    }
  }
  return divided;
}

/** Which households each restructuring moved, from where to where: the periods that it ended and those it began. */
async function loadMoves(
  desk: Desk,
  towns: readonly number[],
  links: readonly LineageLink[],
): Promise<Map<string, Crossing['moves']>> {
  if (links.length === 0) return new Map();
  const restructurings = [...new Set(links.map((link) => link.restructuringUuid))];
  const { rows } = await sql<{ restructuring_id: string; household_id: string; from: string; to: string }>`
    select distinct made.restructuring_id, made.household_id, ended.block_id as "from", made.block_id as "to"
    from household_block made
    join restructuring on restructuring.town_id = made.town_id and restructuring.id = made.restructuring_id
    join household_block ended on ended.town_id = made.town_id and ended.household_id = made.household_id
      and ended.superseded_by_id = made.restructuring_id and ended.block_id <> made.block_id
      and ended.valid_from <= made.valid_from
    where made.town_id = any(${[...towns]}::bigint[]) and made.restructuring_id = any(${restructurings}::uuid[])
      and made.valid_from = restructuring.effective_on and made.overlay_id is null and ended.overlay_id is null`.execute(
    desk.db,
  );
  const byRestructuring = Map.groupBy(rows, (row) => row.restructuring_id);
  return new Map(
    [...byRestructuring].map(([id, moved]) => [
      id,
      new Map(moved.map(({ household_id, from, to }) => [household_id, { from, to }])),
    ]),
  );
}
