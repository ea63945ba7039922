import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches, reachesTown } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { unitsWithinReach } from '../households/within-reach.ts';
import { standingOf } from '../requests/standing.ts';
import { unitsStanding } from '../units/standing-under.ts';

/** What is with a unit of a town: a route, or a patrol. */
interface WithUnit {
  townId: number;
  unitUuid: string;
}

/** Where it stands today, to ask for reach: in its unit or in what that has gone into, with the teams of the block there. */
export async function placeOfPatrol(desk: Desk, { townId, unitUuid }: WithUnit): Promise<Place> {
  return (await standingOf(desk, { townId, householdUuid: null, unitUuid })).place;
}

/** Whether a permission reaches a route or a patrol where it stands today. */
export async function reachesPatrol(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  patrol: WithUnit,
): Promise<boolean> {
  return reaches(actor, permission, await placeOfPatrol(desk, patrol));
}

/** That the unit in a column is one where somebody sees patrols, as a condition: the same as `reachesPatrol` says of each. */
export async function visiblePatrols(
  desk: Desk,
  actor: Actor,
  unit: RawBuilder<unknown>,
): Promise<RawBuilder<boolean>> {
  if (reachesTown(actor, 'patrol:read', desk.town)) return sql`true`;
  const reached = new Set(await unitsWithinReach(desk, actor, 'patrol:read'));
  const units = await unitsStanding(desk, ({ units: [nearest] }) => reached.has(nearest ?? ''));
  return sql`${unit} = ${anyOf(units)}`;
}
