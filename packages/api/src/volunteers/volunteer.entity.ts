import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** That a person is a volunteer 志愿者 of a unit, with the points that they have. Once for each person: who comes back has them still. */
export const Volunteer = defineEntity({
  name: 'Volunteer',
  tableName: 'volunteer',
  properties: {
    ...townKey,
    person: () => p.manyToOne(Person),
    /** Whose officers and team keep their points. */
    unit: () => p.manyToOne(Unit),
    registeredOn: p.date(),
    /** The first day on which they are none any more; they keep and spend what they have. */
    endedOn: p.date().nullable(),
    /** What its entries come to. A trigger of `point_entry` keeps it, and nothing else may. */
    balance: p.integer().default(0),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'person'] }],
  indexes: [{ properties: ['townId', 'unit'] }],
  checks: [
    { name: 'volunteer_balance', expression: 'balance >= 0' },
    { name: 'volunteer_forward', expression: 'ended_on >= registered_on' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
