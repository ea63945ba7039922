import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';

/** A squad of a town that goes on inspections 督查组. What it is called and who is in it its versions say. */
export const InspectionSquad = defineEntity({
  name: 'InspectionSquad',
  tableName: 'inspection_squad',
  properties: {
    ...townKey,
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    version: p.integer().version(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** A squad's name and head over a period. Of a row only its end changes. */
export const InspectionSquadVersion = defineEntity({
  name: 'InspectionSquadVersion',
  tableName: 'inspection_squad_version',
  properties: {
    ...townKey,
    squad: () => p.manyToOne(InspectionSquad),
    name: p.text(),
    head: () => p.manyToOne(Person),
    ...dated,
  },
  indexes: [{ properties: ['townId', 'head'] }],
  checks: [
    noOverlap('inspection_squad_version_once', ['squad_id']),
    noOverlap('inspection_squad_version_name', ['name']),
    forward('inspection_squad_version_forward'),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** Somebody who is in a squad, as one version of it says; the head as well. */
export const InspectionSquadMember = defineEntity({
  name: 'InspectionSquadMember',
  tableName: 'inspection_squad_member',
  properties: {
    ...townKey,
    version: () => p.manyToOne(InspectionSquadVersion),
    person: () => p.manyToOne(Person),
  },
  uniques: [{ properties: ['townId', 'version', 'person'] }],
  indexes: [{ properties: ['townId', 'person'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
