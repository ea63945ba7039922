import type { CoverageWay } from '../coverage/coverage.entity.ts';
import type { CoveredOrganization } from './organizations-on.ts';
import type { CoverageRate } from './rates.ts';
import type { CoveringParty, TownCoverage } from './town-coverage.ts';

/**
 * What would mend a gap, the cheapest first: an appointment, a decision of a Party organisation that is there, joining one with
 * one's own members, founding one's own, founding one together. What costs least is what has to be set up least.
 */
export const remedyKinds = [
  'NAME_LIAISON',
  'AFFILIATE',
  'COVER_BY_AREA',
  'COVER_BY_INDUSTRY',
  'JOIN_JOINT_BRANCH',
  'FOUND_BRANCH',
  'FOUND_JOINT_BRANCH',
  'DEVELOP_MEMBERS',
] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** Something to do about an organisation's gap. */
export interface Remedy {
  kind: RemedyKind;
  /** The Party organisation that would include it. */
  party: string | null;
  /** The organisations together with which it would found one. */
  together: readonly string[];
  /** What the organisation would have then that it has not. */
  raises: readonly CoverageRate[];
}

/** Party members that a branch needs (中国共产党章程, art. 30: three full members). */
const membersOfBranch = 3;

/**
 * The kinds in the order in which they are proposed. Who has members enough is to have a branch, and a branch alone is the main way
 * (中国共产党支部工作条例（试行）, art. 4; art. 5 has those join others whose members do not suffice). Towns hold enterprises above scale
 * to it, all 56 of Zhuanghang's are independent, and let smaller ones with members enough join a branch that is there, which costs less.
 */
function orderFor(organization: CoveredOrganization): readonly RemedyKind[] {
  if (organization.class !== 'ENTERPRISE_ABOVE_SCALE' || !isEnough(organization)) return remedyKinds;
  const [appointment, ...others] = remedyKinds;
  return [appointment, 'FOUND_BRANCH', ...others.filter((kind) => kind !== 'FOUND_BRANCH')];
}

/** The way in which a remedy has a Party organisation include an organisation. */
export const waysOfRemedies: Partial<Record<RemedyKind, CoverageWay>> = {
  AFFILIATE: 'AFFILIATED',
  COVER_BY_AREA: 'BY_AREA',
  COVER_BY_INDUSTRY: 'BY_INDUSTRY',
  JOIN_JOINT_BRANCH: 'JOINT',
  FOUND_BRANCH: 'INDEPENDENT',
  FOUND_JOINT_BRANCH: 'JOINT',
};

/** What would mend that a rate counts an organisation among those missing: what raises this rate first, then in their order. */
export function remediesFor(organization: CoveredOrganization, rate: CoverageRate, town: TownCoverage): Remedy[] {
  const found = [
    ...besides(organization, town),
    ...(organization.party_members > 0 ? withMembers(organization, town) : []),
    ...(organization.party_members === 0 && !organization.established ? [remedy('DEVELOP_MEMBERS', null, [])] : []),
  ];
  const order = orderFor(organization);
  const rank = (each: Remedy) => (each.raises.includes(rate) ? 0 : order.length) + order.indexOf(each.kind);
  return found.sort((a, b) => rank(a) - rank(b));
}

/** What needs no Party member in the organisation. */
function besides(organization: CoveredOrganization, town: TownCoverage): Remedy[] {
  const found: Remedy[] = [];
  if (!organization.worked) found.push(remedy('NAME_LIAISON', null, ['WORK_COVERAGE']));
  if (organization.covered) return found;
  const near = nearest(organization, town);
  const group = near.find(({ kind, form }) => kind === 'GROUP' || (kind === 'BRANCH' && form === 'INDEPENDENT'));
  const area = near.find(({ unit }) => unit !== null && organization.path.includes(unit));
  const industry = near.find((party) => party.industry_id !== null && party.industry_id === organization.industry_id);
  if (group) found.push(remedy('AFFILIATE', group.id, ['ORGANIZATION_COVERAGE']));
  if (area) found.push(remedy('COVER_BY_AREA', area.id, ['ORGANIZATION_COVERAGE']));
  if (industry) found.push(remedy('COVER_BY_INDUSTRY', industry.id, ['ORGANIZATION_COVERAGE']));
  return found;
}

/** What sets up a Party organisation in it, with the members that it has. */
function withMembers(organization: CoveredOrganization, town: TownCoverage): Remedy[] {
  if (organization.established) return [];
  const raises: CoverageRate[] = organization.covered ? ['ESTABLISHMENT'] : ['ESTABLISHMENT', 'ORGANIZATION_COVERAGE'];
  const joint = nearest(organization, town).find(({ form }) => form === 'JOINT');
  const found = joint ? [remedy('JOIN_JOINT_BRANCH', joint.id, raises)] : [];
  if (isEnough(organization)) return [...found, remedy('FOUND_BRANCH', null, raises)];
  const together = partners(organization, town);
  return together.length > 0 ? [...found, { ...remedy('FOUND_JOINT_BRANCH', null, raises), together }] : found;
}

function remedy(kind: RemedyKind, party: string | null, raises: readonly CoverageRate[]): Remedy {
  return { kind, party, together: [], raises };
}

/** The Party organisations near an organisation: of its unit, of what stands beside or above that, or of its industry. */
function nearest(organization: CoveredOrganization, { parties, organizations }: TownCoverage): CoveringParty[] {
  const distance = (party: CoveringParty) => {
    const units = [party.unit, ...party.covers.map((id) => organizations.get(id)?.path[0] ?? null)];
    if (units.some((unit) => unit !== null && unit === organization.path[0])) return 0;
    if (units.some((unit) => unit !== null && organization.path.includes(unit))) return 1;
    const beside = organization.path[1];
    const paths = party.covers.map((id) => organizations.get(id)?.path ?? []);
    if (beside !== undefined && paths.some((path) => path[1] === beside)) return 1;
    const industries = [party.industry_id, ...party.covers.map((id) => organizations.get(id)?.industry_id ?? null)];
    return industries.some((each) => each !== null && each === organization.industry_id) ? 2 : undefined;
  };
  return parties
    .flatMap((party) => {
      const far = distance(party);
      return far === undefined ? [] : [{ party, far }];
    })
    .sort((a, b) => a.far - b.far || (a.party.name < b.party.name ? -1 : 1))
    .map(({ party }) => party);
}

/** The fewest organisations near by, with members and no Party organisation, with which it has members enough for a branch. */
function partners(organization: CoveredOrganization, { organizations }: TownCoverage): string[] {
  const near = (other: CoveredOrganization) => {
    if (other.path[0] === organization.path[0]) return 0;
    if (organization.path[1] !== undefined && other.path[1] === organization.path[1]) return 1;
    return other.industry_id !== null && other.industry_id === organization.industry_id ? 2 : undefined;
  };
  const candidates = [...organizations.values()]
    .filter((other) => other.id !== organization.id && !other.established && other.party_members > 0)
    .flatMap((other) => {
      const far = near(other);
      return far === undefined ? [] : [{ other, far }];
    })
    .sort(
      (a, b) =>
        a.far - b.far ||
        // Who has members enough would rather found a branch alone.
        Number(isEnough(a.other)) - Number(isEnough(b.other)) ||
        b.other.party_members - a.other.party_members ||
        (a.other.name < b.other.name ? -1 : 1),
    );
  const together: string[] = [];
  let members = organization.party_members;
  for (const { other } of candidates) {
    if (members >= membersOfBranch) break;
    together.push(other.id);
    members += other.party_members;
  }
  return members >= membersOfBranch ? together : [];
}

/** Whether an organisation has Party members enough for a branch of its own. */
function isEnough({ party_members }: CoveredOrganization): boolean {
  return party_members >= membersOfBranch;
}
