import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Programme } from './programme.entity.ts';

/** What was spent for a programme 支出. Never changed: what was put down wrongly is taken back by another one that is less than nothing. */
export const ProgrammeSpending = defineEntity({
  name: 'ProgrammeSpending',
  tableName: 'programme_spending',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    /** In fen; less than nothing where something is taken back. */
    amount: p.bigint('number'),
    spentOn: p.date(),
    /** For what. */
    text: p.text(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
  },
  indexes: [{ properties: ['townId', 'programme'] }],
  checks: [{ name: 'programme_spending_amount', expression: 'amount <> 0' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
