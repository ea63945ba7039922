import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';
import { lineageOfTowns, standsIn } from './lineage.ts';
import { timelineOf } from './timeline.ts';
import { townTrees } from './town-tree.ts';

/** The unit above each block of a town, those that are gone too, where they stand today; only of those within a unit where one is told. */
export async function unitsOfBlocks(
  desk: Desk,
  townId: number,
  within: string | null,
): Promise<{ block: string; unit: string | null }[]> {
  const today = dayOf(desk.now);
  const [timeline, links, tree] = await Promise.all([
    desk.load(timelineOf, townId),
    desk.load(lineageOfTowns, townId),
    desk.load(townTrees, { townId, asOf: today }),
  ]);
  return timeline.lines.flatMap(({ uuid: block }) => {
    const now = standsIn(timeline, links, block, today);
    const above = now === null ? [] : tree.place(now).units;
    if (within !== null && !above.includes(within)) return [];
    const unit = above.find((each) => !['BLOCK', 'BUILDING'].includes(tree.find(each)?.kind ?? '')) ?? null;
    return [{ block, unit }];
  });
}
