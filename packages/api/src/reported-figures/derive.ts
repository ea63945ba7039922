import { countedOrganizations, totalAmong } from '../coverage-rates/count-coverage.ts';
import { coverageAsked } from '../coverage-rates/coverage.indicators.ts';
import type { Desk } from '../db/door.ts';
import { sumOf } from '../figures/figure-of.ts';
import { getIndicator, lastDay } from '../figures/indicators.ts';
import { totalOfTown } from '../figures/town-total.ts';
import type { Total } from '../indicators/indicator.ts';
import { dayOf } from '../today.ts';
import { type CountedKey, countedInPeriods } from './counted-in-periods.ts';

/** Of what to say what the records give: of an indicator, in a town or a unit of it, of all organisations or those of a kind. */
export interface DerivedKey extends CountedKey {
  unit: string | null;
  kind: string | null;
}

/**
 * What the records give today for a figure of a period, for the units of its last day, or of today while that is ahead. Asked for
 * many at once, as many statements as for the sources of what they count.
 */
export async function derive(desk: Desk, { unit, kind, ...key }: DerivedKey): Promise<Total> {
  const { townId, indicator, ...period } = key;
  const on = lastDay(period, dayOf(desk.now));
  if (kind !== null) return organizationsOf(desk, { townId, on }, indicator, unit, kind);
  if (unit === null) {
    // Summaries tell of whole towns without a row of their units.
    const total = await totalOfTown(desk, getIndicator(indicator), { townId, period, on });
    if (total) return total;
  }
  const counted = await desk.load(countedInPeriods, key);
  return sumOf(unit === null ? counted : counted.filter(({ path }) => path.includes(unit)));
}

/** How many organisations of a kind there are, or how many of them a rate counts. */
async function organizationsOf(
  desk: Desk,
  { townId, on }: { townId: number; on: string },
  code: string,
  unit: string | null,
  kind: string,
): Promise<Total> {
  const all = await desk.load(countedOrganizations, { townId, on, asOf: on });
  const some = all.filter(
    ({ organization, path }) => organization.kind_id === kind && (unit === null || path.includes(unit)),
  );
  return totalAmong(some, coverageAsked(code)?.rate ?? null);
}
