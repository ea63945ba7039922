import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { teamsOfTowns } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { townTrees } from '../units/town-tree.ts';

/**
 * The requests `r` of the desk's town that somebody may see, as a condition: the same as `seesRequest` says of each.
 * Four statements at the most.
 */
export async function visibleTo(desk: Desk, actor: Actor): Promise<RawBuilder<boolean>> {
  if (reachesTown(actor, 'request:read', desk.town)) return sql`true`;
  const units = await reachedUnits(desk, actor, 'request:read');
  return sql`(${await standsUnder(desk, units)} or (r.unit_id is not null and exists (
    select from request_household concerned
    where concerned.town_id = r.town_id and concerned.request_id = r.id
      and ${heldBy(desk, sql`concerned.household_id`, units)})))`;
}

/** That a request stands in one of some units of today: with its household, or in a place that is there now. */
export async function standsUnder(desk: Desk, units: readonly string[]): Promise<RawBuilder<boolean>> {
  const [timeline, links] = await Promise.all([desk.load(timelineOf, desk.town), desk.load(lineageOfTowns, desk.town)]);
  const today = dayOf(desk.now);
  const within = new Set(units);
  const gone = timeline.lines
    .map((line) => line.uuid)
    .filter((unit) => within.has(standsIn(timeline, links, unit, today) ?? ''));
  return sql`(${heldBy(desk, sql`r.household_id`, units)} or r.unit_id = any(${gone}::uuid[]))`;
}

/** That blocks hold a household today, or held it last where it has left the town (see `placesNear`). */
function heldBy(desk: Desk, household: RawBuilder<unknown>, units: readonly string[]): RawBuilder<boolean> {
  const today = dayOf(desk.now);
  return sql`exists (
    select from household_block held join household h on h.town_id = held.town_id and h.id = held.household_id
    where held.town_id = r.town_id and held.household_id = ${household} and held.block_id = any(${[...units]}::uuid[])
      and held.superseded_at is null and held.valid_from <= ${today}
      and (held.valid_to is null or held.valid_to > ${today} or held.valid_to >= h.valid_to))`;
}

/** The units of today, blocks of overlays among them, that a permission reaches, also through a team. */
export async function reachedUnits(desk: Desk, actor: Actor, permission: Permission): Promise<string[]> {
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
