import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Restructuring } from '../restructurings/restructuring.entity.ts';
import { TeamMember } from '../teams/team.entity.ts';
import { Overlay, Unit } from '../units/unit.entity.ts';

/** A household 户: an identity without any personal data, which blocks hold with dates. */
export const Household = defineEntity({
  name: 'Household',
  tableName: 'household',
  properties: {
    ...townKey,
    /** The town's own number for it 户号; says nothing about anybody. */
    code: p.text().nullable(),
    /** Random; the audit of readings knows the household by it, and by nothing else. */
    auditKey: p.uuid().defaultRaw('gen_random_uuid()'),
    ...dated,
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'code'] }],
  checks: [forward('household_life_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/**
 * The block that a household is in over a period: one geographic block at a time, and one of each overlay at the most.
 * Rows are superseded, never changed (see UnitVersion).
 */
export const HouseholdBlock = defineEntity({
  name: 'HouseholdBlock',
  tableName: 'household_block',
  properties: {
    ...townKey,
    household: () => p.manyToOne(Household),
    block: () => p.manyToOne(Unit),
    /** The block's overlay; null for the geographic partition. */
    overlay: () => p.manyToOne(Overlay).nullable(),
    /** The group head 组长 of an overlay's block who looks after the household. */
    head: () => p.manyToOne(TeamMember).nullable(),
    ...dated,
    recordedAt: p.datetime(),
    supersededAt: p.datetime().nullable(),
    restructuring: () => p.manyToOne(Restructuring).nullable(),
    supersededBy: () => p.manyToOne(Restructuring).nullable(),
  },
  indexes: [
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'block'] },
    { properties: ['townId', 'restructuring'] },
    { properties: ['townId', 'supersededBy'] },
    // All that counting households by block reads, so that it reads no rows.
    {
      properties: ['townId', 'block', 'validFrom', 'validTo'],
      where: 'superseded_at is null and overlay_id is null',
    },
  ],
  checks: [
    forward('household_block_forward'),
    {
      name: 'household_block_overlap',
      expression:
        "EXCLUDE USING gist (town_id WITH =, household_id WITH =, COALESCE(overlay_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (superseded_at IS NULL)",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** Where a household lives 住址 over a period. */
export const HouseholdAddress = defineEntity({
  name: 'HouseholdAddress',
  tableName: 'household_address',
  properties: {
    ...townKey,
    household: () => p.manyToOne(Household),
    address: p.text(),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'household'] }],
  checks: [forward('household_address_forward'), noOverlap('household_address_once', ['household_id'])],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
