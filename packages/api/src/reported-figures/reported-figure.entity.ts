import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { OrganizationKind } from '../organizations/organization.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { periodLengths, qualifiers } from './reported-terms.ts';

/** A figure that a town has published: of what it is. What was said of it its versions tell. */
export const ReportedFigure = defineEntity({
  name: 'ReportedFigure',
  tableName: 'reported_figure',
  properties: {
    ...townKey,
    /** The code of an indicator of the registry. */
    indicator: p.text(),
    /** Which definition of the indicator was meant: the first day of that version. */
    definedSince: p.date(),
    /** Null where it is of the whole town. */
    unit: () => p.manyToOne(Unit).nullable(),
    /** Null where it is of all organisations that the indicator counts, or of something else than organisations. */
    kind: () => p.manyToOne(OrganizationKind).nullable(),
    length: p.enum(periodLengths),
    firstDay: p.date(),
    lastDay: p.date(),
    withdrawnAt: p.datetime().nullable(),
    /** A global account. */
    withdrawnBy: p.uuid().nullable(),
    withdrawnBecause: p.text().nullable(),
    /** How often it has been written; a withdrawal counts as well. */
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'lastDay', 'id'] },
    { properties: ['townId', 'unit'] },
    { properties: ['townId', 'kind'] },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** What was said of a reported figure: the last version holds. Rows are added, never changed. */
export const ReportedFigureVersion = defineEntity({
  name: 'ReportedFigureVersion',
  tableName: 'reported_figure_version',
  properties: {
    ...townKey,
    reportedFigure: () => p.manyToOne(ReportedFigure),
    /** Counted from 1. */
    number: p.integer(),
    /** A decimal number with the digits in which it was published: a rate as a part of one. */
    value: p.text(),
    qualifier: p.enum(qualifiers),
    document: p.text(),
    page: p.text().nullable(),
    publishedOn: p.date(),
    /** Why it was corrected; null of the first. */
    because: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'reportedFigure', 'number'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
