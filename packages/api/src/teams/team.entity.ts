import { defineEntity, p } from '@mikro-orm/core';
import {
  dated,
  districtReads,
  forward,
  noOverlap,
  ownTown,
  platformReads,
  publicShows,
  townKey,
} from '../db/tenant.ts';
import { Partner, Person } from '../people/person.entity.ts';
import { Restructuring } from '../restructurings/restructuring.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** How somebody belongs to a team: its lead 牵头负责人, or as a member of one of the kinds that towns use. */
export const teamRoles = [
  'LEAD',
  'LINE_CADRE',
  'PARTY_GROUP_LEADER',
  'VILLAGE_GROUP_LEADER',
  'BUILDING_HEAD',
  'GROUP_HEAD',
  'VOLUNTEER',
  'PARTNER',
] as const;

/** A service team 组团: an identity that stands in the tree as the leaf of a block. */
export const Team = defineEntity({
  name: 'Team',
  tableName: 'team',
  properties: { ...townKey, ...dated, version: p.integer().version() },
  checks: [forward('team_life_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads],
});

/** A team's name and block over a period; rows are superseded, never changed (see UnitVersion). */
export const TeamVersion = defineEntity({
  name: 'TeamVersion',
  tableName: 'team_version',
  properties: {
    ...townKey,
    team: () => p.manyToOne(Team),
    block: () => p.manyToOne(Unit),
    name: p.text(),
    ...dated,
    recordedAt: p.datetime(),
    supersededAt: p.datetime().nullable(),
    /** The restructuring that made the version; null for a change of the team alone. */
    restructuring: () => p.manyToOne(Restructuring).nullable(),
    supersededBy: () => p.manyToOne(Restructuring).nullable(),
  },
  indexes: [
    { properties: ['townId', 'team'] },
    { properties: ['townId', 'block'] },
    { properties: ['townId', 'restructuring'] },
    { properties: ['townId', 'supersededBy'] },
  ],
  checks: [forward('team_version_forward'), noOverlap('team_version_overlap', ['team_id'], 'superseded_at IS NULL')],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads, publicShows],
});

/** A person's or a partner organisation's membership of a team, dated. A team has one lead at a time. */
export const TeamMember = defineEntity({
  name: 'TeamMember',
  tableName: 'team_member',
  properties: {
    ...townKey,
    team: () => p.manyToOne(Team),
    person: () => p.manyToOne(Person).nullable(),
    partner: () => p.manyToOne(Partner).nullable(),
    role: p.enum(teamRoles),
    ...dated,
  },
  indexes: [
    { properties: ['townId', 'team'] },
    { properties: ['townId', 'person'] },
    { properties: ['townId', 'partner'] },
  ],
  checks: [
    forward('team_member_forward'),
    { name: 'team_member_who', expression: `num_nonnulls(person_id, partner_id) = 1` },
    { name: 'team_member_partner', expression: `(role = 'PARTNER') = (partner_id is not null)` },
    noOverlap('team_member_lead', ['team_id'], `role = 'LEAD'`),
    noOverlap('team_member_person', ['team_id', 'person_id'], 'person_id IS NOT NULL'),
    noOverlap('team_member_partner_once', ['team_id', 'partner_id'], 'partner_id IS NOT NULL'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});
