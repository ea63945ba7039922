import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, publicShows, townKey } from '../db/tenant.ts';
import { Unit } from '../units/unit.entity.ts';

/** Somebody who acts in a role for the town: an officer, a team's lead or member. Never a visited resident. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: { ...townKey, name: p.text() },
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});

/** A partner organisation 共建单位, such as a company or kindergarten, that joins teams. */
export const Partner = defineEntity({
  name: 'Partner',
  tableName: 'partner',
  properties: { ...townKey, name: p.text() },
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Posts of a unit's officers: Party secretary 书记, director 主任, deputy director 副主任, officer 干部. */
export const postTitles = ['PARTY_SECRETARY', 'DIRECTOR', 'DEPUTY_DIRECTOR', 'OFFICER'] as const;

/** A person's post 职务 at a unit, dated. */
export const Post = defineEntity({
  name: 'Post',
  tableName: 'post',
  properties: {
    ...townKey,
    person: () => p.manyToOne(Person),
    unit: () => p.manyToOne(Unit),
    title: p.enum(postTitles),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'unit'] }, { properties: ['townId', 'person'] }],
  checks: [forward('post_forward'), noOverlap('post_once', ['unit_id', 'person_id', 'title'])],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
