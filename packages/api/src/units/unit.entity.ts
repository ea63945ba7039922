import { defineEntity, p } from '@mikro-orm/core';
import {
  dated,
  districtReads,
  forward,
  noOverlap,
  ownTown,
  platformReads,
  publicShows,
  townKey,
} from '../db/tenant.ts';
import { Restructuring } from '../restructurings/restructuring.entity.ts';
import { unitKinds } from '../towns/unit-kind.ts';

/** States that a version of a unit can have. A unit without a version on a day is not open, or closed, on that day. */
const versionStatuses = ['PREPARATORY', 'ACTIVE'] as const;

/**
 * A partition of a town's households beside the geographic one, such as native place 籍贯 or building groups 楼组, with
 * blocks of its own. It never counts a household twice.
 */
export const Overlay = defineEntity({
  name: 'Overlay',
  tableName: 'tree_overlay',
  properties: { ...townKey, name: p.text(), ...dated, version: p.integer().version() },
  checks: [
    forward('overlay_life_forward'),
    {
      name: 'overlay_name',
      expression: 'EXCLUDE USING gist (town_id WITH =, name WITH =, daterange(valid_from, valid_to) WITH &&)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** A unit 单位 of a town's tree: an identity that lasts while name, kind and place change. */
export const Unit = defineEntity({
  name: 'Unit',
  tableName: 'unit',
  properties: {
    ...townKey,
    /** The partition that a block belongs to; null for the geographic one. */
    overlay: () => p.manyToOne(Overlay).nullable(),
    /** The unit's life `[validFrom, validTo)`. */
    ...dated,
    version: p.integer().version(),
  },
  checks: [forward('unit_life_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads, publicShows],
});

/**
 * Name, code, kind, state and parent of a unit over a period. A row is never changed: a correction sets `supersededAt` on the
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
    /** The register's code, or the town's own; unique in the town on each day. */
    code: p.text().nullable(),
    kind: p.enum(unitKinds),
    status: p.enum(versionStatuses),
    parent: () => p.manyToOne(Unit).nullable(),
    recordedAt: p.datetime(),
    supersededAt: p.datetime().nullable(),
    /** The restructuring that made the version; null for what the register began with. */
    restructuring: () => p.manyToOne(Restructuring).nullable(),
    supersededBy: () => p.manyToOne(Restructuring).nullable(),
  },
  indexes: [
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'parent'] },
    { properties: ['townId', 'restructuring'] },
    { properties: ['townId', 'supersededBy'] },
  ],
  checks: [
    forward('unit_version_forward'),
    noOverlap('unit_version_overlap', ['unit_id'], 'superseded_at IS NULL'),
    noOverlap('unit_version_code', ['code'], 'superseded_at IS NULL AND code IS NOT NULL'),
    { name: 'unit_version_kind', expression: `kind <> 'TOWN'` },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads, publicShows],
});

/** One row a town: locked by every change to the tree, so that two never interleave, and counted up by it. */
export const TreeState = defineEntity({
  name: 'TreeState',
  tableName: 'tree_state',
  properties: { townId: p.bigint('number').primary().autoincrement(false), version: p.integer() },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
