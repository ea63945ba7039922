import type { Desk } from '../db/door.ts';
import type { PersonType } from '../people/person.type.ts';
import { peopleById } from '../people/person-rows.ts';
import { postsOn } from '../people/posts.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import type { PartyKey } from './party-organization-rows.ts';
import { officeOf, type PartyPostRow, partyPostsOf, secretaryPost } from './party-posts.ts';
import { partyTreesOf } from './party-tree-rows.ts';

/** Who is secretary of a Party organisation on a day, be it by another office. */
export async function secretaryOn(desk: Desk, { townId, uuid, asOf }: PartyKey): Promise<PersonType | undefined> {
  const posts = await desk.load(partyPostsOf, townId);
  const post = secretaryPost(posts, uuid, asOf);
  return post && holderOn(desk, townId, post, asOf);
}

/** Who holds a post on a day, be it by another office. A number of statements that does not grow with the posts. */
export async function holderOn(
  desk: Desk,
  townId: number,
  post: PartyPostRow,
  asOf: string,
): Promise<PersonType | undefined> {
  const [posts, tree, timeline, links] = await Promise.all([
    desk.load(partyPostsOf, townId),
    desk.load(partyTreesOf, townId),
    desk.load(timelineOf, townId),
    desk.load(lineageOfTowns, townId),
  ]);
  const office = officeOf(posts, tree, post, asOf);
  if (!office) return undefined;
  if ('person' in office) return desk.load(peopleById, { townId, uuid: office.person });
  const unit = standsIn(timeline, links, office.unit, asOf);
  if (unit === null) return undefined;
  const held = await desk.load(postsOn, { townId, asOf, unit });
  return held.find(({ title }) => title === 'PARTY_SECRETARY')?.person;
}
