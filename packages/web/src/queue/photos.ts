import { device } from '../device/db.ts';
import { openBytes } from '../device/seal.ts';
import type { PickedPhoto } from '../photos/photo.ts';

/** Photographs that wait on this device, with their pictures, to be picked anew; without those that cannot be opened. */
export async function pickedPhotosOf(clientIds: readonly string[]): Promise<PickedPhoto[]> {
  const picked: PickedPhoto[] = [];
  for (const clientId of clientIds) {
    const photo = await device.photos.get(clientId);
    const bytes = photo && (await openBytes('queue', photo.sealed).catch(() => null));
    if (bytes) picked.push({ clientId, jpeg: new Blob([bytes], { type: 'image/jpeg' }) });
  }
  return picked;
}
