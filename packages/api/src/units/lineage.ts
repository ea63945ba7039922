import type { Desk } from '../db/door.ts';
import { keptByTree } from '../db/kept.ts';
import type { Timeline } from './timeline.ts';

/** A link of lineage that is in force. */
export interface LineageLink {
  townId: number;
  restructuringUuid: string;
  predecessorUuid: string;
  /** Null is the town itself. */
  successorUuid: string | null;
  day: string;
  heir: boolean;
  designated: boolean;
}

/** Batch of all lineage of towns that is in force, by day, and of one day in the order of being applied. One statement. */
export const lineageOfTowns = keptByTree(readLineage, {
  townOf: (town: number) => town,
  rowsOf: (links) => links.length,
});

async function readLineage(desk: Desk, towns: readonly number[]): Promise<LineageLink[][]> {
  const rows = await desk.db
    .selectFrom('lineage')
    .select(['town_id as townId', 'restructuring_id as restructuringUuid', 'predecessor_id as predecessorUuid'])
    .select(['successor_id as successorUuid', 'day', 'heir', 'designated'])
    .where('town_id', 'in', [...towns])
    .where('voided_at', 'is', null)
    .orderBy('day')
    // Ids are made one after the other when a restructuring is applied.
    .orderBy('id')
    .execute();
  return towns.map((town) => rows.filter((row) => row.townId === town));
}

/**
 * Which units that stand on one day, but not on a later one, have gone into which that stand then, through whatever was
 * between. What a block gave to another before it ended does not count.
 */
export function lineageBetween(
  timeline: Timeline,
  links: readonly LineageLink[],
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): { predecessor: string; successor: string }[] {
  const into = (unit: string): string[] => {
    if (after.has(unit)) return [unit];
    const end = timeline.lifeOf(unit)?.to;
    return links
      .filter(({ predecessorUuid, day }) => predecessorUuid === unit && day === end)
      .flatMap(({ successorUuid }) => (successorUuid === null ? [] : into(successorUuid)));
  };
  return [...before.keys()]
    .filter((unit) => !after.has(unit))
    .flatMap((predecessor) => [...new Set(into(predecessor))].map((successor) => ({ predecessor, successor })));
}

/** All links that lead to a unit or from it, directly or through others, oldest first. */
export function chainOf(links: readonly LineageLink[], unit: string): LineageLink[] {
  const found = new Set<LineageLink>();
  follow(
    unit,
    (each, at) => each.predecessorUuid === at,
    (each) => each.successorUuid,
  );
  follow(
    unit,
    (each, at) => each.successorUuid === at,
    (each) => each.predecessorUuid,
  );
  return links.filter((each) => found.has(each));

  function follow(
    start: string,
    leaves: (link: LineageLink, at: string) => boolean,
    next: (link: LineageLink) => string | null,
  ): void {
    const open = [start];
    const seen = new Set(open);
    for (const at of open) {
      for (const link of links.filter((each) => leaves(each, at))) {
        found.add(link);
        const to = next(link);
        if (to !== null && !seen.has(to)) open.push(to);
        if (to !== null) seen.add(to);
      }
    }
  }
}

/**
 * The unit in which what was in a unit is on a day: the unit itself as long as it stands, else its heir, or, without one,
 * what stood above it last. Null is the town.
 */
export function standsIn(timeline: Timeline, links: readonly LineageLink[], unit: string, day: string): string | null {
  const seen = new Set<string>();
  let at: string | null = unit;
  while (at !== null && !timeline.stateOn(at, day)) {
    if (seen.has(at)) return null;
    seen.add(at);
    const gone: string = at;
    const end = timeline.lifeOf(gone)?.to;
    const heir = links.find((link) => link.heir && link.predecessorUuid === gone && link.day === end);
    at = heir ? heir.successorUuid : (timeline.stateNear(gone, day)?.parent_id ?? null);
  }
  return at;
}
