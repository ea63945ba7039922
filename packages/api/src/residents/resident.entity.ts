import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';

/** A member 居民 of households: the least that the work needs to know of somebody. */
export const Resident = defineEntity({
  name: 'Resident',
  tableName: 'resident',
  properties: {
    ...townKey,
    name: p.text(),
    birthYear: p.smallint().nullable(),
    /** Digits alone, with the area code. */
    telephone: p.text().nullable(),
    /** Random; the audit of readings knows the person by it, and by nothing else. */
    auditKey: p.uuid(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'telephone'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A resident's stay in a household over a period, and whether they are its head 户主 then. One household at a time. */
export const ResidentStay = defineEntity({
  name: 'ResidentStay',
  tableName: 'resident_stay',
  properties: {
    ...townKey,
    resident: () => p.manyToOne(Resident),
    household: () => p.manyToOne(Household),
    head: p.boolean(),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'household'] }, { properties: ['townId', 'resident'] }],
  checks: [
    forward('resident_stay_forward'),
    noOverlap('resident_stay_once', ['resident_id']),
    noOverlap('resident_stay_one_head', ['household_id'], 'head'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
