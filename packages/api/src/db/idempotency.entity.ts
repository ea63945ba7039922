import { defineEntity, p } from '@mikro-orm/core';
import { ownTown } from './tenant.ts';

/** The town under which mutations that belong to no town keep their idempotency records. */
export const platformTownId = 0;

/** What a mutation answered, kept for 24 hours so that the same key and input get the same answer. */
export const IdempotencyRecord = defineEntity({
  name: 'IdempotencyRecord',
  tableName: 'idempotency_record',
  properties: {
    townId: p.bigint('number').primary(),
    accountId: p.uuid().primary(),
    key: p.text().primary(),
    /** SHA-256 of the operation's name and input. */
    inputHash: p.text(),
    payload: p.json<unknown>().nullable(),
    createdAt: p.datetime(),
  },
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    { name: 'of_the_platform', roles: ['app_platform', 'app_signin'], using: 'town_id = 0', check: 'town_id = 0' },
  ],
});
