import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { Request } from '../requests/request.entity.ts';

/** Why somebody is reminded: of a request, or of a household that must be visited. */
export const reminderKinds = ['DUE_SOON', 'OVERDUE', 'FOLLOW_UP', 'VISIT'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A reminder that is to be there, as columns. */
export interface NewReminder {
  account_id: string;
  kind: ReminderKind;
  since: string;
  request_id: string | null;
  household_id: string | null;
  holder_id: string | null;
}

/**
 * That an account is reminded of a request or a household. Nothing is told of it: whether there is still something to do
 * is found from what it is when the reminder is read.
 */
export const Reminder = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    ...townKey,
    /** The global account that is reminded. */
    accountId: p.uuid(),
    request: () => p.manyToOne(Request).nullable(),
    household: () => p.manyToOne(Household).nullable(),
    kind: p.enum(reminderKinds),
    /** The deadline, the day on which a request was handled, or on which a household came into its category. */
    since: p.date(),
    /** The person who holds the request and as whom the account acts; null for an account that has charge of the level. */
    holder: () => p.manyToOne(Person).nullable(),
    madeAt: p.datetime(),
    seenAt: p.datetime().nullable(),
  },
  uniques: [
    { properties: ['townId', 'accountId', 'request', 'kind', 'since'] },
    { properties: ['townId', 'accountId', 'household', 'kind', 'since'] },
  ],
  indexes: [{ properties: ['townId', 'request'] }, { properties: ['townId', 'household'] }],
  checks: [{ name: 'reminder_of_request_or_household', expression: 'num_nonnulls(request_id, household_id) = 1' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
