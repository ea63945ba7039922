import Dexie, { type EntityTable } from 'dexie';

/** Personal data as they lie on this device: encrypted by AES-GCM. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

/** Whose work is kept on this device, without a secret: it opens nothing. */
interface OwnerRow {
  id: 'owner';
  account: string;
  displayName: string;
}

/** The households that somebody takes along in a town for one day. */
interface ListRow {
  town: string;
  account: string;
  day: string;
  sealed: Sealed;
}

/** A form that is being filled in, so that nothing typed is lost where the system ends the browser meanwhile. */
interface DraftRow {
  household: string;
  account: string;
  day: string;
  sealed: Sealed;
}

/**
 * What became of a visit that was noted here: WAITING to be sent; REFUSED by the platform without being kept there; HELD
 * there with a reason; DROPPED there, or RECORDED.
 */
export type NotedState = 'WAITING' | 'REFUSED' | 'HELD' | 'DROPPED' | 'RECORDED';

/** A visit that was noted on this device. */
export interface NotedRow {
  clientId: string;
  account: string;
  town: string;
  /** By its global id, and by the town's own number for it. */
  household: string;
  code: string | null;
  visitedOn: string;
  /** In ISO 8601. */
  notedAt: string;
  state: NotedState;
  /** What was said at it; null once the platform keeps it. */
  sealed: Sealed | null;
  /** Whether it was on its way once: the platform may know it. */
  tried: boolean;
  /** Why the platform did not take it, in the words of a refusal. */
  problem: string | null;
  /** The visit that the platform holds, by its global id. */
  held: string | null;
}

/** A photograph of a request that is asked for at a visit, until the platform has it. */
interface PhotoRow {
  clientId: string;
  visit: string;
  sealed: Sealed;
  /** By its global id, once the platform has it. */
  id: string | null;
}

interface KeyRow {
  name: KeyName;
  key: CryptoKey;
}

/** One key for what is kept for a day, one for what waits to be sent. */
export type KeyName = 'day' | 'queue';

/** What is kept on this device (docs/offline.md). */
export const device = new Dexie('lianxin') as Dexie & {
  owner: EntityTable<OwnerRow, 'id'>;
  lists: EntityTable<ListRow, 'town'>;
  drafts: EntityTable<DraftRow, 'household'>;
  noted: EntityTable<NotedRow, 'clientId'>;
  photos: EntityTable<PhotoRow, 'clientId'>;
  keys: EntityTable<KeyRow, 'name'>;
};

device.version(1).stores({
  owner: 'id',
  lists: 'town, account',
  drafts: 'household, account',
  noted: 'clientId, account',
  photos: 'clientId, visit',
  keys: 'name',
});
