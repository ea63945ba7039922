import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { indicators } from '../figures/indicators.ts';
import type { Days, Total } from '../indicators/indicator.ts';
import { organizationKindsOf } from '../organizations/organization-lists.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { townsById } from '../towns/read-towns.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { pathOf } from '../units/path-of.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import { kindCounts, none, ofKinds, type PeriodCount, periodCounts } from './count-period.ts';
import type { KeptNumber } from './figure-snapshot.entity.ts';

/** What is kept of the whole town, of a unit, or of a kind of organisations. */
interface Scope {
  unit: string | null;
  kind: string | null;
  name: string;
  unitKind: UnitKind | null;
  figures: Record<string, KeptNumber>;
}

/**
 * All figures of a period of the desk's town as the records give them now: of the whole town, of each unit that stands on its last
 * day down the tree, and of each kind of organisations. As many statements as the indicators take.
 */
export async function scopesOf(desk: Desk, period: Days): Promise<Scope[]> {
  const townId = desk.town;
  const { last: on } = period;
  const counts = new Map(
    await Promise.all(
      indicators.map(
        async ({ code }): Promise<[string, PeriodCount]> => [
          code,
          await desk.load(periodCounts, { townId, indicator: code, ...period }),
        ],
      ),
    ),
  );
  const [town, timeline] = [await desk.load(townsById, { townId, asOf: on }), await desk.load(timelineOf, townId)];
  const whole = [...counts].map(([code, { town }]): [string, Total] => [code, town]);
  return [
    { unit: null, kind: null, name: town?.name ?? '', unitKind: null, figures: kept(whole) },
    ...unitsDown(timeline, on).map(({ unit, name, kind }) => {
      const asked = indicators.filter(({ levels }) => levels.includes(kind));
      const own = asked.map(({ code }): [string, Total] => [code, counts.get(code)?.units.get(unit) ?? none]);
      return { unit, kind: null, name, unitKind: kind, figures: kept(own) };
    }),
    ...(await kindsOf(desk, on)),
  ];
}

/** The units of which anything is asked, each after what it stands under, those beside each other by name. */
function unitsDown(timeline: Timeline, on: string) {
  const places = new Map<string, string[]>();
  const place = (unit: string) => {
    const names = pathOf(timeline, unit, on).reverse();
    return names.map((each) => `${timeline.nameOn(each, on)} ${each}`);
  };
  const units = [...timeline.on(on)]
    .filter(([unit, { kind }]) => timeline.find(unit)?.overlayId === null && isAsked(kind))
    .map(([unit, { name, kind }]) => ({ unit, name, kind }));
  for (const { unit } of units) places.set(unit, place(unit));
  return units.sort((a, b) => inOrder(places.get(a.unit) ?? [], places.get(b.unit) ?? []));
}

function isAsked(kind: UnitKind): boolean {
  return indicators.some(({ levels }) => levels.includes(kind));
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  if (at < 0) return a.length - b.length;
  return b[at] === undefined ? 1 : byPinyin(a[at] ?? '', b[at]);
}

/** The kinds of organisations that hold on a day, in the order of the town's list, and those of which there are any. */
async function kindsOf(desk: Desk, on: string): Promise<Scope[]> {
  const counts = await desk.load(kindCounts, { townId: desk.town, on });
  return (await desk.load(organizationKindsOf, desk.town))
    .filter(({ uuid, validFrom: from, validTo: to }) => counts.has(uuid) || holdsOn({ from, to }, on))
    .map(({ uuid, name }) => {
      const own = ofKinds.map(({ code }): [string, Total] => [code, counts.get(uuid)?.[code] ?? none]);
      return { unit: null, kind: uuid, name, unitKind: null, figures: kept(own) };
    });
}

function kept(numbers: readonly [string, Total][]): Record<string, KeptNumber> {
  return Object.fromEntries(numbers.map(([code, { count, total }]) => [code, [count, total]]));
}
