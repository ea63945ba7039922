import { defineEntity, p } from '@mikro-orm/core';
import { HouseholdCategory } from '../categories/category.entity.ts';
import { ownTown, townKey } from '../db/tenant.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Visit } from '../visits/visit.entity.ts';
import { Household } from './household.entity.ts';

/** What can happen to a household and be written into its record. */
export const eventKinds = [
  'REGISTERED',
  'MOVED',
  'ENDED',
  'ADDRESS_SET',
  'RESIDENT_ADDED',
  'RESIDENT_REVISED',
  'RESIDENT_LEFT',
  'HEAD_CHANGED',
  'CATEGORIZED',
  'UNCATEGORIZED',
] as const;

/** What of a household or resident can be changed from one value to another. */
export const recordedFields = ['NAME', 'BIRTH_YEAR', 'TELEPHONE', 'ADDRESS'] as const;

/** One value that was changed. */
export interface RecordedChange {
  field: (typeof recordedFields)[number];
  before: string | number | null;
  after: string | number | null;
}

/** An entry in the record of a household: what of it was changed, when and by whom. Entries are added, never changed. */
export const HouseholdEvent = defineEntity({
  name: 'HouseholdEvent',
  tableName: 'household_event',
  properties: {
    ...townKey,
    household: () => p.manyToOne(Household),
    kind: p.enum(eventKinds),
    recordedAt: p.datetime(),
    /** Its place among the entries of one change, from 0. */
    position: p.integer(),
    /** The global account. */
    accountId: p.uuid(),
    /** The day from which it holds. */
    day: p.date(),
    resident: () => p.manyToOne(Resident).nullable(),
    /** The household that members came from or went to. */
    other: () => p.manyToOne(Household).nullable(),
    /** The period in a category that began or ended. */
    householdCategory: () => p.manyToOne(HouseholdCategory).nullable(),
    changes: p.json<RecordedChange[]>(),
    /** The version of the resident, or else of the household, that it led to; null where it led to none. */
    version: p.integer().nullable(),
    /** The visit at which it was learnt. */
    visit: () => p.manyToOne(Visit).nullable(),
  },
  indexes: [
    { properties: ['townId', 'household', 'recordedAt'] },
    { properties: ['townId', 'resident'] },
    { properties: ['townId', 'visit'] },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
