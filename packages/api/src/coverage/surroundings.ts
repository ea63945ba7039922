import type { Desk } from '../db/door.ts';
import { organizationsOfTowns } from '../organizations/organization-rows.ts';
import type { PartyTree } from '../party-organizations/party-tree.ts';
import type { LinkSurroundings } from './coverage-rules.ts';

/** What links of the desk's town are judged by: a tree of the Party, and the lives of the town's organisations. */
export async function surroundingsOf(desk: Desk, tree: PartyTree): Promise<LinkSurroundings> {
  const organizations = await desk.load(organizationsOfTowns, desk.town);
  const lives = new Map(organizations.map(({ uuid, validFrom: from, validTo: to }) => [uuid, { from, to }]));
  return { tree, lifeOf: (organization) => lives.get(organization) };
}
