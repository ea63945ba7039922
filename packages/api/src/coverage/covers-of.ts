import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import type { PartyTree } from '../party-organizations/party-tree.ts';
import { requireOrganizations } from '../party-organizations/require-organizations.ts';
import { establishing } from '../standings/standing-of.ts';
import type { CoverageWay } from './coverage.entity.ts';
import type { Link, LinkSurroundings } from './coverage-rules.ts';
import { endedOn, withLink } from './link-steps.ts';

/** What a Party organisation is to cover, and in which way. */
export interface Cover {
  organization: string;
  way: CoverageWay;
}

/**
 * The organisations in which an input lets a Party organisation be established on a day.
 * Errors: NOT_FOUND on the member of input.covers; BAD_INPUT on input.covers where its form does not allow them.
 */
export async function coversOf(
  desk: Desk,
  tree: PartyTree,
  party: string,
  given: readonly string[] | null | undefined,
  day: string,
): Promise<Cover[]> {
  const lines = await requireOrganizations(desk, given ?? [], (index) => `input.covers.${index}`);
  const named = lines.map(({ uuid }) => uuid);
  const state = tree.stateOn(party, day);
  if (!state) return [];
  const { form, kind, organization_id: seat, parent_id } = state;
  if (kind === 'GROUP') return named.map((organization) => ({ organization, way: 'AFFILIATED' }));
  if (form === 'JOINT') return named.map((organization) => ({ organization, way: 'JOINT' }));
  if (form === 'FEDERATION' && named.length > 0) throw badInput('input.covers', 'coversAtFounding');
  if (named.some((organization) => organization !== seat)) throw badInput('input.covers', 'coversItsSeat');
  // A branch within a company's committee establishes nothing in the company anew.
  const within = seat !== null && parent_id !== null && tree.stateOn(parent_id, day)?.organization_id === seat;
  const establishes = given == null ? form === 'INDEPENDENT' && !within : named.length > 0;
  return establishes && seat !== null ? [{ organization: seat, way: 'INDEPENDENT' }] : [];
}

/** The links of which a Party organisation establishes itself with these from a day on and no others. */
export function establishedIn(
  links: readonly Link[],
  party: string,
  covers: readonly Cover[],
  day: string,
  around: LinkSurroundings,
): Link[] {
  const same = (link: Link) => (cover: Cover) => cover.organization === link.organization && cover.way === link.way;
  const named = new Set(covers.map(({ organization }) => organization));
  const makesWay = (link: Link) =>
    link.party === party && (establishing.has(link.way) || named.has(link.organization)) && !covers.some(same(link));
  let after = endedOn(links, makesWay, day);
  for (const cover of covers) {
    const there = after.some(
      (link) => link.party === party && same(link)(cover) && (link.to === null || link.to > day),
    );
    if (!there) after = withLink(after, { ...cover, party, from: day }, around);
  }
  return after;
}
