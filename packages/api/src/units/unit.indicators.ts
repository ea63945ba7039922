import type { Desk } from '../db/door.ts';
import type { CountedFacts, StockIndicator, StockQuestion } from '../indicators/indicator.ts';
import { above } from '../indicators/levels.ts';
import { type UnitKind, unitKinds } from '../towns/unit-kind.ts';
import { pathOf } from './path-of.ts';
import { timelineOf } from './timeline.ts';

const names = {
  SERVICE_AREA: ['服务区', 'Service areas'],
  COMMUNITY: ['社区', 'Communities'],
  VILLAGE: ['村', 'Villages'],
  COMMITTEE: ['居委会', 'Residential committees'],
  SPECIAL_AREA: ['特殊区域', 'Special areas'],
  PARK: ['园区', 'Parks'],
  BLOCK: ['块区', 'Blocks'],
  BUILDING: ['楼组', 'Building groups'],
} as const;

/** How many units of each kind there are: an indicator a kind. */
export const unitIndicators = unitKinds.filter((kind) => kind !== 'TOWN').map(indicatorOf);

function indicatorOf(kind: Exclude<UnitKind, 'TOWN'>): StockIndicator {
  const [name, englishName] = names[kind];
  return {
    code: kind.toLowerCase().replaceAll('_', '-'),
    name: `${name}数`,
    englishName,
    levels: above(kind),
    permission: 'unit:count',
    time: 'STOCK',
    count: (desk, question) => countUnits(desk, question, kind),
    versions: [
      {
        since: '2026-11-24',
        definition: {
          zh: `当日在组织树上的${name}，含筹建；叠加分区的块区不计。`,
          en: `Units of the kind ${kind} that stand on the day, those in preparation 筹 included, blocks of overlays left out.`,
        },
        numerator: { zh: `当日在组织树上的${name}`, en: `${englishName} that stand on the day` },
      },
    ],
  };
}

async function countUnits(desk: Desk, { townId, on }: StockQuestion, kind: UnitKind): Promise<CountedFacts[]> {
  const timeline = await desk.load(timelineOf, townId);
  return [...timeline.on(on)]
    .filter(([unit, state]) => state.kind === kind && timeline.find(unit)?.overlayId === null)
    .map(([unit]) => ({ path: pathOf(timeline, unit, on), count: 1, total: 1 }));
}
