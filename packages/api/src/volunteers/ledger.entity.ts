import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { VolunteerSignUp } from './activity.entity.ts';
import { Redemption, Reward } from './reward.entity.ts';
import { Volunteer } from './volunteer.entity.ts';
import { pointAccounts, stockAccounts } from './volunteer-states.ts';

/**
 * An entry of the ledger of points: what leaves one account comes into another, so that all accounts together are always nothing. Never changed
 * and never taken away: what was wrong is taken back by an entry the other way round, once.
 */
export const PointEntry = defineEntity({
  name: 'PointEntry',
  tableName: 'point_entry',
  properties: {
    ...townKey,
    volunteer: () => p.manyToOne(Volunteer),
    fromAccount: p.enum(pointAccounts),
    toAccount: p.enum(pointAccounts),
    points: p.integer(),
    /** What earned them. */
    signUp: () => p.manyToOne(VolunteerSignUp).nullable(),
    /** What they were spent on. */
    redemption: () => p.manyToOne(Redemption).nullable(),
    /** The entry that it takes back. */
    reverses: () => p.manyToOne(PointEntry).nullable(),
    /** The day on which it was booked, by which statements go. */
    bookedOn: p.date(),
    reason: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'reverses'] }],
  indexes: [
    { properties: ['townId', 'volunteer', 'bookedOn'] },
    { properties: ['townId', 'signUp'] },
    { properties: ['townId', 'redemption'] },
    { properties: ['townId', 'bookedOn'] },
  ],
  checks: [
    { name: 'point_entry_points', expression: 'points > 0' },
    {
      name: 'point_entry_accounts',
      expression: "from_account <> to_account and 'VOLUNTEER' in (from_account, to_account)",
    },
    {
      name: 'point_entry_cause',
      expression:
        "('ISSUED' in (from_account, to_account)) = (sign_up_id is not null) and ('REDEEMED' in (from_account, to_account)) = (redemption_id is not null)",
    },
    {
      name: 'point_entry_reverses',
      expression: "(to_account = 'ISSUED' or from_account = 'REDEEMED') = (reverses_id is not null)",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** An entry of the ledger of goods, alike: what comes to the shelf, leaves it, and comes back. */
export const StockEntry = defineEntity({
  name: 'StockEntry',
  tableName: 'stock_entry',
  properties: {
    ...townKey,
    reward: () => p.manyToOne(Reward),
    fromAccount: p.enum(stockAccounts),
    toAccount: p.enum(stockAccounts),
    quantity: p.integer(),
    redemption: () => p.manyToOne(Redemption).nullable(),
    reverses: () => p.manyToOne(StockEntry).nullable(),
    reason: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'reverses'] }],
  indexes: [{ properties: ['townId', 'reward'] }, { properties: ['townId', 'redemption'] }],
  checks: [
    { name: 'stock_entry_quantity', expression: 'quantity > 0' },
    {
      name: 'stock_entry_accounts',
      expression: "from_account <> to_account and 'SHELF' in (from_account, to_account)",
    },
    {
      name: 'stock_entry_cause',
      expression: "('TAKEN' in (from_account, to_account)) = (redemption_id is not null)",
    },
    { name: 'stock_entry_reverses', expression: "(from_account = 'TAKEN') = (reverses_id is not null)" },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
