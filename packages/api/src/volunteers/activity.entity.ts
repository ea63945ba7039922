import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Unit } from '../units/unit.entity.ts';
import { Volunteer } from './volunteer.entity.ts';
import { signUpStates } from './volunteer-states.ts';

/** A kind of activity 活动类别 in a town's own list, such as 助医. */
export const VolunteerActivityKind = defineEntity({
  name: 'VolunteerActivityKind',
  tableName: 'volunteer_activity_kind',
  properties: {
    ...townKey,
    name: p.text(),
    position: p.integer(),
    /** The first day on which nothing of it is planned any more. */
    endedOn: p.date().nullable(),
  },
  checks: [
    {
      name: 'volunteer_activity_kind_name',
      expression: 'EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What an activity of a kind earns 积分标准, over a period. */
export const VolunteerActivityRate = defineEntity({
  name: 'VolunteerActivityRate',
  tableName: 'volunteer_activity_rate',
  properties: { ...townKey, kind: () => p.manyToOne(VolunteerActivityKind), points: p.integer(), ...dated },
  indexes: [{ properties: ['townId', 'kind'] }],
  checks: [
    { name: 'volunteer_activity_rate_points', expression: 'points > 0' },
    forward('volunteer_activity_rate_forward'),
    noOverlap('volunteer_activity_rate_once', ['kind_id']),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** An activity of volunteers 志愿活动, on a day. */
export const VolunteerActivity = defineEntity({
  name: 'VolunteerActivity',
  tableName: 'volunteer_activity',
  properties: {
    ...townKey,
    kind: () => p.manyToOne(VolunteerActivityKind),
    /** Where it is held, whose officers and team say who came; null for the town. */
    unit: () => p.manyToOne(Unit).nullable(),
    name: p.text(),
    heldOn: p.date(),
    /** When on the day, and where, as people write it. */
    time: p.text().nullable(),
    place: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    calledOffAt: p.datetime().nullable(),
    calledOffBecause: p.text().nullable(),
  },
  indexes: [
    { properties: ['townId', 'heldOn'] },
    { properties: ['townId', 'kind'] },
    { properties: ['townId', 'unit'] },
  ],
  checks: [
    {
      name: 'volunteer_activity_called_off',
      expression: 'num_nonnulls(called_off_at, called_off_because) in (0, 2)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That a volunteer is to come to an activity 报名, or came. */
export const VolunteerSignUp = defineEntity({
  name: 'VolunteerSignUp',
  tableName: 'volunteer_sign_up',
  properties: {
    ...townKey,
    activity: () => p.manyToOne(VolunteerActivity),
    volunteer: () => p.manyToOne(Volunteer),
    state: p.enum(signUpStates),
    /** What coming has earned them. */
    points: p.integer().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'activity', 'volunteer'] }],
  indexes: [{ properties: ['townId', 'volunteer'] }],
  checks: [{ name: 'volunteer_sign_up_points', expression: "(state = 'CONFIRMED') = (points is not null)" }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
