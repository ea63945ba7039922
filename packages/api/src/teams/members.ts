import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { spanOf } from '../db/on-days.ts';
import { holdsOn } from '../db/versions.ts';
import { partnerOf, personOf } from '../people/person-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { teamRoles } from './team.entity.ts';
import type { TeamMemberType } from './team.type.ts';

/** Batch of teams' members on days, the lead first. One statement. */
export async function membersOn(
  desk: Desk,
  keys: readonly { townId: number; team: string; asOf: string }[],
): Promise<TeamMemberType[][]> {
  const { first, last } = spanOf(keys);
  const rows = await selectMembers(desk)
    .where('m.town_id', 'in', townsOf(keys))
    .where('m.team_id', 'in', [...new Set(keys.map((key) => key.team))])
    .where('m.valid_from', '<=', last)
    .where((or) => or.or([or('m.valid_to', 'is', null), or('m.valid_to', '>', first)]))
    .orderBy('m.valid_from')
    .orderBy('m.id')
    .execute();
  const byTeam = Map.groupBy(rows, (row) => `${row.town_id} ${row.team_id}`);
  return keys.map(({ townId, team, asOf }) =>
    (byTeam.get(`${townId} ${team}`) ?? [])
      .filter(({ valid_from: from, valid_to: to }) => holdsOn({ from, to }, asOf))
      .map(memberOf)
      .sort((a, b) => teamRoles.indexOf(a.role) - teamRoles.indexOf(b.role)),
  );
}

/** Batch of memberships by id. */
export async function membersById(desk: Desk, keys: readonly TownKey[]): Promise<(TeamMemberType | undefined)[]> {
  const rows = await selectMembers(desk)
    .where('m.town_id', 'in', townsOf(keys))
    .where('m.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', memberOf);
}

/** The teams of a town in which somebody is on a day, by their ids there; undefined where the town knows nobody by this id. One statement. */
export async function findTeamsOfPerson(
  desk: Desk,
  townId: number,
  person: string,
  asOf: string,
): Promise<Set<string> | undefined> {
  const rows = await desk.db
    .selectFrom('person')
    .leftJoin('team_member as m', (join) =>
      join
        .onRef('m.town_id', '=', 'person.town_id')
        .onRef('m.person_id', '=', 'person.id')
        .on('m.valid_from', '<=', asOf)
        .on((or) => or.or([or('m.valid_to', 'is', null), or('m.valid_to', '>', asOf)])),
    )
    .select('m.team_id')
    .where('person.town_id', '=', townId)
    .where('person.id', '=', person)
    .execute();
  return rows.length === 0 ? undefined : new Set(rows.flatMap(({ team_id }) => team_id ?? []));
}

/** Memberships with whoever is meant; the caller narrows it to what it needs. */
export function selectMembers(desk: Desk) {
  return desk.db
    .selectFrom('team_member as m')
    .leftJoin('person', (join) => join.onRef('person.town_id', '=', 'm.town_id').onRef('person.id', '=', 'm.person_id'))
    .leftJoin('partner', (join) =>
      join.onRef('partner.town_id', '=', 'm.town_id').onRef('partner.id', '=', 'm.partner_id'),
    )
    .select(['m.town_id', 'm.id', 'm.team_id', 'm.person_id', 'm.partner_id', 'm.role', 'm.valid_from', 'm.valid_to'])
    .select(['person.name as personName', 'partner.name as partnerName']);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>['execute']>>[number];

/** The GraphQL object of a membership's row. */
export function memberOf(row: MemberRow): TeamMemberType {
  const { town_id, person_id, personName, partner_id, partnerName } = row;
  return {
    townId: town_id,
    teamUuid: row.team_id,
    id: globalId('TeamMember', town_id, row.id),
    person: person_id === null ? null : personOf({ town_id, id: person_id, name: personName ?? '' }),
    partner: partner_id === null ? null : partnerOf({ town_id, id: partner_id, name: partnerName ?? '' }),
    role: row.role,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
