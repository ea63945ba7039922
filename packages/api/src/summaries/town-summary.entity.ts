import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, platformReads } from '../db/tenant.ts';

/**
 * How many facts of a whole town a month has, by measure: the sum of its rows; and of a stock, by how many more there are at
 * the end of the month than at its beginning. Rows are added by triggers and brought together by a job, as of `fact_summary`.
 * A dashboard of many towns reads these and nothing of blocks or households.
 */
export const TownSummary = defineEntity({
  name: 'TownSummary',
  tableName: 'town_summary',
  properties: {
    townId: p.bigint('number').primary(),
    /** A code of `measures` or `stocks`. */
    measure: p.text().primary(),
    /** The first day of the month. */
    month: p.date().primary(),
    id: p.uuid().primary(),
    count: p.integer(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads],
});

/** By how many more of a stock a town has from a day on: the sum of its rows. Only the month of the day asked for is read. */
export const TownChange = defineEntity({
  name: 'TownChange',
  tableName: 'town_change',
  properties: {
    townId: p.bigint('number').primary(),
    /** A code of `stocks`. */
    measure: p.text().primary(),
    day: p.date().primary(),
    id: p.uuid().primary(),
    count: p.integer(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads, platformReads],
});
