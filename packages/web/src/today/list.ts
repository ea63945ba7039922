import { device } from '../device/db.ts';
import { alone } from '../device/lock.ts';
import { ownDevice } from '../device/owner.ts';
import { open, seal } from '../device/seal.ts';
import { dayInShanghai } from '../ui/day.ts';
import type { VisitList } from './kept.ts';
import type { DueBecause } from './sheet.ts';
import { readHouseholds } from './visit-list.ts';

/** Households that a list holds at most: what is on a device for a day is bounded. */
export const mostHouseholds = 50;

/** Whose list it is, and of which town. */
export interface ListOf {
  account: { id: string; displayName: string };
  town: { code: string; name: string };
}

/** What came of it: how many households the list holds, and which are none of the viewer's today. */
interface Taken {
  count: number;
  missing: readonly string[];
}

/** Takes households along on today's list, which is kept on this device, with why they are due. Rejects where there are too many. */
export function addToList(of: ListOf, added: readonly { id: string; because: DueBecause[] }[]): Promise<Taken> {
  return alone('list', async () => {
    const before = await openList(of);
    const known = before?.households ?? [];
    const fresh = added.filter(({ id }) => !known.some((each) => each.id === id));
    if (known.length + fresh.length > mostHouseholds) throw new TooMany();
    const read = await readHouseholds(
      of.town.code,
      fresh.map(({ id }) => id),
    );
    const because = new Map(fresh.map((each) => [each.id, each.because]));
    const come = read.households.map((each) => ({ ...each, because: because.get(each.id) ?? [] }));
    await keep(of, { ...read.around, townName: of.town.name, households: [...known, ...come] });
    return { count: known.length + come.length, missing: read.missing };
  });
}

/** Reads all that the list holds anew. Households that are out of reach by now go from it. */
export function refreshList(of: ListOf): Promise<Taken> {
  return alone('list', async () => {
    const known = (await openList(of))?.households ?? [];
    const read = await readHouseholds(
      of.town.code,
      known.map(({ id }) => id),
    );
    const because = new Map(known.map((each) => [each.id, each.because]));
    const households = read.households.map((each) => ({ ...each, because: because.get(each.id) ?? [] }));
    await keep(of, { ...read.around, townName: of.town.name, households });
    return { count: households.length, missing: read.missing };
  });
}

/** Takes a household from the list. */
export function removeFromList(town: string, household: string): Promise<void> {
  return alone('list', async () => {
    const row = await device.lists.get(town);
    if (!row) return;
    const list = await open<VisitList>('day', row.sealed);
    const households = list.households.filter(({ id }) => id !== household);
    if (households.length === 0) await device.lists.delete(town);
    else await device.lists.put({ ...row, sealed: await seal('day', { ...list, households }) });
  });
}

/** The list that is kept for today; null where none is, or it cannot be opened any more. */
export async function openList(of: { account: { id: string }; town: { code: string } }): Promise<VisitList | null> {
  const row = await device.lists.get(of.town.code);
  if (!row || row.account !== of.account.id || row.day !== dayInShanghai()) return null;
  return open<VisitList>('day', row.sealed).catch(() => null);
}

async function keep({ account, town }: ListOf, list: VisitList): Promise<void> {
  const sealed = await seal('day', list);
  await ownDevice(account.id, account.displayName);
  await device.lists.put({ town: town.code, account: account.id, day: dayInShanghai(), sealed });
}

/** More households than a list holds. */
export class TooMany extends Error {}
