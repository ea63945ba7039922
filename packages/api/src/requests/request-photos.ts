import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { PhotoType } from '../photos/photo.type.ts';
import { photosById } from '../photos/photo-rows.ts';
import type { RequestKey } from './request-rows.ts';

/** Photographs that one request may have. */
export const mostPhotos = 9;

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
