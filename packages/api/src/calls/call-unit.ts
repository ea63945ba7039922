import type { Desk } from '../db/door.ts';
import type { HouseholdType } from '../households/household.type.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { townTrees } from '../units/town-tree.ts';
import { blockOn } from '../visits/record-visit.ts';
import type { HotlineType } from './hotline.type.ts';

/**
 * The unit for which a call counts: the block that held the household on that day, where it stood under the unit of the
 * hotline then; else that unit, or what it had gone into; null for the town itself. So all calls to a hotline count for
 * its unit, and those of its households further down as well.
 */
export async function unitOfCall(
  desk: Desk,
  { unitUuid }: HotlineType,
  household: HouseholdType | null,
  on: string,
): Promise<string | null> {
  const block = household && (await blockOn(desk, household, on));
  if (unitUuid === null) return block;
  const [timeline, links] = await Promise.all([desk.load(timelineOf, desk.town), desk.load(lineageOfTowns, desk.town)]);
  const unit = standsIn(timeline, links, unitUuid, on);
  if (block === null || unit === null) return unit ?? block;
  const { units } = (await desk.load(townTrees, { townId: desk.town, asOf: on })).place(block);
  return units.includes(unit) ? block : unit;
}
