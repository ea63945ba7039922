import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey, yearCounter } from '../db/tenant.ts';
import { stepColumns } from '../handling/step-columns.ts';
import { Household } from '../households/household.entity.ts';
import { Person } from '../people/person.entity.ts';
import { ReliefCampaign } from '../relief-campaigns/relief-campaign.entity.ts';
import { ReliefFund } from '../relief-funds/relief-fund.entity.ts';
import { ReliefItem } from '../relief-items/relief-item.entity.ts';
import { Resident } from '../residents/resident.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import { payWays, reliefStates, reliefSteps } from './relief-states.ts';

/** An application for relief 帮困申请 of a household: what it is now. How it came to that its events tell. */
export const ReliefApplication = defineEntity({
  name: 'ReliefApplication',
  tableName: 'relief_application',
  properties: {
    ...townKey,
    /** With `number` what people call it by: B2026-000123. */
    year: p.integer(),
    number: p.integer(),
    household: () => p.manyToOne(Household),
    /** For whom in the household; null for all of it. */
    resident: () => p.manyToOne(Resident).nullable(),
    item: () => p.manyToOne(ReliefItem),
    /** The round within which it was applied for. */
    campaign: () => p.manyToOne(ReliefCampaign).nullable(),
    /** Why it is needed. */
    reason: p.text(),
    /** What is asked for, in fen. */
    amount: p.bigint('number'),
    state: p.enum(reliefStates),
    appliedOn: p.date(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
    /** How many steps it has been through. */
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'number'] }],
  indexes: [
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'resident'], where: 'resident_id is not null' },
    { properties: ['townId', 'item'] },
    { properties: ['townId', 'campaign'], where: 'campaign_id is not null' },
    { properties: ['townId', 'appliedOn'] },
  ],
  checks: [{ name: 'relief_application_amount', expression: 'amount > 0' }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** What an application is granted of one fund 帮困款. It is paid once, or taken back before. */
export const ReliefGrant = defineEntity({
  name: 'ReliefGrant',
  tableName: 'relief_grant',
  properties: {
    ...townKey,
    application: () => p.manyToOne(ReliefApplication),
    fund: () => p.manyToOne(ReliefFund),
    /** What it is for and within which round, as its application says, so that it is counted by itself. */
    item: () => p.manyToOne(ReliefItem),
    campaign: () => p.manyToOne(ReliefCampaign).nullable(),
    household: () => p.manyToOne(Household),
    /** The geographic block that held the household on the day of the grant. */
    block: () => p.manyToOne(Unit),
    /** In fen. */
    amount: p.bigint('number'),
    grantedOn: p.date(),
    paidOn: p.date().nullable(),
    way: p.enum(payWays).nullable(),
    /** When it was taken back, unpaid. */
    cancelledOn: p.date().nullable(),
  },
  uniques: [{ properties: ['townId', 'application', 'fund'] }],
  indexes: [
    { properties: ['townId', 'fund'] },
    { properties: ['townId', 'item'] },
    { properties: ['townId', 'campaign'], where: 'campaign_id is not null' },
    { properties: ['townId', 'household'] },
    { properties: ['townId', 'block', 'grantedOn'] },
  ],
  checks: [
    { name: 'relief_grant_amount', expression: 'amount > 0' },
    { name: 'relief_grant_paid', expression: 'num_nonnulls(paid_on, way) in (0, 2)' },
    { name: 'relief_grant_once', expression: 'num_nonnulls(paid_on, cancelled_on) <= 1' },
  ],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** One step of an application. Never changed. */
export const ReliefEvent = defineEntity({
  name: 'ReliefEvent',
  tableName: 'relief_event',
  properties: {
    ...townKey,
    application: () => p.manyToOne(ReliefApplication),
    ...stepColumns(reliefSteps, reliefStates),
    happenedOn: p.date(),
    /** As whom the account acted then: who approves is somebody else, whatever the account. */
    person: () => p.manyToOne(Person).nullable(),
    /** What it granted, paid or took back, in fen. */
    amount: p.bigint('number').nullable(),
  },
  uniques: [{ properties: ['townId', 'application', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});

/** The last number that a town has given to an application of a year. */
export const ReliefCounter = defineEntity({ name: 'ReliefCounter', tableName: 'relief_counter', ...yearCounter });
