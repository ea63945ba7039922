import type { Desk } from '../db/door.ts';
import type { Basis } from '../indicators/basis.ts';
import { rateOf } from '../schema/rate.ts';
import { carry } from '../units/carry.ts';
import { historyOf } from '../units/history.ts';
import { pathOf } from '../units/path-of.ts';
import type { CountedOrganization } from './coverage-rates.type.ts';
import type { CoveredOrganization } from './organizations-on.ts';
import { organizationsOn } from './organizations-on.ts';

/** On which day organisations are counted, and for the units of which. */
export interface CoverageQuestion {
  townId: number;
  on: string;
  basis: Basis;
  /** The day of the units, but for AS_RECORDED. */
  asOf: string;
}

/** Batch of the organisations of a town on a day, with the units for which each counts. */
export async function countedOrganizations(
  desk: Desk,
  questions: readonly CoverageQuestion[],
): Promise<CountedOrganization[][]> {
  return Promise.all(
    questions.map(async ({ townId, on, basis, asOf }) => {
      const organizations = await desk.load(organizationsOn, { townId, on });
      if (basis === 'AS_RECORDED')
        return organizations.map((organization) => ({ organization, path: organization.path }));
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

/** The three rates of some organisations. */
export function ratesOf(counted: readonly { organization: CoveredOrganization }[]) {
  const rate = (holds: 'established' | 'covered' | 'worked') =>
    rateOf(counted.filter(({ organization }) => organization[holds]).length, counted.length);
  return {
    organizations: counted.length,
    establishment: rate('established'),
    organizationCoverage: rate('covered'),
    workCoverage: rate('worked'),
  };
}
