import { holdsOn, overlapOf, type Period } from '../db/versions.ts';
import type { PartyState, PartyTree } from '../party-organizations/party-tree.ts';
import { establishing } from '../standings/standing-of.ts';
import type { CoverageWay } from './coverage.entity.ts';

/** That a Party organisation includes an organisation over a period. */
export interface Link extends Period {
  /** The stored row that says so; undefined for what is not written yet. */
  row?: string;
  party: string;
  organization: string;
  way: CoverageWay;
}

/** What links are judged by: the Party's tree, and when organisations are there. */
export interface LinkSurroundings {
  tree: PartyTree;
  lifeOf(organization: string): Period | undefined;
}

/** A rule of coverage that does not hold, on the first day on which it does not. */
export interface LinkFault {
  rule:
    | 'partyNotThere'
    | 'organizationNotThere'
    | 'notSeated'
    | 'notJoint'
    | 'notOfIndustry'
    | 'notOfArea'
    | 'linkedTwice'
    | 'establishedTwice'
    | 'jointTooFew';
  party: string;
  /** The organisation of the link; null where it is about all that the Party organisation covers. */
  organization: string | null;
  /** The other Party organisation that has established itself in the organisation. */
  other: string | null;
  day: string;
}

/** Organisations that a joint Party organisation covers at least. */
export const fewestJoint = 2;

/**
 * Checks the links of a town that a change has touched: each lies within the lives of both and has a way that fits the Party
 * organisation on all its days; an organisation has one that establishes a Party organisation in it at a time, and none to the
 * same one twice. A joint Party organisation covers two organisations or more from a day on, where that is asked for: those
 * that lost some because these closed are told by findings.
 */
export function linkFaults(
  links: readonly Link[],
  touched: (link: Link) => boolean,
  { tree, lifeOf }: LinkSurroundings,
  joint?: { party: string; from: string },
): LinkFault[] {
  const faults: LinkFault[] = [];
  const ofOrganization = Map.groupBy(links, (link) => link.organization);
  for (const link of links.filter(touched)) {
    const { party, organization } = link;
    const about = { party, organization, other: null };
    const [partyLife, life] = [tree.lifeOf(party), lifeOf(organization)];
    if (!isWithin(link, partyLife)) faults.push({ rule: 'partyNotThere', ...about, day: outside(link, partyLife) });
    if (!isWithin(link, life)) faults.push({ rule: 'organizationNotThere', ...about, day: outside(link, life) });
    for (const version of tree.versionsOf(party)) {
      const shared = overlapOf(link, version);
      const rule = shared && misfitOf(link, version.state);
      if (shared && rule) faults.push({ rule, ...about, day: shared.from });
    }
    for (const each of ofOrganization.get(organization) ?? []) {
      const shared = each === link ? undefined : overlapOf(each, link);
      if (!shared) continue;
      if (each.party === party) faults.push({ rule: 'linkedTwice', ...about, day: shared.from });
      else if (establishing.has(each.way) && establishing.has(link.way)) {
        faults.push({ rule: 'establishedTwice', ...about, other: each.party, day: shared.from });
      }
    }
  }
  return joint ? [...faults, ...tooFew(links, tree, joint)] : faults;
}

/** What of a Party organisation does not fit a link; undefined where it may include the organisation in that way. */
export function misfitOf(
  { way, organization }: Pick<Link, 'way' | 'organization'>,
  { form, kind, unit_id, organization_id, industry_id }: Readonly<PartyState>,
): LinkFault['rule'] | undefined {
  switch (way) {
    case 'INDEPENDENT':
      return form === 'INDEPENDENT' && kind !== 'GROUP' && organization_id === organization ? undefined : 'notSeated';
    case 'JOINT':
      return form === 'JOINT' ? undefined : 'notJoint';
    case 'BY_INDUSTRY':
      return industry_id !== null || form === 'FEDERATION' ? undefined : 'notOfIndustry';
    case 'BY_AREA':
      return unit_id !== null || form === 'FEDERATION' ? undefined : 'notOfArea';
    case 'AFFILIATED':
      return undefined;
  }
}

/** The first days on which a joint Party organisation covers too few. */
function tooFew(
  links: readonly Link[],
  tree: PartyTree,
  { party, from }: { party: string; from: string },
): LinkFault[] {
  const own = links.filter((link) => link.party === party && link.way === 'JOINT');
  const days = new Set([from, ...[...own, ...tree.versionsOf(party)].flatMap((each) => [each.from, each.to ?? from])]);
  return [...days]
    .filter((day) => day >= from && tree.stateOn(party, day)?.form === 'JOINT')
    .filter((day) => own.filter((link) => holdsOn(link, day)).length < fewestJoint)
    .sort()
    .map((day) => ({ rule: 'jointTooFew', party, organization: null, other: null, day }));
}

function isWithin({ from, to }: Period, life: Period | undefined): boolean {
  return life !== undefined && life.from <= from && (life.to === null || (to !== null && to <= life.to));
}

/** The first day of a period outside a life. */
function outside({ from }: Period, life: Period | undefined): string {
  return life === undefined || from < life.from || life.to === null || from >= life.to ? from : life.to;
}
