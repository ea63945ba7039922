import type { Desk } from '../db/door.ts';
import type { StockQuestion, Total } from '../indicators/indicator.ts';
import { rateOf } from '../schema/rate.ts';
import type { Standing } from '../standings/standing-of.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';
import type { CountedOrganization } from './coverage-rates.type.ts';
import { organizationsOn } from './organizations-on.ts';
import { type CoverageRate, columns } from './rates.ts';

/** Batch of the organisations of a town on a day, with the units of another day for which each counts. */
export async function countedOrganizations(
  desk: Desk,
  questions: readonly StockQuestion[],
): Promise<CountedOrganization[][]> {
  return Promise.all(
    questions.map(async ({ townId, on, asOf }) => {
      const organizations = await desk.load(organizationsOn, { townId, on });
      if (asOf === on) return organizations.map((organization) => ({ organization, path: organization.path }));
      const history = await desk.load(historyOf, townId);
      const paths = new Map<string, string[]>();
      const pathFrom = (unit: string | undefined) => {
        if (unit === undefined) return [];
        const path =
          paths.get(unit) ??
          pathOf(history.timeline, carry(history, { block: unit, household: null, day: on }, asOf), asOf);
        paths.set(unit, path);
        return path;
      };
      return organizations.map((organization) => ({ organization, path: pathFrom(organization.path[0]) }));
    }),
  );
}

/** How many of some organisations a rate counts, of all of them; of no rate, how many there are. */
export function totalAmong(some: readonly CountedOrganization[], rate: CoverageRate | null): Total {
  const counts = rate === null ? some : some.filter(({ organization }) => organization[columns[rate]]);
  return { count: counts.length, total: some.length };
}

/** The three rates of some organisations. */
export function ratesOf(organizations: readonly Pick<Standing, 'established' | 'covered' | 'worked'>[]) {
  const rate = (holds: 'established' | 'covered' | 'worked') =>
    rateOf(organizations.filter((organization) => organization[holds]).length, organizations.length);
  return {
    organizations: organizations.length,
    establishment: rate('established'),
    organizationCoverage: rate('covered'),
    workCoverage: rate('worked'),
  };
}
