import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireOfTown } from '../people/register-person.ts';
import { requireId } from '../schema/global-id.ts';
import { lockTree } from '../towns/lock-tree.ts';
import { getTeamFor } from './find-team.ts';
import { memberOf, selectMembers } from './members.ts';
import type { JoinTeamInput, TeamMemberType, TeamType } from './team.type.ts';

/** A membership and its team, as a change has left them. */
export interface Staffed {
  member: TeamMemberType;
  team: TeamType;
}

/**
 * Lets a person or a partner organisation join a team from a day on.
 * Errors: NOT_FOUND on input.team, person or partner; BAD_INPUT where both or neither are named, or the role does not
 * fit; CONFLICT where the team is disbanded, has a lead, or has them as a member already.
 */
export async function joinTeam(desk: Desk, actor: Actor, input: JoinTeamInput, from: string): Promise<Staffed> {
  await lockTree(desk);
  const { townId, key } = requireId(input.team, 'Team', 'input.team');
  const team = await getTeamFor(desk, actor, 'team:staff', { townId, asOf: from, uuid: key }, 'input.team');
  if (team.validTo !== null) throw conflict('teamClosed', 'input.team');
  if (from < team.validFrom) throw badInput('input.from', 'dateBeforeBeginning', { date: team.validFrom });
  if ((input.person == null) === (input.partner == null)) throw badInput('input.person', 'personOrPartner');
  if ((input.role === 'PARTNER') !== (input.partner != null)) throw badInput('input.role', 'partnerRole');
  const person_id = input.person == null ? null : await requireOfTown(desk, 'person', input.person, 'input.person');
  const partner_id =
    input.partner == null ? null : await requireOfTown(desk, 'partner', input.partner, 'input.partner');
  const present = await desk.db
    .selectFrom('team_member')
    .select(['person_id', 'partner_id', 'role'])
    .where('town_id', '=', desk.town)
    .where('team_id', '=', key)
    // A period that was taken back on the day it began is empty.
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', from)]))
    .execute();
  if (present.some((member) => member.person_id === person_id && member.partner_id === partner_id)) {
    throw conflict('alreadyMember', input.person == null ? 'input.partner' : 'input.person');
  }
  if (input.role === 'LEAD' && present.some((member) => member.role === 'LEAD'))
    throw conflict('teamHasLead', 'input.role');
  const id = newId();
  const { role } = input;
  await desk.db
    .insertInto('team_member')
    .values({ town_id: desk.town, id, team_id: key, person_id, partner_id, role, valid_from: from, valid_to: null })
    .execute();
  return { member: await readMember(desk, id), team };
}

/**
 * Ends a membership; `on` is the first day without it.
 * Errors: NOT_FOUND on input.member; BAD_INPUT on input.on before it began; CONFLICT where it has ended.
 */
export async function leaveTeam(desk: Desk, actor: Actor, id: string, on: string): Promise<Staffed> {
  await lockTree(desk);
  const row = await selectMembers(desk).where('m.town_id', '=', desk.town).where('m.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('input.member');
  const key = { townId: desk.town, asOf: on, uuid: row.team_id };
  const team = await getTeamFor(desk, actor, 'team:staff', key, 'input.member');
  if (row.valid_to !== null) throw conflict('alreadyEnded', 'input.member');
  if (on < row.valid_from) throw badInput('input.on', 'dateBeforeBeginning', { date: row.valid_from });
  await desk.db
    .updateTable('team_member')
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', id)
    .execute();
  return { member: await readMember(desk, id), team };
}

async function readMember(desk: Desk, id: string): Promise<TeamMemberType> {
  return memberOf(
    await selectMembers(desk).where('m.town_id', '=', desk.town).where('m.id', '=', id).executeTakeFirstOrThrow(),
  );
}
