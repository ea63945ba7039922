import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '../db/new-id.ts';
import { dated, forward, ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Team } from '../teams/team.entity.ts';
import { District } from '../towns/district.entity.ts';
import { Unit } from '../units/unit.entity.ts';

const signInAll = { name: 'sign_in', roles: ['app_signin'], using: 'true', check: 'true' };
const enteredAccount = `nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`;

/**
 * An account 账号, global: its holder may work for several towns. The town that opened it, its home, may renew its
 * password; so may the platform where it has no home. Only the sign-in role reads passwords.
 */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    name: p.text().unique(),
    displayName: p.text(),
    passwordHash: p.text(),
    /** Tokens and sessions that began before this moment no longer count. */
    signedOutBefore: p.datetime(),
    homeTownId: p.bigint('number').nullable(),
  },
  rowLevelSecurity: 'force',
  policies: [
    signInAll,
    {
      name: 'home_town',
      roles: ['app_town'],
      using: `home_town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`,
      check: `home_town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`,
    },
    {
      name: 'no_home',
      roles: ['app_platform'],
      using: 'home_town_id is null',
      check: 'home_town_id is null',
    },
  ],
});

/** Offices above the towns: a district office 区级, or, without a district, the platform operator. Global. */
export const Office = defineEntity({
  name: 'Office',
  tableName: 'office',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    account: () => p.manyToOne(Account),
    district: () => p.manyToOne(District).nullable(),
    ...dated,
  },
  checks: [forward('office_forward')],
  rowLevelSecurity: 'force',
  policies: [signInAll, { name: 'of_the_platform', roles: ['app_platform'], using: 'true', check: 'true' }],
});

/** An account as one town knows it. A town sees no account that has no place here. */
export const TownAccount = defineEntity({
  name: 'TownAccount',
  tableName: 'town_account',
  properties: {
    ...townKey,
    accountId: p.uuid(),
    name: p.text(),
    displayName: p.text(),
    /** Whether this town opened the account, and so may renew its password. */
    home: p.boolean(),
    /** As whom it acts in this town; a person acts with one account at the most. */
    person: () => p.manyToOne(Person).nullable(),
  },
  uniques: [{ properties: ['townId', 'accountId'] }, { properties: ['townId', 'person'] }],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    { name: 'own_account', command: 'select', roles: ['app_signin'], using: `account_id = ${enteredAccount}` },
  ],
});

/** Roles that an assignment in a town can give. */
export const townRoles = [
  'TOWN_ADMINISTRATOR',
  'UNIT_OFFICER',
  'TEAM_LEAD',
  'TEAM_MEMBER',
  'MEDIATOR',
  'SOCIAL_WORKER',
  'INSPECTOR',
  'SOCIAL_PARTY_COMMITTEE',
  'AUDITOR',
] as const;

/** A role given to an account in one town: on the whole town, a unit with all under it, or a team. Dated. */
export const Assignment = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    ...townKey,
    account: () => p.manyToOne(TownAccount),
    /** The global account, repeated so that sign-in finds an account's assignments in all towns. */
    accountId: p.uuid().name('global_account_id'),
    role: p.enum(townRoles),
    unit: () => p.manyToOne(Unit).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'account'] }, { properties: ['accountId'] }],
  checks: [
    forward('assignment_forward'),
    {
      name: 'assignment_place',
      expression: `case when role in ('TOWN_ADMINISTRATOR', 'INSPECTOR', 'SOCIAL_PARTY_COMMITTEE', 'AUDITOR') then num_nonnulls(unit_id, team_id) = 0 when role in ('UNIT_OFFICER', 'MEDIATOR', 'SOCIAL_WORKER') then unit_id is not null and team_id is null else team_id is not null and unit_id is null end`,
    },
  ],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    {
      name: 'own_assignments',
      command: 'select',
      roles: ['app_signin'],
      using: `global_account_id = ${enteredAccount}`,
    },
  ],
});

/** An offer of a role to somebody whose account another town opened; redeemed once by whoever holds its code. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    ...townKey,
    /** SHA-256 of the code's secret. */
    secretHash: p.text(),
    role: p.enum(townRoles),
    unit: () => p.manyToOne(Unit).nullable(),
    team: () => p.manyToOne(Team).nullable(),
    /** The global account that made it. Where it may not give roles here any more, the invitation counts no more. */
    invitedBy: p.uuid(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
