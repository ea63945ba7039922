import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { TownKey } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { placeOf } from '../units/find-unit.ts';
import { teamsById, teamsOfTowns } from './read-teams.ts';
import type { TeamType } from './team.type.ts';

/** A team on a day, as the viewer may see it. Errors: NOT_FOUND on `field`. */
export async function getTeam(ctx: Context, id: string, asOf: string, field = 'id'): Promise<TeamType> {
  const { townId, key } = requireId(id, 'Team', field);
  const desk = await ctx.readTownFor('team:read', townId);
  if (!desk) throw notFound(field);
  const team = await desk.load(teamsById, { townId, asOf, uuid: key });
  if (!team || team.validFrom > asOf) throw notFound(field);
  return team;
}

/** The team that a mutation names, if the actor's permission reaches it. Errors: NOT_FOUND on `field`. */
export async function getTeamFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  key: { townId: number; asOf: string; uuid: string },
  field: string,
): Promise<TeamType> {
  const team = key.townId === desk.town ? await desk.load(teamsById, key) : undefined;
  if (!team || !reaches(actor, permission, await placeOfTeam(desk, team))) throw notFound(field);
  return team;
}

/** Where a team stands today, to ask whether a permission reaches it. */
export async function placeOfTeam(desk: Desk, { townId, blockUuid, uuid }: TeamType): Promise<Place> {
  const today = await desk.load(teamsById, { townId, asOf: dayOf(desk.now), uuid });
  return placeOf(desk, { townId, uuid: today?.blockUuid ?? blockUuid }, [uuid]);
}

/** Where what a block holds stands today: whoever is in any team of the block today reaches it. */
export async function placeOfBlock(desk: Desk, { townId, uuid }: TownKey): Promise<Place> {
  const teams = await desk.load(teamsOfTowns, { townId, asOf: dayOf(desk.now) });
  const own = teams.filter((team) => team.blockUuid === uuid).map((team) => team.uuid);
  return placeOf(desk, { townId, uuid }, own);
}
