import { defineEntity, p } from '@mikro-orm/core';
import { dated, districtReads, forward, noOverlap, ownTown, platformReads, townKey } from '../db/tenant.ts';
import { unitKinds } from '../towns/unit-kind.ts';

/** States that a version of a unit can have. A unit without a version on a day is not open, or closed, on that day. */
const versionStatuses = ['PREPARATORY', 'ACTIVE'] as const;

/** A unit 单位 of a town's tree: an identity that lasts while name, kind and place change. */
export const Unit = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    ...townKey,
    /** The register's code, or the town's own; unique in the town. */
    code: p.text().nullable(),
    /** The unit's life `[validFrom, validTo)`. */
    ...dated,
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'code'] }],
  checks: [forward('unit_life_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads],
});

/**
 * Name, kind, state and parent of a unit over a period. A row is never changed: a correction sets `supersededAt` on the
 * rows that no longer hold and writes the ones that do. A null parent stands directly under the town.
 */
export const UnitVersion = defineEntity({
  name: 'UnitVersion',
  tableName: 'unit_version',
  properties: {
    ...townKey,
    unit: () => p.manyToOne(Unit),
    ...dated,
    name: p.text(),
    kind: p.enum(unitKinds),
    status: p.enum(versionStatuses),
    parent: () => p.manyToOne(Unit).nullable(),
    recordedAt: p.datetime(),
    supersededAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'unit'] }, { properties: ['townId', 'parent'] }],
  checks: [
    forward('unit_version_forward'),
    noOverlap('unit_version_overlap', ['unit_id'], 'superseded_at IS NULL'),
    { name: 'unit_version_kind', expression: `kind <> 'TOWN'` },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads],
});

/** One row a town: locked by every change to the tree, so that two never interleave, and counted up by it. */
export const TreeState = defineEntity({
  name: 'TreeState',
  tableName: 'tree_state',
  properties: { townId: p.bigint('number').primary().autoincrement(false), version: p.integer() },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
