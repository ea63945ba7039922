import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, publicShows, townKey } from '../db/tenant.ts';
import { Unit } from '../units/unit.entity.ts';

/** A number 便民电话 that residents may need, such as of water, power or the committee: for a unit with all under it, or for the whole town. */
export const ServiceNumber = defineEntity({
  name: 'ServiceNumber',
  tableName: 'service_number',
  properties: {
    ...townKey,
    unit: () => p.manyToOne(Unit).nullable(),
    label: p.text(),
    telephone: p.text(),
    position: p.integer(),
    recordedAt: p.datetime(),
    recordedBy: p.uuid(),
    endedAt: p.datetime().nullable(),
    endedBy: p.uuid().nullable(),
  },
  indexes: [{ properties: ['townId', 'unit'] }],
  checks: [{ name: 'service_number_ended', expression: 'num_nonnulls(ended_at, ended_by) in (0, 2)' }],
  rowLevelSecurity: 'force',
  policies: [ownTown, publicShows],
});
