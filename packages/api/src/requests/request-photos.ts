import type { Actor } from '../access/actor.ts';
import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput } from '../errors.ts';
import { requirePhotos } from '../photos/add-photo.ts';
import type { PhotoType } from '../photos/photo.type.ts';
import { photosById } from '../photos/photo-rows.ts';

/** Photographs that one request may have. */
export const mostPhotos = 9;

/**
 * Writes which photographs, of those that an account added, show what a request is about beside those that do already.
 * Returns how many. Errors: those of requirePhotos on `field`; BAD_INPUT there where they become too many, or on field.N
 * where one shows it already.
 */
export async function showWithPhotos(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  request: string,
  photos: readonly string[],
  field: string,
): Promise<number> {
  const shown = await requirePhotos(desk, actor, photos, field, mostPhotos);
  if (shown.length === 0) return 0;
  const already = await desk.db
    .selectFrom('request_photo')
    .select('photo_id')
    .where('town_id', '=', desk.town)
    .where('request_id', '=', request)
    .execute();
  const known = new Set(already.map((row) => row.photo_id));
  const again = shown.findIndex((photo) => known.has(photo));
  if (again >= 0) throw badInput(`${field}.${again}`, 'listedTwice');
  if (already.length + shown.length > mostPhotos) {
    throw badInput(field, 'tooManyPhotos', { most: mostPhotos });
  }
  const rows = shown.map((photo_id, index) => ({
    town_id: desk.town,
    id: newId(),
    request_id: request,
    photo_id,
    position: already.length + index,
  }));
  await desk.db.insertInto('request_photo').values(rows).execute();
  return rows.length;
}

/** Batch of the photographs of requests, in the order in which they were named, without the pictures. Two statements. */
export async function photosOfRequests(desk: Desk, keys: readonly TownKey[]): Promise<PhotoType[][]> {
  const rows = await desk.db
    .selectFrom('request_photo')
    .select(['town_id', 'request_id', 'photo_id'])
    .where('town_id', 'in', townsOf(keys))
    .where('request_id', '=', anyOf(idsOf(keys)))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return Promise.all(
    parted(keys, rows, 'request_id', (row) => row).map(async (own) => {
      const photos = await Promise.all(
        own.map(({ town_id: townId, photo_id: uuid }) => desk.load(photosById, { townId, uuid })),
      );
      return photos.filter((photo) => photo !== undefined);
    }),
  );
}
