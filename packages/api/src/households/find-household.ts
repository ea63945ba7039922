import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches, reachesTown } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, type Versions } from '../db/versions.ts';
import { badInput, conflict, notFound, type Refusal } from '../errors.ts';
import { globalId, readGlobalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { dayOf } from '../today.ts';
import { getUnitFor, requireBlock } from '../units/find-unit.ts';
import { timelineOf } from '../units/timeline.ts';
import type { HouseholdType } from './household.type.ts';
import { type PlaceState, placesNear, placesOf } from './household-places.ts';

/** A household's row as GraphQL shows it. */
export function householdOf(row: {
  town_id: number;
  id: string;
  code: string | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
}): HouseholdType {
  const { town_id: townId, id: uuid, code, valid_from: validFrom, valid_to: validTo, version } = row;
  return {
    typename: 'Household',
    id: globalId('Household', townId, uuid),
    ...{ townId, uuid, code, validFrom, validTo, version },
  };
}

/** Batch of households by id. */
export async function householdsById(desk: Desk, keys: readonly TownKey[]): Promise<(HouseholdType | undefined)[]> {
  const rows = await desk.db
    .selectFrom('household')
    .select(['town_id', 'id', 'code', 'valid_from', 'valid_to', 'version'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', householdOf);
}

/** A household that the viewer may see. Errors: NOT_FOUND on `field`. */
export async function getHousehold(ctx: Context, id: string, field = 'id'): Promise<HouseholdType> {
  const { townId, key: uuid } = requireId(id, 'Household', field);
  const desk = await ctx.readTownFor('household:read', townId);
  const household = await desk?.load(householdsById, { townId, uuid });
  if (!desk || !household || !(await reachesHousehold(desk, ctx.signedIn, 'household:read', household))) {
    throw notFound(field);
  }
  return household;
}

/** A household that something of a town names, where the viewer sees it today. Null where none is named. */
export async function householdSeen(ctx: Context, townId: number, uuid: string | null): Promise<HouseholdType | null> {
  if (uuid === null) return null;
  const desk = await ctx.readTownFor('household:read', townId);
  const household = await desk?.load(householdsById, { townId, uuid });
  return desk && household ? ((await visibleHouseholds(desk, ctx.signedIn, [household]))[0] ?? null) : null;
}

/** The household that a mutation names, if the actor's permission reaches it. Errors: NOT_FOUND on `field`. */
export async function getHouseholdFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
  field = 'input.household',
): Promise<HouseholdType> {
  const uuid = requireIdIn(desk.town, id, 'Household', field);
  const household = await desk.load(householdsById, { townId: desk.town, uuid });
  if (!household || !(await reachesHousehold(desk, actor, permission, household))) throw notFound(field);
  return household;
}

/** Whether the actor's permission reaches a household where it stands today (see `placeOfHousehold`). */
export async function reachesHousehold(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  household: TownKey,
): Promise<boolean> {
  const place = await placeOfHousehold(desk, household);
  return place !== undefined && reaches(actor, permission, place);
}

/**
 * Where a household stands today, to ask for reach: with its geographic block, and the blocks of overlays that hold it
 * beside (see `placesNear`).
 */
export async function placeOfHousehold(desk: Desk, { townId, uuid }: TownKey): Promise<Place | undefined> {
  const near = placesNear(await desk.load(placesOf, { townId, uuid }), dayOf(desk.now));
  const blocks = near.length > 0 ? near.map(({ state }) => state.block_id) : await lastBlockOf(desk, { townId, uuid });
  const [place, ...overlays] = await Promise.all(blocks.map((block) => placeOfBlock(desk, { townId, uuid: block })));
  return place && { ...place, overlays };
}

/**
 * Those of some households that a permission of the viewer's reaches, in their order. A number of statements that does not
 * grow with them.
 */
export async function visibleHouseholds(
  desk: Desk,
  actor: Actor,
  households: readonly HouseholdType[],
  permission: Permission = 'household:read',
): Promise<HouseholdType[]> {
  // Whoever sees the whole town sees them all, wherever each of its thousands stands.
  if (reachesTown(actor, permission, desk.town)) return [...households];
  if (await reachesBlocksOf(desk, actor, permission, households)) return [...households];
  const seen = await Promise.all(households.map((each) => reachesHousehold(desk, actor, permission, each)));
  return households.filter((_, index) => seen[index]);
}

/** Whether the blocks of today of some households were read with them, and the permission reaches each of these blocks. */
async function reachesBlocksOf(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  households: readonly HouseholdType[],
): Promise<boolean> {
  const blocks = new Set(households.map(({ blockToday }) => blockToday));
  const places = await Promise.all(
    [...blocks].map((uuid) => (uuid === undefined ? undefined : placeOfBlock(desk, { townId: desk.town, uuid }))),
  );
  return places.every((place) => place !== undefined && reaches(actor, permission, place));
}

/**
 * Households by their global ids, in that order; in the place of one that the viewer does not see, NOT_FOUND on ids.N. A
 * number of statements that does not grow with them.
 */
export async function namedHouseholds(
  desk: Desk,
  actor: Actor,
  ids: readonly string[],
): Promise<(HouseholdType | Refusal)[]> {
  const named = ids.map((id) => readGlobalId(id));
  const found = await Promise.all(
    named.map((id) =>
      id?.type === 'Household' && id.townId === desk.town
        ? desk.load(householdsById, { townId: desk.town, uuid: id.key })
        : undefined,
    ),
  );
  const known = found.filter((household) => household !== undefined);
  const seen = new Set((await visibleHouseholds(desk, actor, known)).map(({ uuid }) => uuid));
  return found.map((household, index) =>
    household && seen.has(household.uuid) ? household : notFound(`ids.${index}`),
  );
}

/** The block of a household that was taken back on its first day. */
async function lastBlockOf(desk: Desk, { townId, uuid }: TownKey): Promise<string[]> {
  const row = await desk.db
    .selectFrom('household_block')
    .select('block_id')
    .where('town_id', '=', townId)
    .where('household_id', '=', uuid)
    .where('overlay_id', 'is', null)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? [row.block_id] : [];
}

/**
 * The block that a mutation places households in, from a day on, if the actor's permission reaches it.
 * Errors: NOT_FOUND on input.block; BAD_INPUT where it is no block, is of the other sort of partition, or the day lies
 * before it; CONFLICT where it does not last as a block.
 */
export async function getBlockFor(
  desk: Desk,
  actor: Actor,
  id: string,
  from: string,
  partition: 'geographic' | 'overlay',
): Promise<{ block: string; overlay: string | null }> {
  const uuid = requireIdIn(desk.town, id, 'Unit', 'input.block');
  const key = { townId: desk.town, asOf: from, uuid };
  const place = await placeOfBlock(desk, key);
  if (!reaches(actor, 'household:register', place)) throw notFound('input.block');
  // Reach was judged with the block's teams; what is left to find out is the unit itself.
  const unit = await getUnitFor(desk, actor, 'unit:read', key, 'input.block');
  await requireBlock(desk, unit, from, 'input.block');
  const overlay = (await desk.load(timelineOf, desk.town)).find(uuid)?.overlayId ?? null;
  if ((overlay === null) !== (partition === 'geographic')) {
    throw badInput('input.block', partition === 'geographic' ? 'blockOfOverlay' : 'blockOfNoOverlay');
  }
  return { block: uuid, overlay };
}

/**
 * Refuses a day on which the household is not in the town. Errors: BAD_INPUT on `field` before it was, CONFLICT on
 * `household` once it has left.
 */
export function requireLiving(
  { validFrom, validTo }: HouseholdType,
  day: string,
  field: string,
  household = 'input.household',
): void {
  if (day < validFrom) throw badInput(field, 'dateBeforeBeginning', { date: validFrom });
  if (validTo !== null && day >= validTo) throw conflict('householdEnded', household, { date: validTo });
}

/**
 * Refuses to change where a household is from a day on which its block is still to end with it in it: the restructuring
 * that took it on from there has been worked out with it. Takes its places in one partition. Errors: CONFLICT on `field`.
 */
export async function refuseBeforeGoingOn(
  desk: Desk,
  places: Versions<PlaceState>,
  day: string,
  field: string,
): Promise<void> {
  const held = places.find((place) => holdsOn(place, day));
  const next = places.find((place) => place.from > day);
  if (!held || held.to === null || next?.from !== held.to) return;
  const life = (await desk.load(timelineOf, desk.town)).lifeOf(held.state.block_id);
  if (life?.to === held.to) throw conflict('dateBeforeChange', field, { date: held.to });
}
