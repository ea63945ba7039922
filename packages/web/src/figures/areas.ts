import type { Permission } from '../generated/graphql.ts';

/** What indicators are about, in the order in which they are shown, each by who may count it. */
export const areas = [
  'UNIT_COUNT',
  'HOUSEHOLD_COUNT',
  'REQUEST_COUNT',
  'CALL_COUNT',
  'PATROL_COUNT',
  'INSPECTION_COUNT',
  'DELIBERATION_COUNT',
  'PAIRING_COUNT',
  'COVERAGE_COUNT',
] as const satisfies readonly Permission[];

/** Indicators by what they are about; those of none of the areas come last, without a name. */
export function byArea<Indicator extends { permission: Permission }>(
  indicators: readonly Indicator[],
): { area: (typeof areas)[number] | null; indicators: Indicator[] }[] {
  // What takes reading is about the same as what is counted of it.
  const areaOf = ({ permission }: Indicator) =>
    areas.find((area) => area === permission.replace(/_READ$/, '_COUNT')) ?? null;
  const grouped = Map.groupBy(indicators, areaOf);
  return [...areas, null].flatMap((area) => {
    const some = grouped.get(area);
    return some ? [{ area, indicators: some }] : [];
  });
}
