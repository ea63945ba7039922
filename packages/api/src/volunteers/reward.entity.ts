import { defineEntity, p } from '@mikro-orm/core';
import { dated, forward, noOverlap, ownTown, townKey } from '../db/tenant.ts';
import { Volunteer } from './volunteer.entity.ts';
import { redemptionStates, rewardKinds } from './volunteer-states.ts';

/** Something that points are spent on 兑换项目 in a town's own list: a service, or goods of the volunteer shop 志愿者超市. */
export const Reward = defineEntity({
  name: 'Reward',
  tableName: 'reward',
  properties: {
    ...townKey,
    kind: p.enum(rewardKinds),
    name: p.text(),
    /** How many goods are on the shelf. A trigger of `stock_entry` keeps it, and nothing else may. */
    stock: p.integer().default(0),
    position: p.integer(),
    /** The first day on which it is not to be had any more. */
    endedOn: p.date().nullable(),
  },
  checks: [
    { name: 'reward_name', expression: 'EXCLUDE USING gist (town_id WITH =, name WITH =) WHERE (ended_on IS NULL)' },
    { name: 'reward_stock', expression: "stock >= 0 and (kind = 'GOODS' or stock = 0)" },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What one of it costs 兑换标准, over a period. */
export const RewardPrice = defineEntity({
  name: 'RewardPrice',
  tableName: 'reward_price',
  properties: { ...townKey, reward: () => p.manyToOne(Reward), points: p.integer(), ...dated },
  indexes: [{ properties: ['townId', 'reward'] }],
  checks: [
    { name: 'reward_price_points', expression: 'points > 0' },
    forward('reward_price_forward'),
    noOverlap('reward_price_once', ['reward_id']),
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** That a volunteer spent points 积分兑换, and what has become of it. */
export const Redemption = defineEntity({
  name: 'Redemption',
  tableName: 'redemption',
  properties: {
    ...townKey,
    volunteer: () => p.manyToOne(Volunteer),
    reward: () => p.manyToOne(Reward),
    quantity: p.integer(),
    /** What all of it cost, at the price of the day. */
    points: p.integer(),
    state: p.enum(redemptionStates),
    redeemedOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** When it was done or handed over, or taken back. */
    settledAt: p.datetime().nullable(),
    settledBy: p.uuid().nullable(),
    /** Why it was taken back. */
    cancelledBecause: p.text().nullable(),
  },
  indexes: [
    { properties: ['townId', 'volunteer'] },
    { properties: ['townId', 'reward'] },
    { properties: ['townId', 'redeemedOn'] },
  ],
  checks: [
    { name: 'redemption_amount', expression: 'quantity > 0 and points > 0' },
    {
      name: 'redemption_settled',
      expression:
        "(state = 'ORDERED') = (settled_at is null) and num_nonnulls(settled_at, settled_by) in (0, 2) and (state = 'CANCELLED') = (cancelled_because is not null)",
    },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
