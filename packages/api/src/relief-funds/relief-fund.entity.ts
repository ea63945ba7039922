import { defineEntity, p } from '@mikro-orm/core';
import { districtReads, ownTown, townKey } from '../db/tenant.ts';
import { reliefSources } from './relief-sources.ts';

/** A fund of relief 帮困资金 of a year: what there is, what is granted of it and what of that is paid, in fen. */
export const ReliefFund = defineEntity({
  name: 'ReliefFund',
  tableName: 'relief_fund',
  properties: {
    ...townKey,
    year: p.integer(),
    name: p.text(),
    source: p.enum(reliefSources),
    /** What its entries come to. */
    budget: p.bigint('number'),
    /** What is granted of it. The database lets it be no more than there is, whoever asks at once. */
    committed: p.bigint('number'),
    /** What of that is paid. */
    paid: p.bigint('number'),
    /** The first day on which nothing is granted of it any more. */
    closedOn: p.date().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['townId', 'year', 'name'] }],
  checks: [{ name: 'relief_fund_within', expression: '0 <= paid and paid <= committed and committed <= budget' }],
  rowLevelSecurity: 'force',
  policies: [ownTown, districtReads],
});

/** That a fund became more or less, and why. Never changed. */
export const ReliefFundEntry = defineEntity({
  name: 'ReliefFundEntry',
  tableName: 'relief_fund_entry',
  properties: {
    ...townKey,
    fund: () => p.manyToOne(ReliefFund),
    /** Its place among those of the fund, from 1. */
    seq: p.integer(),
    /** By how much, in fen; less than nothing where it became less. */
    amount: p.bigint('number'),
    /** What there was after it. */
    budget: p.bigint('number'),
    reason: p.text().nullable(),
    recordedAt: p.datetime(),
    /** A global account. */
    recordedBy: p.uuid(),
  },
  uniques: [{ properties: ['townId', 'fund', 'seq'] }],
  rowLevelSecurity: 'force',
  policies: [ownTown],
});
