import type { Desk } from '../db/door.ts';
import { organizationLives } from '../party-organizations/organization-lives.ts';
import type { PartyTree } from '../party-organizations/party-tree.ts';
import type { Link, LinkSurroundings } from './coverage-rules.ts';

/** What links of the desk's town are judged by: a tree of the Party, and the lives of all organisations that they name. */
export async function surroundingsOf(
  desk: Desk,
  tree: PartyTree,
  links: readonly Pick<Link, 'organization'>[],
): Promise<LinkSurroundings> {
  const named = [...new Set(links.map(({ organization }) => organization))];
  const lives = new Map(
    await Promise.all(named.map(async (uuid) => [uuid, await desk.load(organizationLives, uuid)] as const)),
  );
  return { tree, lifeOf: (organization) => lives.get(organization) };
}
