import type { Desk } from '../db/door.ts';
import { openReliefFund } from '../relief-funds/keep-funds.ts';
import { dayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { inventedMark } from './invented.ts';

/** Funds of this year, in yuan: together over 4 million, as Pujiang had before a Spring Festival (published; which, is invented). */
const funds = [
  { name: '镇级帮困资金', source: 'FISCAL', budget: 2_600_000 },
  { name: '慈善帮困资金', source: 'CHARITY', budget: 900_000 },
  { name: '党员关爱资金', source: 'PARTY_DUES', budget: 350_000 },
  { name: '工会送温暖资金', source: 'UNION', budget: 420_000 },
] as const;

/** Pujiang: the funds of this year's relief 帮困. */
export async function fundRelief(desk: Desk): Promise<void> {
  const actor = await demoActor(desk);
  const year = Number(dayOf(desk.now).slice(0, 4));
  for (const { name, source, budget } of funds) {
    await openReliefFund(desk, actor, { year, name: `${name}${inventedMark}`, source, budget: budget * 100 });
  }
}
