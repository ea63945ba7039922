import { client } from '../client.ts';
import { device, type NotedRow } from '../device/db.ts';
import { openBytes } from '../device/seal.ts';
import type { RecordVisitInput } from '../generated/graphql.ts';
import { ADD_PHOTO } from '../photos/photo.ts';
import { readBase64 } from '../ui/file.ts';
import { openNoted } from './noted.ts';

/** What was noted on this device can be read no more, as where the browser has cleared a part of what it keeps. */
export class LostHere extends Error {}

/**
 * What is sent of a visit, once its photographs are with the platform. Rejects with LostHere, or with what keeps a photograph
 * from being sent.
 */
export async function outgoing(row: NotedRow): Promise<RecordVisitInput> {
  const visit = await openNoted(row).catch(() => null);
  if (!visit) throw new LostHere();
  const requests = [];
  for (const { photos, ...asked } of visit.requests) {
    const ids: string[] = [];
    for (const each of photos) ids.push(await sentPhoto(row.town, each));
    requests.push({ ...asked, photos: ids });
  }
  const { clientId, household, visitedOn, notedAt } = row;
  return { clientId, household, visitedOn, notedAt, ...visit, requests };
}

/** The id by which the platform knows a photograph, which is sent if it was not. */
async function sentPhoto(town: string, clientId: string): Promise<string> {
  const photo = await device.photos.get(clientId);
  if (photo?.id) return photo.id;
  const bytes = photo && (await openBytes('queue', photo.sealed).catch(() => null));
  if (!bytes) throw new LostHere();
  const content = await readBase64(new Blob([bytes]));
  const { data } = await client.mutate({ mutation: ADD_PHOTO, variables: { input: { town, clientId, content } } });
  if (!data) throw new Error('The server answered without data');
  const { id } = data.addPhoto.photo;
  await device.photos.update(clientId, { id });
  return id;
}
