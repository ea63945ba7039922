import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';

/** A named round of relief 帮困活动 with its days, such as 春节帮困. */
export const ReliefCampaign = defineEntity({
  name: 'ReliefCampaign',
  tableName: 'relief_campaign',
  properties: {
    ...townKey,
    name: p.text(),
    /** The first and the last day on which is applied for within it. */
    firstDay: p.date(),
    lastDay: p.date(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'name'] }],
  checks: [{ name: 'relief_campaign_forward', expression: 'last_day >= first_day' }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
