import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown } from '../db/tenant.ts';

/**
 * How many facts of a block a month has, by measure: the sum of its rows. Each change of a fact adds rows in the same
 * transaction (a trigger of the table), and never changes one, so that nobody who records waits for another; a job brings
 * them together.
 */
export const FactSummary = defineEntity({
  name: 'FactSummary',
  tableName: 'fact_summary',
  properties: {
    // In the order in which figures ask, so that the key is the only index that a change has to keep.
    townId: p.bigint('number').primary(),
    /** A code of `measures`. */
    measure: p.text().primary(),
    /** The first day of the month. */
    month: p.date().primary(),
    /** The unit under which the facts were recorded. It stands with them; no key of its own asks for it again. */
    blockId: p.uuid().primary(),
    id: p.uuid().primary(),
    count: p.integer(),
  },
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});
