import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import { throughOverlays } from '../access/through-overlays.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import { timelineOf } from '../units/timeline.ts';
import { townTrees } from '../units/town-tree.ts';

/**
 * That a household of the desk's town, by its id in SQL, is within reach of a permission: the same as `reachesHousehold`
 * says of each. Two statements at the most.
 */
export async function withinReach(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  household: RawBuilder<unknown>,
): Promise<RawBuilder<boolean>> {
  if (reachesTown(actor, permission, desk.town)) return sql`true`;
  const units = await unitsWithinReach(desk, actor, permission);
  if (throughOverlays.has(permission)) return heldBy(desk, household, units);
  const timeline = await desk.load(timelineOf, desk.town);
  return heldBy(
    desk,
    household,
    units.filter((unit) => timeline.find(unit)?.overlayId === null),
  );
}

/** That blocks hold a household today, or held it last where it has left the town (see `placesNear`). */
export function heldBy(desk: Desk, household: RawBuilder<unknown>, units: readonly string[]): RawBuilder<boolean> {
  const today = dayOf(desk.now);
  return sql`exists (
    select from household_block held join household h on h.town_id = held.town_id and h.id = held.household_id
    where held.town_id = ${desk.town} and held.household_id = ${household} and held.block_id = ${anyOf(units)}
      and held.superseded_at is null and held.valid_from <= ${today}
      and (held.valid_to is null or held.valid_to > ${today} or held.valid_to >= h.valid_to))`;
}

/** The units of today, blocks of overlays among them, that a permission reaches, also through a team. */
export async function unitsWithinReach(desk: Desk, actor: Actor, permission: Permission): Promise<string[]> {
  const asOf = dayOf(desk.now);
  const key = { townId: desk.town, asOf };
  const [tree, teams] = await Promise.all([desk.load(townTrees, key), desk.load(teamsOfTowns, key)]);
  const byBlock = Map.groupBy(teams, (team) => team.blockUuid);
  return tree.units.flatMap(({ uuid }) => {
    const bare = tree.place(uuid);
    const block = bare.units.find((unit) => tree.find(unit)?.kind === 'BLOCK') ?? '';
    const place = { ...bare, teams: (byBlock.get(block) ?? []).map((team) => team.uuid) };
    return reaches(actor, permission, place) ? [uuid] : [];
  });
}
