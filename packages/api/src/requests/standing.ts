import type { Place } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { placeOfHousehold } from '../households/find-household.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { dayOf } from '../today.ts';
import { placeOf, unitsById } from '../units/find-unit.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { UnitType } from '../units/unit.type.ts';

/** With which household something is, or in which unit a place is: the other is null. */
export interface Located {
  townId: number;
  householdUuid: string | null;
  unitUuid: string | null;
}

/** Where something stands today. */
export interface Standing {
  /** To ask for reach: with the teams of the block, and for a household with its overlays' blocks. */
  place: Place;
  /** The units, the nearest first; none where it stands with the town itself. */
  path: readonly UnitType[];
}

/**
 * Where a household, or a place, stands today: a household with its block of today, a place in its unit or in what that
 * has gone into. A number of statements that does not grow with what is asked for at once.
 */
export async function standingOf(desk: Desk, located: Located): Promise<Standing> {
  const { townId, householdUuid, unitUuid } = located;
  const place =
    householdUuid === null
      ? await placeOfUnit(desk, townId, unitUuid ?? '')
      : await placeOfHousehold(desk, { townId, uuid: householdUuid });
  if (!place) throw new Error(`Household ${householdUuid} never had a block`);
  return { place, path: await unitsOf(desk, place) };
}

async function placeOfUnit(desk: Desk, townId: number, unit: string): Promise<Place> {
  const [timeline, links] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  const uuid = standsIn(timeline, links, unit, dayOf(desk.now));
  if (uuid === null) return { townId, units: [] };
  const place = await placeOf(desk, { townId, uuid });
  const block = (await unitsOf(desk, place)).find((each) => each.kind === 'BLOCK');
  if (!block) return place;
  return { ...place, teams: (await placeOfBlock(desk, { townId, uuid: block.uuid })).teams ?? [] };
}

async function unitsOf(desk: Desk, { townId, units }: Place): Promise<UnitType[]> {
  const asOf = dayOf(desk.now);
  const path = await Promise.all(units.map((uuid) => desk.load(unitsById, { townId, asOf, uuid })));
  return path.filter((unit) => unit !== undefined);
}
