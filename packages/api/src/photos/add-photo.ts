import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn, uuidPattern } from '../schema/global-id.ts';
import { bareJpeg } from './bare-jpeg.ts';
import type { AddPhotoInput, PhotoType } from './photo.type.ts';
import { photosById } from './photo-rows.ts';

/** In bytes. */
const largest = 400 * 1024;

/**
 * Adds a photograph, which nothing shows yet. Sent again under its `clientId`, it is added once.
 * Errors: BAD_INPUT on input.clientId, or on input.content where it is no JPEG or too large; CONFLICT on input.clientId
 * where another photograph has that id.
 */
export async function addPhoto(desk: Desk, actor: Actor, input: AddPhotoInput): Promise<PhotoType> {
  const uuid = input.clientId ?? newId();
  if (!uuidPattern.test(uuid)) throw badInput('input.clientId', 'clientId');
  if (input.content.length > (largest * 4) / 3 + 4)
    throw badInput('input.content', 'photoSize', { most: largest / 1024 });
  const file = Buffer.from(input.content, 'base64');
  const jpeg = bareJpeg(file);
  if (!jpeg || file.toString('base64') !== input.content) throw badInput('input.content', 'photoContent');
  const { bytes, width, height } = jpeg;
  const row = {
    town_id: desk.town,
    id: uuid,
    jpeg: bytes,
    width,
    height,
    added_at: desk.now,
    added_by: actor.accountId,
  };
  const added = await desk.db
    .insertInto('photo')
    .values(row)
    .onConflict((known) => known.columns(['town_id', 'id']).doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) await requireSame(desk, actor, uuid, bytes);
  const photo = await desk.load(photosById, { townId: desk.town, uuid });
  if (!photo) throw notFound();
  return photo;
}

async function requireSame(desk: Desk, actor: Actor, uuid: string, bytes: Buffer): Promise<void> {
  const known = await desk.db
    .selectFrom('photo')
    .select(['jpeg', 'added_by'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirstOrThrow();
  if (known.added_by !== actor.accountId || !bytes.equals(known.jpeg)) throw conflict('photoDiffers', 'input.clientId');
}

/**
 * The photographs that a mutation names for what they show: those that its actor has added to the desk's town.
 * Errors: BAD_INPUT on `field` where there are more than `most`, or on field.N where one is listed twice; NOT_FOUND there.
 */
export async function requirePhotos(
  desk: Desk,
  actor: Pick<Actor, 'accountId'>,
  ids: readonly string[],
  field: string,
  most: number,
): Promise<string[]> {
  if (ids.length > most) throw badInput(field, 'tooManyPhotos', { most });
  const photos = ids.map((id, index) => requireIdIn(desk.town, id, 'Photo', `${field}.${index}`));
  const twice = photos.findIndex((photo, index) => photos.indexOf(photo) < index);
  if (twice >= 0) throw badInput(`${field}.${twice}`, 'listedTwice');
  if (photos.length === 0) return [];
  const rows = await desk.db
    .selectFrom('photo')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', 'in', photos)
    .where('added_by', '=', actor.accountId)
    .execute();
  const known = new Set(rows.map((row) => row.id));
  const unknown = photos.findIndex((photo) => !known.has(photo));
  if (unknown >= 0) throw notFound(`${field}.${unknown}`);
  return photos;
}
