import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PostType } from './person.type.ts';
import { personOf } from './person-rows.ts';

/** Posts at a unit, or held by a person, on a day. */
export type PostsKey = { townId: number; asOf: string } & ({ unit: string } | { person: string });

/** Batch of posts by unit or person and day. One statement for each day. */
export async function postsOn(desk: Desk, keys: readonly PostsKey[]): Promise<PostType[][]> {
  const posts = new Map<string, PostType[]>();
  for (const day of new Set(keys.map((key) => key.asOf))) {
    const wanted = keys.filter((key) => key.asOf === day);
    const units = wanted.flatMap((key) => ('unit' in key ? [key.unit] : []));
    const people = wanted.flatMap((key) => ('person' in key ? [key.person] : []));
    const rows = await selectPosts(desk)
      .where('post.town_id', 'in', [...new Set(wanted.map((key) => key.townId))])
      .where((or) =>
        or.or([
          ...(units.length > 0 ? [or('post.unit_id', 'in', units)] : []),
          ...(people.length > 0 ? [or('post.person_id', 'in', people)] : []),
        ]),
      )
      .where('post.valid_from', '<=', day)
      .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>', day)]))
      .orderBy('post.valid_from')
      .orderBy('post.id')
      .execute();
    posts.set(
      day,
      rows.map((row) => postOf(row, day)),
    );
  }
  return keys.map((key) =>
    (posts.get(key.asOf) ?? []).filter(
      (post) =>
        post.townId === key.townId && ('unit' in key ? post.unitUuid === key.unit : post.person.uuid === key.person),
    ),
  );
}

/** The posts with the people who hold them; the caller narrows it to what it needs. */
export function selectPosts(desk: Desk) {
  return desk.db
    .selectFrom('post')
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'post.town_id').onRef('person.id', '=', 'post.person_id'),
    )
    .select(['post.town_id', 'post.id', 'post.unit_id', 'post.person_id', 'post.title'])
    .select(['post.valid_from', 'post.valid_to', 'person.name']);
}

type PostRow = Awaited<ReturnType<ReturnType<typeof selectPosts>['execute']>>[number];

/** The GraphQL object of a post's row. */
export function postOf(row: PostRow, asOf: string): PostType {
  return {
    townId: row.town_id,
    unitUuid: row.unit_id,
    asOf,
    id: globalId('Post', row.town_id, row.id),
    person: personOf({ town_id: row.town_id, id: row.person_id, name: row.name }),
    title: row.title,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}
