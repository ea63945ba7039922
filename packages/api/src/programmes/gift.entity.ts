import { defineEntity, p } from '@mikro-orm/core';
import { ownTown, townKey } from '../db/tenant.ts';
import { Partner } from '../people/person.entity.ts';
import { Programme } from './programme.entity.ts';

/** A partner organisation with which the town holds a programme. */
export const ProgrammePartner = defineEntity({
  name: 'ProgrammePartner',
  tableName: 'programme_partner',
  properties: { ...townKey, programme: () => p.manyToOne(Programme), partner: () => p.manyToOne(Partner) },
  uniques: [{ properties: ['townId', 'programme', 'partner'] }],
  indexes: [{ properties: ['townId', 'partner'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What was given for a programme 捐赠, money or goods. What was put down wrongly is withdrawn, and stays. */
export const ProgrammeGift = defineEntity({
  name: 'ProgrammeGift',
  tableName: 'programme_gift',
  properties: {
    ...townKey,
    programme: () => p.manyToOne(Programme),
    /** Who gave it; null for people who are not named. */
    partner: () => p.manyToOne(Partner).nullable(),
    /** Money, in fen; or goods, as people write them, and what they are worth, in fen. */
    amount: p.bigint('number').nullable(),
    goods: p.text().nullable(),
    worth: p.bigint('number').nullable(),
    givenOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    withdrawnAt: p.datetime().nullable(),
    withdrawnBecause: p.text().nullable(),
  },
  indexes: [{ properties: ['townId', 'programme'] }, { properties: ['townId', 'partner'] }],
  checks: [
    { name: 'programme_gift_what', expression: 'num_nonnulls(amount, goods) = 1 and amount > 0' },
    { name: 'programme_gift_worth', expression: 'worth is null or (worth > 0 and goods is not null)' },
    { name: 'programme_gift_withdrawn', expression: 'num_nonnulls(withdrawn_at, withdrawn_because) in (0, 2)' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
