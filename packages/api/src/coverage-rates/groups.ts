import type { Desk } from '../db/door.ts';
import { organizationClasses } from '../organizations/organization.entity.ts';
import { industriesOf, organizationKindsOf } from '../organizations/organization-lists.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { timelineOf } from '../units/timeline.ts';
import { ratesOf } from './count-coverage.ts';
import type { CountedOrganization, CoverageGroupType, CoverageType, Dimension } from './coverage-rates.type.ts';

/** What tells a group of organisations. */
type Label = Pick<CoverageGroupType, 'id' | 'class' | 'management' | 'name'>;
const nothing: Label = { id: null, class: null, management: null, name: null };

/** The organisations of a coverage told apart; groups without any are left out. Two statements at the most. */
export async function groupsOf(desk: Desk, coverage: CoverageType, by: Dimension): Promise<CoverageGroupType[]> {
  const { townId, counted } = coverage;
  const groups = Map.groupBy(counted, keyOf(coverage, by));
  const labels = await labelsOf(desk, coverage, by, new Set(groups.keys()));
  return labels.flatMap(({ key, ...label }) => {
    const some = groups.get(key);
    return some ? [{ ...label, townId, ...ratesOf(some.map(({ organization }) => organization)) }] : [];
  });
}

/** By which key organisations are told apart. */
function keyOf({ unitUuid }: CoverageType, by: Dimension) {
  return ({ organization, path }: CountedOrganization): string | null => {
    switch (by) {
      case 'CLASS':
        return organization.class;
      case 'KIND':
        return organization.kind_id;
      case 'INDUSTRY':
        return organization.industry_id;
      case 'MANAGEMENT':
        return organization.direct ? 'DIRECT' : 'TERRITORIAL';
      case 'UNIT':
        return path[(unitUuid === null ? path.length : path.indexOf(unitUuid)) - 1] ?? null;
    }
  };
}

/** What each key is called, in the order in which groups are shown. */
async function labelsOf(
  desk: Desk,
  { townId, asOf }: CoverageType,
  by: Dimension,
  keys: ReadonlySet<string | null>,
): Promise<(Label & { key: string | null })[]> {
  const rest = { key: null, ...nothing };
  switch (by) {
    case 'CLASS':
      return organizationClasses.map((each) => ({ ...nothing, key: each, class: each }));
    case 'MANAGEMENT':
      return (['DIRECT', 'TERRITORIAL'] as const).map((each) => ({ ...nothing, key: each, management: each }));
    case 'KIND': {
      const kinds = await desk.load(organizationKindsOf, townId);
      return kinds.map(({ uuid, id, name }) => ({ ...nothing, key: uuid, id, name }));
    }
    case 'INDUSTRY': {
      const industries = await desk.load(industriesOf, townId);
      return [...industries.map(({ uuid, id, name }) => ({ ...nothing, key: uuid, id, name })), rest];
    }
    case 'UNIT': {
      const timeline = await desk.load(timelineOf, townId);
      const units = [...keys].flatMap((key) =>
        key === null ? [] : [{ ...nothing, key, id: globalId('Unit', townId, key), name: timeline.nameOn(key, asOf) }],
      );
      return [...units.sort((a, b) => byPinyin(a.name, b.name) || (a.key < b.key ? -1 : 1)), rest];
    }
  }
}
