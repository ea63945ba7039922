import type { Desk } from '../db/door.ts';
import { stateOn } from '../db/versions.ts';
import type { CountedFacts, Indicator, StockQuestion } from '../indicators/indicator.ts';
import { downToBlocks } from '../indicators/levels.ts';
import { pathOf } from '../units/path-of.ts';
import { timelineOf } from '../units/timeline.ts';
import { teamLinesOf } from './team-lines.ts';

/** What is counted of teams. */
export const teamIndicators = [
  {
    code: 'team',
    name: '组团数',
    englishName: 'Teams',
    levels: downToBlocks,
    permission: 'unit:count',
    time: 'STOCK',
    count: countTeams,
    versions: [
      {
        since: '2026-11-25',
        definition: {
          zh: '当日在册的组团；叠加分区的组团不计。',
          en: 'Service teams that stand on the day, those of overlays left out.',
        },
        numerator: { zh: '当日在册的组团', en: 'Teams that stand on the day' },
        changed: { zh: '叠加分区的组团不再计入。', en: 'Teams of overlays are left out.' },
      },
      {
        since: '2026-11-24',
        definition: { zh: '当日在册的组团。', en: 'Service teams that stand on the day.' },
        numerator: { zh: '当日在册的组团', en: 'Teams that stand on the day' },
      },
    ],
  },
] as const satisfies readonly Indicator[];

async function countTeams(desk: Desk, { townId, on }: StockQuestion): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  const teams = await desk.load(teamLinesOf, townId);
  return teams.flatMap(({ versions }) => {
    const block = stateOn(versions, on)?.block_id;
    if (block === undefined || timeline.find(block)?.overlayId != null) return [];
    return [{ path: pathOf(timeline, block, on), count: 1, total: 1 }];
  });
}
