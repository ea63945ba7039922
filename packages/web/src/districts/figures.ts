import type { DistrictsQuery, UnitKind } from '../generated/graphql.ts';

type District = DistrictsQuery['districts'][number];
type Town = District['towns'][number];

/** The kinds that the table of towns counts, in its order, and what is counted beside them. */
export const counted = [
  'COMMUNITY',
  'VILLAGE',
  'COMMITTEE',
  'SPECIAL_AREA',
  'BLOCK',
  'TEAM',
  'HOUSEHOLD',
  'CONTACT',
] as const;
/** What only some roles count. */
export const facts: readonly Counted[] = ['HOUSEHOLD', 'CONTACT'];
export type Counted = (typeof counted)[number];
export type Counts = Readonly<Record<Counted, number>>;

export interface TownRow {
  key: string;
  code: string;
  name: string;
  counts: Counts;
  town: Town;
}

export interface DistrictRow {
  key: string;
  code: string;
  name: string;
  counts: Counts;
  active: number;
  children: TownRow[];
}

const none: Counts = {
  COMMUNITY: 0,
  VILLAGE: 0,
  COMMITTEE: 0,
  SPECIAL_AREA: 0,
  BLOCK: 0,
  TEAM: 0,
  HOUSEHOLD: 0,
  CONTACT: 0,
};

/** The sum of counts, kind by kind. */
export function addCounts(all: readonly { counts: Counts }[]): Counts {
  const sum = { ...none };
  for (const { counts } of all) for (const kind of counted) sum[kind] += counts[kind];
  return sum;
}

function countsOf(town: Town): Counts {
  const counts: Record<Counted, number> = {
    ...none,
    TEAM: town.teamCount ?? 0,
    HOUSEHOLD: town.householdCount ?? 0,
    CONTACT: town.figure?.numerator ?? 0,
  };
  const isCounted = (kind: UnitKind | Counted): kind is Counted => counted.some((known) => known === kind);
  for (const { kind, count } of town.unitCounts ?? []) if (isCounted(kind)) counts[kind] += count;
  return counts;
}

/** Districts with their towns as rows; a district's figures are the sum of the towns that are shown. */
export function rowsOf(districts: readonly District[], query: string): DistrictRow[] {
  const wanted = query.trim().toLowerCase();
  const rows: DistrictRow[] = [];
  for (const district of districts) {
    const whole = matches(district, wanted);
    const towns = district.towns.filter((town) => whole || matches(town, wanted));
    if (towns.length === 0 && !whole) continue;
    const children = towns.map((town) => ({
      key: town.code,
      code: town.code,
      name: town.name,
      counts: countsOf(town),
      town,
    }));
    rows.push({
      key: district.code,
      code: district.code,
      name: district.name,
      counts: addCounts(children),
      active: towns.filter(({ status }) => status === 'ACTIVE').length,
      children,
    });
  }
  return rows;
}

function matches(of: { code: string; name: string }, wanted: string): boolean {
  return wanted === '' || of.name.toLowerCase().includes(wanted) || of.code.startsWith(wanted);
}
