import { ratesOf } from './count-coverage.ts';
import type { CountedOrganization } from './coverage-rates.type.ts';
import type { CoveredOrganization } from './organizations-on.ts';
import { columns } from './rates.ts';
import type { Remedy } from './remedies.ts';

/** Something to do, and for which organisation. */
export interface Doing {
  organization: string;
  remedy: Pick<Remedy, 'raises' | 'together'>;
}

/** Organisations as they stand once some remedies are done. */
function afterDoing(
  counted: readonly CountedOrganization[],
  doings: readonly Doing[],
): { organization: CoveredOrganization }[] {
  const gained = new Map<string, Set<(typeof columns)[keyof typeof columns]>>();
  for (const { organization, remedy } of doings) {
    for (const each of [organization, ...remedy.together]) {
      const known = gained.get(each) ?? new Set();
      for (const rate of remedy.raises) known.add(columns[rate]);
      gained.set(each, known);
    }
  }
  return counted.map(({ organization }) => {
    const gains = gained.get(organization.id);
    return {
      organization: gains
        ? { ...organization, ...Object.fromEntries([...gains].map((column) => [column, true])) }
        : organization,
    };
  });
}

/** The rates of organisations once some remedies are done. */
export function ratesAfter(counted: readonly CountedOrganization[], doings: readonly Doing[]) {
  return ratesOf(afterDoing(counted, doings));
}
