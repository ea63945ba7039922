import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** A hotline 热线 of a unit or of the town, answered at certain hours of every day. */
export const Hotline = defineEntity({
  name: 'Hotline',
  tableName: 'hotline',
  properties: {
    ...townKey,
    name: p.text(),
    /** The numbers that people call, digits alone. */
    telephones: p.array(),
    /** Whose it is; null is the town itself. */
    unit: () => p.manyToOne(Unit).nullable(),
    /** The hours of every day at which it is answered, from 0 to 24 in Shanghai: the first, and the first after. */
    opensAt: p.smallint(),
    closesAt: p.smallint(),
    ...dated,
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'unit'] }],
  checks: [
    forward('hotline_forward'),
    { name: 'hotline_hours', expression: 'opens_at >= 0 and closes_at <= 24 and opens_at < closes_at' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody's duty 值班 at a hotline, from hour to hour. Never changed but to be taken back. */
export const HotlineDuty = defineEntity({
  name: 'HotlineDuty',
  tableName: 'hotline_duty',
  properties: {
    ...townKey,
    hotline: () => p.manyToOne(Hotline),
    person: () => p.manyToOne(Person),
    /** Which of the hotline's numbers they answer; null is whichever rings. */
    telephone: p.text().nullable(),
    beginsAt: p.datetime(),
    endsAt: p.datetime(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    cancelledAt: p.datetime().nullable(),
    cancelledBy: p.uuid().nullable(),
  },
  indexes: [
    { properties: ['townId', 'beginsAt'], where: 'cancelled_at is null' },
    { properties: ['townId', 'hotline'] },
    { properties: ['townId', 'person'] },
  ],
  checks: [{ name: 'hotline_duty_forward', expression: 'ends_at > begins_at' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
