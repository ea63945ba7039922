import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Visit } from '../visits/visit.entity.ts';

/** What a category is for: whom a town can ask, whom it looks after more often, and whom it must visit at once. */
export const categoryGroups = ['RESOURCE', 'KEY', 'MUST_VISIT'] as const;
export type CategoryGroup = (typeof categoryGroups)[number];

/** A category 类别 of households in a town's own list, such as 独居老人. */
export const Category = defineEntity({
  name: 'Category',
  tableName: 'category',
  properties: {
    ...townKey,
    name: p.text(),
    group: p.enum(categoryGroups),
    /** Says something about health or disability: which households are in it is stored encrypted. Never changes. */
    sensitive: p.boolean(),
    /** Where it stands in the list. */
    position: p.integer(),
    ...dated,
    version: p.integer().version(),
  },
  checks: [forward('category_life_forward'), noOverlap('category_name', ['name'])],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/**
 * That a household is in a category over a period, and why. Of a sensitive category, which one and why are sealed (see
 * sealing.ts). A row is never changed but for its end, and for the key that seals it (reseal.ts).
 */
export const HouseholdCategory = defineEntity({
  name: 'HouseholdCategory',
  tableName: 'household_category',
  properties: {
    ...townKey,
    household: () => p.manyToOne(Household),
    /** Because of whom; null for the household as a whole. It lasts no longer than their stay there. */
    resident: () => p.manyToOne(Resident).nullable(),
    /** Null where it is sealed. */
    category: () => p.manyToOne(Category).nullable(),
    reason: p.text().nullable(),
    /** The category's id and the reason, encrypted. */
    sealed: p.blob().nullable(),
    /** The key that seals them. */
    keyId: p.text().nullable(),
    ...dated,
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
    endedAt: p.datetime().nullable(),
    endedBy: p.uuid().nullable(),
    /** The visits at which it was found out, and found to be over. */
    begunVisit: () => p.manyToOne(Visit).nullable(),
    endedVisit: () => p.manyToOne(Visit).nullable(),
  },
  indexes: [
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'category'] },
    { properties: ['townId', 'begunVisit'], where: 'begun_visit_id is not null' },
    { properties: ['townId', 'endedVisit'], where: 'ended_visit_id is not null' },
  ],
  checks: [
    forward('household_category_forward'),
    {
      name: 'household_category_sealed',
      expression:
        'case when sealed is null then category_id is not null and reason is not null and key_id is null else category_id is null and reason is null and key_id is not null end',
    },
    // A member who comes back can be in it again, though what was because of their first stay has no end of its own.
    noOverlap('household_category_once', ['household_id', 'category_id'], 'resident_id IS NULL'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
