import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { requirePhotos } from '../photos/add-photo.ts';
import type { PhotoType } from '../photos/photo.type.ts';
import { photosById } from '../photos/photo-rows.ts';
import type { RequestKey } from './request-rows.ts';

/** Photographs that one request may have. */
const most = 9;

/** Writes which photographs show what a request is about. Errors: those of requirePhotos on `field`. */
export async function showWithPhotos(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  request: string,
  photos: readonly string[],
  field: string,
): Promise<void> {
  const shown = await requirePhotos(desk, actor, photos, field, most);
  if (shown.length === 0) return;
  const rows = shown.map((photo_id) => ({ town_id: desk.town, id: randomUUIDv7(), request_id: request, photo_id }));
  await desk.db.insertInto('request_photo').values(rows).execute();
}

/** Batch of the photographs of requests, in the order in which they were named, without the pictures. Two statements. */
export async function photosOfRequests(desk: Desk, keys: readonly RequestKey[]): Promise<PhotoType[][]> {
  const rows = await desk.db
    .selectFrom('request_photo')
    .select(['town_id', 'request_id', 'photo_id'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('request_id', '=', sql<string>`any(${keys.map((key) => key.uuid)}::uuid[])`)
    .orderBy('id')
    .execute();
  const byRequest = Map.groupBy(rows, (row) => `${row.town_id} ${row.request_id}`);
  return Promise.all(
    keys.map(async ({ townId, uuid }) => {
      const own = byRequest.get(`${townId} ${uuid}`) ?? [];
      const photos = await Promise.all(own.map((row) => desk.load(photosById, { townId, uuid: row.photo_id })));
      return photos.filter((photo) => photo !== undefined);
    }),
  );
}
