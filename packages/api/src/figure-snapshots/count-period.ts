import { countedOrganizations, totalAmong } from '../coverage-rates/count-coverage.ts';
import { coverageAsked } from '../coverage-rates/coverage.indicators.ts';
import type { CountedOrganization } from '../coverage-rates/coverage-rates.type.ts';
import type { Desk } from '../db/door.ts';
import { sumOf } from '../figures/figure-of.ts';
import { type AnyIndicator, indicators } from '../figures/indicators.ts';
import type { Total } from '../indicators/indicator.ts';
import { type CountedKey, countedInPeriods } from '../reported-figures/counted-in-periods.ts';

/** What an indicator counts in a period of the whole town, and of each unit with anything to count, for the units of the last day. */
export interface PeriodCount {
  town: Total;
  units: ReadonlyMap<string, Total>;
}

export const none: Total = { count: 0, total: 0 };

/** Batch of what indicators count in periods that are over. The statements of countedInPeriods. */
export async function periodCounts(desk: Desk, keys: readonly CountedKey[]): Promise<PeriodCount[]> {
  const all = await Promise.all(keys.map((key) => desk.load(countedInPeriods, key)));
  return all.map((counted) => {
    const units = new Map<string, Total>();
    for (const { path, count, total } of counted) {
      for (const unit of path) {
        const known = units.get(unit) ?? none;
        units.set(unit, { count: known.count + count, total: known.total + total });
      }
    }
    return { town: sumOf(counted), units };
  });
}

/** The indicators that are asked of a kind of organisations: how many there are of all classes, and the three rates. */
export const ofKinds: readonly AnyIndicator[] = indicators.filter(({ code }) => coverageAsked(code)?.class === null);

/** Batch of what the indicators of kinds count on days of towns, by kind and code. The statements of one count of organisations. */
export async function kindCounts(
  desk: Desk,
  keys: readonly { townId: number; on: string }[],
): Promise<ReadonlyMap<string, Record<string, Total>>[]> {
  return Promise.all(
    keys.map(async ({ townId, on }) => {
      const all = await desk.load(countedOrganizations, { townId, on, asOf: on });
      const byKind = Map.groupBy(all, ({ organization }) => organization.kind_id);
      return new Map([...byKind].map(([kind, some]) => [kind, numbersOf(some)]));
    }),
  );
}

function numbersOf(some: readonly CountedOrganization[]): Record<string, Total> {
  return Object.fromEntries(ofKinds.map(({ code }) => [code, totalAmong(some, coverageAsked(code)?.rate ?? null)]));
}
