import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import { notFound, Refusal } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { townTrees } from '../units/town-tree.ts';
import { teamsById } from './read-teams.ts';
import type { TeamType } from './team.type.ts';

/** A team on a day, as the viewer may see it. Errors: NOT_FOUND on `field`. */
export async function getTeam(ctx: Context, id: string, asOf: string, field = 'id'): Promise<TeamType> {
  const { townId, key } = requireId(id, 'Team', field);
  const desk = await ctx.readTown(townId, field);
  if (!(await ctx.readTownFor('team:read', townId))) throw new Refusal('FORBIDDEN', 'forbidden');
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
  if (!team) throw notFound(field);
  const tree = await desk.load(townTrees, { townId: key.townId, asOf: key.asOf });
  if (!reaches(actor, permission, tree.place(team.blockUuid, team.uuid))) throw notFound(field);
  return team;
}
