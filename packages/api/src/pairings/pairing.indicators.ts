import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { placedOn } from '../households/placed-on.ts';
import type { CountedFacts, Indicator, StockQuestion } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';
import { pathOf } from '../units/path-of.ts';
import { timelineOf } from '../units/timeline.ts';
import { householdsCalledFor } from './called-for.ts';
import { lastsOn } from './pairing-rows.ts';

const since = '2026-12-01';
const running = {
  zh: '当日在地理块区里的户所有的、当日仍在进行的结对',
  en: 'Pairings that run on the day with households in a geographic block on it',
};
const contacts = {
  zh: '这段时间里结对人与住户的联系，已撤回的不计',
  en: 'Contacts of partners with households in the period, those withdrawn left out',
};
const called = {
  zh: '当日属于结对类型所列类别的户',
  en: 'Households that are on the day in a category for which a kind of pairing in use is',
};

/** What is counted of pairings. Only whoever reads pairings counts who lacks one: the categories behind are sealed to a district office. */
export const pairingIndicators = [
  {
    ...{ code: 'pairing', name: '结对数', englishName: 'Pairings', levels: downToBlocks },
    ...{ permission: 'pairing:count', time: 'STOCK', count: countPairings },
    versions: [{ since, definition: { zh: `${running.zh}。`, en: `${running.en}.` }, numerator: running }],
  },
  {
    ...{ code: 'household-paired', name: '结对覆盖率', englishName: 'Households paired', levels: downToBlocks },
    ...{ permission: 'pairing:read', time: 'STOCK', isRate: true, count: countPaired },
    versions: [
      {
        since,
        definition: {
          zh: '当日属于结对类型所列类别的户中，当日有对应类型的结对的；每户只计一次。',
          en: 'Of the households that are on the day in a category for which a kind of pairing in use is, those with a pairing of such a kind; each household once.',
        },
        numerator: { zh: '其中有对应类型的结对的户', en: 'Those of them with a pairing of such a kind' },
        denominator: called,
      },
    ],
  },
  {
    ...{ code: 'pairing-contact', name: '结对联系次数', englishName: 'Contacts of pairings', levels: downToBlocks },
    ...{ permission: 'pairing:count', time: 'FLOW' },
    source: { counts: 'pairing-contact' },
    versions: [{ since, definition: { zh: `${contacts.zh}。`, en: `${contacts.en}.` }, numerator: contacts }],
  },
] as const satisfies readonly Indicator[];

async function countPairings(desk: Desk, { townId, on }: StockQuestion): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  const { rows } = await sql<{ block: string; count: number }>`
    select placed.block_id as block, count(*)::int as count
    from pairing p join household_block placed on placed.town_id = p.town_id and placed.household_id = p.household_id
    where p.town_id = ${townId} and ${lastsOn(on)} and ${placedOn(townId, on)}
    group by placed.block_id`.execute(desk.db);
  return rows.map(({ block, count }) => ({ path: pathOf(timeline, block, on), count, total: count }));
}

async function countPaired(desk: Desk, { townId, on }: StockQuestion): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  const byBlock = Map.groupBy(await desk.load(householdsCalledFor, { townId, on }), ({ block }) => block);
  return [...byBlock].map(([block, households]) => ({
    path: pathOf(timeline, block, on),
    count: households.filter(({ paired }) => paired.size > 0).length,
    total: households.length,
  }));
}
