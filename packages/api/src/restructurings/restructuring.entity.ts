import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';

/** A draft is drawn up, then applied or dropped; what was applied may be voided by another restructuring. */
export const restructuringStatuses = ['DRAFT', 'APPLIED', 'DROPPED', 'VOIDED'] as const;

/** Who drew it up: the town itself, a new edition of the register, or a file that the town imported. */
export const restructuringOrigins = ['TOWN', 'REGISTER', 'FILE'] as const;

/** A restructuring 调整 of a town's tree: one dated event with a reason and a document number, made of steps. */
export const Restructuring = defineEntity({
  name: 'Restructuring',
  tableName: 'restructuring',
  properties: {
    ...townKey,
    status: p.enum(restructuringStatuses),
    origin: p.enum(restructuringOrigins),
    /** The first day on which the tree is as the steps make it. */
    effectiveOn: p.date(),
    /** Null where a single verb gave none. */
    reason: p.text().nullable(),
    documentNumber: p.text().nullable(),
    /** The steps, in order (see step.ts, which reads and checks them). */
    steps: p.json<unknown>(),
    /** What applying it changed (see difference.ts); null while it is not applied. */
    difference: p.json<unknown>().nullable(),
    /** The version of the town's tree that its author last looked at. */
    basedOn: p.integer(),
    /** The version that applying it gave the tree: the order in which restructurings were made. */
    treeVersion: p.integer().nullable(),
    /** The restructuring that this one undoes. */
    voids: () => p.manyToOne(Restructuring).nullable(),
    version: p.integer().version(),
    /** Global accounts; nobody drew up what a new edition of the register did. */
    draftedBy: p.uuid().nullable(),
    draftedAt: p.datetime(),
    appliedBy: p.uuid().nullable(),
    appliedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['townId', 'effectiveOn'] }, { properties: ['townId', 'voids'] }],
  checks: [
    {
      name: 'restructuring_applied',
      expression: `(status in ('APPLIED', 'VOIDED')) = (applied_at is not null and tree_version is not null)`,
    },
  ],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    // What is or was in force; a draft is the town's own.
    { ...districtReads, using: `${districtReads.using} AND status = ANY (ARRAY['APPLIED'::text, 'VOIDED'::text])` },
  ],
});

/** Things that are not versions but end and begin with a restructuring: their dates change, and undoing gives them back. */
const followingThings = ['POST', 'ROLE'] as const;

/** That a restructuring ended a row of a following thing and began another in its place; one for each period that goes on. */
export const RestructuringEffect = defineEntity({
  name: 'RestructuringEffect',
  tableName: 'restructuring_effect',
  properties: {
    ...townKey,
    restructuring: () => p.manyToOne(Restructuring),
    thing: p.enum(followingThings),
    /** The row that it ended, and the end that was known of it before. */
    ended: p.uuid(),
    endedBefore: p.date().nullable(),
    /** The row that goes on in its place, if any. */
    began: p.uuid().nullable(),
    /** The end with which that row began. */
    beganUntil: p.date().nullable(),
  },
  indexes: [{ properties: ['townId', 'restructuring'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
