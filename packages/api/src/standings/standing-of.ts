import type { CoverageWay } from '../coverage/coverage.entity.ts';
import { holdsOn, overlapOf, type Period, type Version, type Versions } from '../db/versions.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';

/** What an organisation is over a period, of what bears on its standing. */
export interface OrganizationState {
  kind_id: string;
  class: OrganizationClass;
  unit_id: string;
  industry_id: string | null;
  party_members: number;
}

/** Everything that bears on what one organisation's standing is. Periods that hold no day bear on nothing. */
export interface Bearing {
  versions: Versions<OrganizationState>;
  /** When which Party organisations include it. */
  links: readonly (Period & { party: string; way: CoverageWay })[];
  /** When people are assigned to the organisation itself. */
  assignments: readonly Period[];
  /** When it is managed directly. */
  direct: readonly Period[];
}

/** What bears on the organisations of a town by something else than themselves. */
export interface Surroundings {
  /** By kind: when guidance stations guide it. */
  guided: ReadonlyMap<string, readonly Period[]>;
  /** By unit at which an organisation is registered: when people are assigned to it, or to what it stands under. */
  assignedAt(unit: string): readonly Period[];
}

/** What an organisation is and what covers it, as `organization_standing` keeps it. */
export interface Standing {
  kind_id: string;
  class: OrganizationClass;
  unit_id: string;
  industry_id: string | null;
  has_members: boolean;
  direct: boolean;
  established: boolean;
  covered: boolean;
  worked: boolean;
}

/** Ways of a link that establish a Party organisation in an organisation 组建, not beside it. */
export const establishing: ReadonlySet<CoverageWay> = new Set(['INDEPENDENT', 'JOINT']);

/**
 * What an organisation's standing is through time: from day to day the same, until anything that bears on it changes.
 * Source of the three rates: systems.md, section 7; see ADR 14.
 */
export function standingOf(bearing: Bearing, { guided, assignedAt }: Surroundings): Version<Standing>[] {
  const standing: Version<Standing>[] = [];
  for (const version of bearing.versions) {
    const { kind_id, unit_id } = version.state;
    const works = [...bearing.assignments, ...assignedAt(unit_id), ...(guided.get(kind_id) ?? [])];
    const inside = [...bearing.links, ...works, ...bearing.direct].flatMap((each) => overlapOf(version, each) ?? []);
    for (const period of cutInto(version, inside)) {
      const holds = (each: Period) => holdsOn(each, period.from);
      const state = {
        ...{ kind_id, class: version.state.class, unit_id, industry_id: version.state.industry_id },
        has_members: version.state.party_members > 0,
        direct: bearing.direct.some(holds),
        established: bearing.links.some((link) => establishing.has(link.way) && holds(link)),
        covered: bearing.links.some(holds),
        worked: works.some(holds),
      };
      const last = standing.at(-1);
      if (last?.to === period.from && isSame(last.state, state)) last.to = period.to;
      else standing.push({ ...period, state });
    }
  }
  return standing;
}

/** A period cut wherever one of some periods begins or ends. */
function cutInto(whole: Period, parts: readonly Period[]): Period[] {
  const days = new Set(parts.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const inside = [...days].filter((day) => day > whole.from && (whole.to === null || day < whole.to)).sort();
  const begins = [whole.from, ...inside];
  return begins.map((from, index) => ({ from, to: begins[index + 1] ?? whole.to }));
}

function isSame(a: Standing, b: Standing): boolean {
  return (Object.keys(a) as (keyof Standing)[]).every((key) => a[key] === b[key]);
}
