import { device, type NotedRow } from '../device/db.ts';
import { open, seal, sealBytes } from '../device/seal.ts';
import type { VisitWay } from '../generated/graphql.ts';
import type { PickedPhoto } from '../photos/photo.ts';
import { presentMoment } from '../ui/day.ts';

/** What is asked for at a visit, with the photographs of the place by their clients' ids. */
interface NotedRequest {
  subject: string;
  description: string;
  photos: string[];
}

/** What was said at a visit, as it waits on this device. */
export interface NotedVisit {
  way: VisitWay;
  visitors: string[];
  situation: string;
  demand: string;
  service: string;
  outcome: string | null;
  requests: NotedRequest[];
}

/** A visit as a form gives it, its photographs with their pictures. */
export type WrittenVisit = Omit<NotedVisit, 'requests'> & {
  visitedOn: string;
  requests: (Omit<NotedRequest, 'photos'> & { photos: readonly PickedPhoto[] })[];
};

/** Whose visit to which household of which town it is. */
export interface NotedAt {
  account: string;
  town: string;
  household: { id: string; code: string | null };
}

/** Puts a visit into the queue of this device, as one of its own or in the place of `before`, which was not sent yet. */
export async function noteVisit(at: NotedAt, { visitedOn, ...visit }: WrittenVisit, before?: NotedRow): Promise<void> {
  const clientId = before?.clientId ?? crypto.randomUUID();
  const photos = await Promise.all(
    visit.requests
      .flatMap((each) => each.photos)
      .map(async (each) => ({
        clientId: each.clientId,
        visit: clientId,
        sealed: await sealBytes('queue', await each.jpeg.arrayBuffer()),
        id: null,
      })),
  );
  const requests = visit.requests.map((asked) => ({ ...asked, photos: asked.photos.map((each) => each.clientId) }));
  const row: NotedRow = {
    ...{ clientId, account: at.account, town: at.town, household: at.household.id, code: at.household.code },
    ...{ visitedOn, notedAt: before?.notedAt ?? presentMoment().toISOString(), state: 'WAITING', tried: false },
    ...{ sealed: await seal('queue', { ...visit, requests } satisfies NotedVisit), problem: null, held: null },
  };
  await device.transaction('rw', device.noted, device.photos, device.drafts, async () => {
    await device.photos.where('visit').equals(clientId).delete();
    await device.photos.bulkPut(photos);
    await device.noted.put(row);
    await device.drafts.delete(at.household.id);
  });
}

/** What was said at a visit that waits; null where the platform keeps it. */
export async function openNoted({ sealed }: NotedRow): Promise<NotedVisit | null> {
  return sealed && open<NotedVisit>('queue', sealed);
}

/** Whether a visit may be written anew on this device: the platform cannot have it. */
export function isOpenToChange({ state, tried }: Pick<NotedRow, 'state' | 'tried'>): boolean {
  return (state === 'WAITING' || state === 'REFUSED') && !tried;
}

/** Lets a visit that was refused be sent again. */
export async function sendAgain(clientId: string): Promise<void> {
  await device.noted.update(clientId, { state: 'WAITING', problem: null });
}

/** Takes a visit off this device, because whoever noted it says so. */
export async function forgetNoted(clientId: string): Promise<void> {
  await device.transaction('rw', device.noted, device.photos, async () => {
    await device.noted.delete(clientId);
    await device.photos.where('visit').equals(clientId).delete();
  });
}
