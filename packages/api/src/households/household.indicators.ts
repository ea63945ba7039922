import type { Desk } from '../db/door.ts';
import type { CountedFacts, Indicator, StockQuestion } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';
import { pathOf } from '../units/path-of.ts';
import { timelineOf } from '../units/timeline.ts';
import { householdsByBlock } from './household-lists.ts';

/** How many households there are. */
export const household = {
  code: 'household',
  name: '户数',
  englishName: 'Households',
  levels: downToBlocks,
  permission: 'household:count',
  time: 'STOCK',
  count: countHouseholds,
  ofHouseholds: true,
  versions: [
    {
      since: '2026-11-24',
      definition: {
        zh: '当日在地理块区里的户，每户只计一次，叠加分区不重复计。',
        en: 'Households that a geographic block holds on the day, each once, whatever overlays it is in.',
      },
      numerator: { zh: '当日在地理块区里的户', en: 'Households in a geographic block on the day' },
    },
  ],
} as const satisfies Indicator;

async function countHouseholds(desk: Desk, { townId, on }: StockQuestion): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  const blocks = await desk.load(householdsByBlock, { townId, asOf: on });
  return blocks.map(({ block, count }) => ({ path: pathOf(timeline, block, on), count, total: count }));
}
