import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';

/** Why somebody is reminded of a request. */
export const reminderKinds = ['DUE_SOON', 'OVERDUE', 'FOLLOW_UP'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * That an account is reminded of a request. Nothing is told of the request itself: whether there is still something to do
 * is found from what the request is when the reminder is read.
 */
export const Reminder = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    ...townKey,
    /** The global account that is reminded. */
    accountId: p.uuid(),
    request: () => p.manyToOne(Request),
    kind: p.enum(reminderKinds),
    /** The deadline, or the day on which the request was handled that nobody has followed up. */
    since: p.date(),
    /** The person who holds the request and as whom the account acts; null for an account that has charge of the level. */
    holder: () => p.manyToOne(Person).nullable(),
    madeAt: p.datetime(),
    seenAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['townId', 'accountId', 'request', 'kind', 'since'] }],
  indexes: [{ properties: ['townId', 'request'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
