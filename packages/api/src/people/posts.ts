import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { spanOf } from '../db/on-days.ts';
import { holdsOn } from '../db/versions.ts';
import { globalId } from '../schema/global-id.ts';
import type { PostType } from './person.type.ts';
import { personOf } from './person-rows.ts';

/** Posts at a unit, or held by a person, on a day. */
export type PostsKey = { townId: number; asOf: string } & ({ unit: string } | { person: string });

/** Batch of posts by unit or person and day. One statement. */
export async function postsOn(desk: Desk, keys: readonly PostsKey[]): Promise<PostType[][]> {
  const { first, last } = spanOf(keys);
  const units = [...new Set(keys.flatMap((key) => ('unit' in key ? [key.unit] : [])))];
  const people = [...new Set(keys.flatMap((key) => ('person' in key ? [key.person] : [])))];
  const rows = await selectPosts(desk)
    .where('post.town_id', 'in', townsOf(keys))
    .where((or) =>
      or.or([
        ...(units.length > 0 ? [or('post.unit_id', 'in', units)] : []),
        ...(people.length > 0 ? [or('post.person_id', 'in', people)] : []),
      ]),
    )
    .where('post.valid_from', '<=', last)
    .where((or) => or.or([or('post.valid_to', 'is', null), or('post.valid_to', '>', first)]))
    .orderBy('post.valid_from')
    .orderBy('post.id')
    .execute();
  const atUnit = Map.groupBy(rows, (row) => `${row.town_id} ${row.unit_id}`);
  const heldBy = Map.groupBy(rows, (row) => `${row.town_id} ${row.person_id}`);
  return keys.map((key) => {
    const posts = 'unit' in key ? atUnit.get(`${key.townId} ${key.unit}`) : heldBy.get(`${key.townId} ${key.person}`);
    return (posts ?? [])
      .filter(({ valid_from: from, valid_to: to }) => holdsOn({ from, to }, key.asOf))
      .map((row) => postOf(row, key.asOf));
  });
}

/** Batch of the units at which posts are held. One statement. */
export async function unitsOfPosts(desk: Desk, keys: readonly TownKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('post')
    .select(['town_id', 'id', 'unit_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row.unit_id);
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
