import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Unit } from '../units/unit.entity.ts';

/** A job that was found for a resident 就业安置. */
export const JobPlacement = defineEntity({
  name: 'JobPlacement',
  tableName: 'job_placement',
  properties: {
    ...townKey,
    resident: () => p.manyToOne(Resident),
    /** Where they lived on that day, and the geographic block that held it: what the job counts for. */
    household: () => p.manyToOne(Household),
    block: () => p.manyToOne(Unit),
    employer: p.text(),
    post: p.text(),
    /** Who found it, such as 社会保障服务中心. */
    foundBy: p.text().nullable(),
    foundOn: p.date(),
    /** The first day on which they are not in it any more. */
    leftOn: p.date().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBecause: p.text().nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['townId', 'resident'] },
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'block', 'foundOn'] },
    { properties: ['townId', 'foundOn'] },
  ],
  checks: [
    { name: 'job_placement_forward', expression: 'left_on >= found_on' },
    { name: 'job_placement_withdrawn', expression: 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
