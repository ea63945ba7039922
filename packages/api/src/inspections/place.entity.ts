import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Organization } from '../organizations/organization.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { placeKinds } from './inspection-terms.ts';

/** A place that is inspected 督查点, such as an internet cafe. What it is called and where it is its versions say. */
export const InspectionPlace = defineEntity({
  name: 'InspectionPlace',
  tableName: 'inspection_place',
  properties: {
    ...townKey,
    unit: () => p.manyToOne(Unit),
    kind: p.enum(placeKinds),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['townId', 'unit'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What a place was over a period. Of a row only its end changes. */
export const InspectionPlaceVersion = defineEntity({
  name: 'InspectionPlaceVersion',
  tableName: 'inspection_place_version',
  properties: {
    ...townKey,
    place: () => p.manyToOne(InspectionPlace),
    name: p.text(),
    address: p.text().nullable(),
    /** The organisation of the town's register that it is. */
    organization: () => p.manyToOne(Organization).nullable(),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'organization'] }],
  checks: [noOverlap('inspection_place_version_once', ['place_id']), forward('inspection_place_version_forward')],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
