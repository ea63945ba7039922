import type { Desk } from '../db/door.ts';
import { holdsOn, type Period } from '../db/versions.ts';
import { globalId } from '../schema/global-id.ts';
import type { PartyPostTitle } from './party-organization.entity.ts';
import type { PartyPostType } from './party-post.type.ts';
import type { PartyTree } from './party-tree.ts';

/** A post in a Party organisation, and who holds it: one of a person and two offices. */
export interface PartyPostRow extends Period {
  uuid: string;
  party: string;
  title: PartyPostTitle;
  person: string | null;
  secretaryOf: string | null;
  secretaryAt: string | null;
}

/** Batch of all posts in Party organisations of towns, those that were taken back too, oldest first. One statement. */
export async function partyPostsOf(desk: Desk, towns: readonly number[]): Promise<PartyPostRow[][]> {
  const rows = await desk.db
    .selectFrom('party_post')
    .select(['town_id', 'id as uuid', 'party_organization_id as party', 'title', 'person_id as person'])
    .select(['secretary_of_id as secretaryOf', 'secretary_at_id as secretaryAt'])
    .select(['valid_from as from', 'valid_to as to'])
    .where('town_id', 'in', [...new Set(towns)])
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => byTown.get(town) ?? []);
}

/** Whose office somebody holds a post by in the end: their own, or that of the Party secretary of a unit. */
export type Office = { person: string } | { unit: string };

/**
 * Who holds a post on a day, through whatever offices; undefined where one of these is vacant then, or where a merger has made
 * them lead back to where they began.
 */
export function officeOf(
  posts: readonly PartyPostRow[],
  tree: PartyTree,
  post: PartyPostRow,
  day: string,
): Office | undefined {
  const seen = new Set<string>([post.party]);
  let at: PartyPostRow | undefined = post;
  while (at) {
    if (at.person !== null) return { person: at.person };
    if (at.secretaryAt !== null) return { unit: at.secretaryAt };
    const party: string | undefined = at.secretaryOf === null ? undefined : tree.standingFor(at.secretaryOf, day);
    if (party === undefined || seen.has(party)) return undefined;
    seen.add(party);
    at = secretaryPost(posts, party, day);
  }
  return undefined;
}

/** The post of a Party organisation's secretary on a day. */
export function secretaryPost(posts: readonly PartyPostRow[], party: string, day: string): PartyPostRow | undefined {
  return posts.find((post) => post.party === party && post.title === 'SECRETARY' && holdsOn(post, day));
}

/** The first day on which secretaries would hold their posts by each other's offices; undefined where they never do. */
export function circleOfOffices(
  posts: readonly PartyPostRow[],
  tree: PartyTree,
  post: PartyPostRow,
): string | undefined {
  if (post.title !== 'SECRETARY' || post.secretaryOf === null) return undefined;
  const days = [post.from, ...posts.map(({ from }) => from), ...tree.boundaries(post.from)].sort();
  return days.find((day) => {
    if (!holdsOn(post, day)) return false;
    const seen = new Set<string>();
    let at: string | undefined = post.party;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      const by: string | null | undefined = secretaryPost(posts, at, day)?.secretaryOf;
      at = by == null ? undefined : tree.standingFor(by, day);
    }
    return at === post.party;
  });
}

/** A post as GraphQL shows it, on a day. */
export function postOf(townId: number, row: PartyPostRow, asOf: string): PartyPostType {
  return {
    typename: 'PartyPost',
    id: globalId('PartyPost', townId, row.uuid),
    townId,
    uuid: row.uuid,
    asOf,
    partyUuid: row.party,
    personUuid: row.person,
    secretaryOfUuid: row.secretaryOf,
    secretaryAtUuid: row.secretaryAt,
    title: row.title,
    validFrom: row.from,
    validTo: row.to,
  };
}
