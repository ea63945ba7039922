import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { OrganizationKind } from '../organizations/organization.entity.ts';
import { unitKinds } from '../towns/unit-kind.ts';
import { Unit } from '../units/unit.entity.ts';
import { closedLengths } from './closed-lengths.ts';

/** So many, of so many; of a plain count the same twice. */
export type KeptNumber = [count: number, total: number];

/** The closing of a period: from it on its figures answer the same. Rows are added, never changed. */
export const FigureSnapshot = defineEntity({
  name: 'FigureSnapshot',
  tableName: 'figure_snapshot',
  properties: {
    ...townKey,
    length: p.enum(closedLengths),
    firstDay: p.date(),
    lastDay: p.date(),
    /** How many times the period had been closed with this one. */
    number: p.integer(),
    /** What was counted: by the code of each indicator, since when the definition held by which it was. */
    definitions: p.json<Record<string, string>>(),
    closedAt: p.datetime(),
    /** A global account. */
    closedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'firstDay', 'lastDay', 'number'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** What a snapshot keeps of the whole town, of a unit, or of a kind of organisations. Rows are added, never changed. */
export const FigureSnapshotScope = defineEntity({
  name: 'FigureSnapshotScope',
  tableName: 'figure_snapshot_scope',
  properties: {
    ...townKey,
    snapshot: () => p.manyToOne(FigureSnapshot),
    /** The town first, then the units down the tree, then the kinds. */
    position: p.integer(),
    unit: () => p.manyToOne(Unit).nullable(),
    kind: () => p.manyToOne(OrganizationKind).nullable(),
    /** As it was called on the last day of the period. */
    name: p.text(),
    unitKind: p.enum(unitKinds).nullable(),
    /** By the code of each indicator that is asked of such: the most is nought for most units, so all stand in one value. */
    figures: p.json<Record<string, KeptNumber>>(),
  },
  uniques: [{ properties: ['townId', 'snapshot', 'position'] }],
  indexes: [{ properties: ['townId', 'unit'] }, { properties: ['townId', 'kind'] }],
  checks: [{ name: 'figure_snapshot_scope_of', expression: 'num_nonnulls(unit_id, kind_id) <= 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** That a closed period was opened again, once for each closing. Rows are added, never changed. */
export const FigureReopening = defineEntity({
  name: 'FigureReopening',
  tableName: 'figure_reopening',
  properties: {
    ...townKey,
    snapshot: () => p.manyToOne(FigureSnapshot),
    because: p.text(),
    reopenedAt: p.datetime(),
    /** A global account. */
    reopenedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'snapshot'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
