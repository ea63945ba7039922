import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';

/** A category of relief 帮困类别 in a town's own list: 助困, 助医 … */
export const ReliefCategory = defineEntity({
  name: 'ReliefCategory',
  tableName: 'relief_category',
  properties: {
    ...townKey,
    name: p.text(),
    /** Says something about health or disability, as 助医 and 助残 do. Never changes. */
    sensitive: p.boolean(),
    /** Its place in the town's list. */
    position: p.integer(),
    /** The first day on which nothing is granted under it any more; null while it is in use. */
    endedOn: p.date().nullable(),
  },
  checks: [
    {
      name: 'relief_category_name',
      expression: 'EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** An item of relief 帮困项目 under a category, such as 大病救助. */
export const ReliefItem = defineEntity({
  name: 'ReliefItem',
  tableName: 'relief_item',
  properties: {
    ...townKey,
    category: () => p.manyToOne(ReliefCategory),
    name: p.text(),
    /** What is usually granted 标准, in fen. */
    usualAmount: p.bigint('number').nullable(),
    /** Its place among those of its category. */
    position: p.integer(),
    /** The first day on which nobody applies for it any more; null while it is in use. */
    endedOn: p.date().nullable(),
  },
  indexes: [{ properties: ['townId', 'category'] }],
  checks: [
    {
      name: 'relief_item_name',
      expression: 'EXCLUDE USING gist (town_id WITH =, category_id WITH =, name WITH =) WHERE (ended_on IS NULL)',
    },
    { name: 'relief_item_amount', expression: 'usual_amount > 0' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
