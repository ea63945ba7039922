import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { townEvents, townSubjects } from '../webhooks/webhook-events.ts';

/**
 * What happened in a town of which applications may be told, kept for 30 days: written by triggers with the change, where the town lets any
 * application know of such. It holds ids and nothing else of the town.
 */
export const TownEvent = defineEntity({
  name: 'TownEvent',
  tableName: 'town_event',
  properties: {
    ...townKey,
    /** In which database, and which of its lives: transactions of another one are in no order with those of this one. */
    epoch: p.text().defaultRaw('app.event_epoch()'),
    /** The transaction of the change: events are told in the order of these, once none before is under way any more. */
    committedBy: p.string().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    /** The order within it. */
    seq: p.bigint('number'),
    event: p.enum(townEvents),
    about: p.enum(townSubjects),
    objectId: p.uuid(),
    objectVersion: p.integer().nullable(),
    happenedAt: p.datetime(),
  },
  indexes: [{ properties: ['townId', 'committedBy', 'seq'] }, { properties: ['happenedAt'] }],
  rowLevelSecurity: 'force',
  policies: [
    ownTown,
    {
      name: 'platform_forgets',
      roles: ['app_platform'],
      using: `happened_at < (now() - '30 days'::interval)`,
    },
  ],
});
