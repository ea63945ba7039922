import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { mayGive, type Role } from '../access/roles.ts';
import type { Desk } from '../db/door.ts';
import { badInput, notFound, Refusal } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { teamsById } from '../teams/read-teams.ts';
import { townTrees } from '../units/town-tree.ts';
import { townRoles } from './account.entity.ts';

export type TownRole = (typeof townRoles)[number];

/** A role with the place in the desk's town on which it is held. */
export interface PlacedRole {
  role: TownRole;
  unit_id: string | null;
  team_id: string | null;
}

/**
 * Checks that the actor may give a role and that its place fits.
 * Errors: FORBIDDEN on input.role where the actor may not give it; BAD_INPUT where unit or team do not fit the role;
 * NOT_FOUND on input.unit or input.team.
 */
export async function placeRole(
  desk: Desk,
  actor: Actor,
  permission: 'account:open' | 'account:assign',
  input: { role: Role; unit?: string | null | undefined; team?: string | null | undefined },
  today: string,
): Promise<PlacedRole> {
  if (!reachesTown(actor, permission, desk.town)) throw new Refusal('FORBIDDEN', 'forbidden');
  const role = townRoles.find((each) => each === input.role);
  const givable = rolesToGive(actor, desk.town);
  if (!role || !givable.includes(role)) throw new Refusal('FORBIDDEN', 'roleNotYours', { field: 'input.role' });
  const place = { TOWN_ADMINISTRATOR: 'town', UNIT_OFFICER: 'unit', TEAM_LEAD: 'team', TEAM_MEMBER: 'team' }[role];
  if ((input.unit != null) !== (place === 'unit')) throw badInput('input.unit', 'rolePlace', { place });
  if ((input.team != null) !== (place === 'team')) throw badInput('input.team', 'rolePlace', { place });
  const unit_id = input.unit == null ? null : await openUnitOf(desk, input.unit, today);
  const team_id = input.team == null ? null : await openTeamOf(desk, input.team, today);
  return { role, unit_id, team_id };
}

function rolesToGive(actor: Actor, townId: number): readonly Role[] {
  return [
    ...actor.offices.flatMap((office) => (office.districtCode === null ? (mayGive.PLATFORM_OPERATOR ?? []) : [])),
    ...actor.assignments.flatMap((held) => (held.townId === townId ? (mayGive[held.role] ?? []) : [])),
  ];
}

async function openUnitOf(desk: Desk, id: string, today: string): Promise<string> {
  const { townId, key } = requireId(id, 'Unit', 'input.unit');
  const tree = await desk.load(townTrees, { townId: desk.town, asOf: today });
  if (townId !== desk.town || !tree.find(key)) throw notFound('input.unit');
  return key;
}

async function openTeamOf(desk: Desk, id: string, today: string): Promise<string> {
  const { townId, key } = requireId(id, 'Team', 'input.team');
  const team = await desk.load(teamsById, { townId: desk.town, asOf: today, uuid: key });
  if (townId !== desk.town || !team || (team.validTo !== null && team.validTo <= today)) throw notFound('input.team');
  return key;
}
