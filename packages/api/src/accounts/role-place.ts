import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { mayGive, type Role } from '../access/roles.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, forbidden, notFound, Refusal } from '../errors.ts';
import { requireId } from '../schema/global-id.ts';
import { teamsById } from '../teams/read-teams.ts';
import { unitsById } from '../units/find-unit.ts';
import { townRoles } from './account.entity.ts';

export type TownRole = (typeof townRoles)[number];

/** What each role is held on. */
const placeOfRole: Record<TownRole, 'town' | 'unit' | 'team'> = {
  TOWN_ADMINISTRATOR: 'town',
  UNIT_OFFICER: 'unit',
  TEAM_LEAD: 'team',
  TEAM_MEMBER: 'team',
  MEDIATOR: 'unit',
  SOCIAL_WORKER: 'unit',
  INSPECTOR: 'town',
  SOCIAL_PARTY_COMMITTEE: 'town',
  AUDITOR: 'town',
};

/** A role with the place in the desk's town on which it is held. */
export interface PlacedRole {
  role: TownRole;
  unit_id: string | null;
  team_id: string | null;
}

/**
 * Checks that the actor may give a role and that its place fits.
 * Errors: FORBIDDEN on input.role where the actor may not give it; BAD_INPUT where unit or team do not fit the role;
 * NOT_FOUND on input.unit or input.team; CONFLICT there where its end is known.
 */
export async function placeRole(
  desk: Desk,
  actor: Actor,
  permission: 'account:open' | 'account:assign',
  input: { role: Role; unit?: string | null | undefined; team?: string | null | undefined },
  today: string,
): Promise<PlacedRole> {
  if (!reachesTown(actor, permission, desk.town)) throw forbidden([permission]);
  const role = townRoles.find((each) => each === input.role);
  const givable = rolesToGive(actor, desk.town);
  if (!role || !givable.includes(role)) throw new Refusal('FORBIDDEN', 'roleNotYours', { field: 'input.role' });
  if (!assignedHere(actor, desk.town)) await requireNoAdministrator(desk, today);
  const place = placeOfRole[role];
  if ((input.unit != null) !== (place === 'unit')) throw badInput('input.unit', 'rolePlace', { place });
  if ((input.team != null) !== (place === 'team')) throw badInput('input.team', 'rolePlace', { place });
  const unit_id = input.unit == null ? null : await lastingUnit(desk, input.unit, today);
  const team_id = input.team == null ? null : await lastingTeam(desk, input.team, today);
  return { role, unit_id, team_id };
}

function assignedHere(actor: Actor, townId: number): boolean {
  return actor.assignments.some((held) => held.townId === townId && mayGive[held.role] !== undefined);
}

/** Whoever runs the platform opens a town's first administrator; all others are for the town to open. */
async function requireNoAdministrator(desk: Desk, today: string): Promise<void> {
  const administrator = await desk.db
    .selectFrom('assignment')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('role', '=', 'TOWN_ADMINISTRATOR')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', today)]))
    .executeTakeFirst();
  if (administrator) throw conflict('townHasAdministrator', 'input.town');
}

function rolesToGive(actor: Actor, townId: number): readonly Role[] {
  return [
    ...actor.offices.flatMap((office) => (office.districtCode === null ? (mayGive.PLATFORM_OPERATOR ?? []) : [])),
    ...actor.assignments.flatMap((held) => (held.townId === townId ? (mayGive[held.role] ?? []) : [])),
  ];
}

/** Whether the unit or team of a place is there today and no end of it is known. */
export async function placeLasts(
  desk: Desk,
  { unit_id, team_id }: Pick<PlacedRole, 'unit_id' | 'team_id'>,
  today: string,
): Promise<boolean> {
  const key = { townId: desk.town, asOf: today };
  const [unit, team] = await Promise.all([
    unit_id === null ? undefined : desk.load(unitsById, { ...key, uuid: unit_id }),
    team_id === null ? undefined : desk.load(teamsById, { ...key, uuid: team_id }),
  ]);
  return [unit, team].every((each) => !each || (each.validFrom <= today && each.validTo === null));
}

async function lastingUnit(desk: Desk, id: string, today: string): Promise<string> {
  const { townId, key } = requireId(id, 'Unit', 'input.unit');
  const unit = await desk.load(unitsById, { townId: desk.town, asOf: today, uuid: key });
  if (townId !== desk.town || !unit || !isOpen(unit, today)) throw notFound('input.unit');
  if (unit.validTo !== null) throw conflict('unitClosed', 'input.unit');
  return key;
}

async function lastingTeam(desk: Desk, id: string, today: string): Promise<string> {
  const { townId, key } = requireId(id, 'Team', 'input.team');
  const team = await desk.load(teamsById, { townId: desk.town, asOf: today, uuid: key });
  if (townId !== desk.town || !team || !isOpen(team, today)) throw notFound('input.team');
  if (team.validTo !== null) throw conflict('teamClosed', 'input.team');
  return key;
}

function isOpen({ validFrom, validTo }: { validFrom: string; validTo: string | null }, today: string): boolean {
  return validFrom <= today && (validTo === null || validTo > today);
}
