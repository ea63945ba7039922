import { defineEntity, p } from '@mikro-orm/core';
import { ownTown } from '../db/tenant.ts';

/** How long the sums of one row are. */
export const usageSteps = ['HOUR', 'DAY'] as const;
export type UsageStep = (typeof usageSteps)[number];

/** Where what concerns no town is counted. */
export const noTown = 0;

/** What an application has asked for in an hour or a day, in one town or in none: sums that all processes add to. */
export const ApplicationUsage = defineEntity({
  name: 'ApplicationUsage',
  tableName: 'application_usage',
  properties: {
    townId: p.bigint('number').primary(),
    applicationId: p.uuid().name('global_application_id').primary(),
    step: p.enum(usageSteps).primary(),
    /** When the hour or the day begins, of days in Asia/Shanghai. */
    begins: p.datetime().primary(),
    /** The global account that registered the application. */
    ownerId: p.uuid().name('global_owner_id'),
    operations: p.bigint('number'),
    errors: p.bigint('number'),
    overBudget: p.bigint('number'),
    overLimit: p.bigint('number'),
    asked: p.bigint('number'),
    used: p.bigint('number'),
  },
  indexes: [{ properties: ['applicationId', 'step', 'begins'] }],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    { name: 'counted', roles: ['app_platform'], using: 'true', check: 'true' },
    {
      name: 'shown_to_owner',
      command: 'select',
      roles: ['app_signin'],
      using: `global_owner_id = nullif(current_setting('app.account_id'::text, true), ''::text)::uuid`,
    },
  ],
});
