import { dayInShanghai } from '../ui/day.ts';
import { device } from './db.ts';

/** Says whose work is kept on this device. */
export async function ownDevice(account: string, displayName: string): Promise<void> {
  await device.owner.put({ id: 'owner', account, displayName });
  // Else a browser that runs out of space may throw away what waits to be sent.
  await navigator.storage?.persist?.().catch(() => false);
}

/**
 * Throws away what must not stay on this device: lists and half-written forms of days that are over, and all but the visits still to be sent of
 * anybody else than `account`, which is whoever is signed in; without one, of everybody.
 */
export async function tidyDevice(account: string | null): Promise<void> {
  const today = dayInShanghai();
  await device.transaction('rw', [device.owner, device.lists, device.drafts, device.noted, device.keys], async () => {
    const owner = await device.owner.get('owner');
    if (owner && owner.account !== account) await device.owner.clear();
    for (const table of [device.lists, device.drafts]) {
      await table.filter((each) => each.day < today || each.account !== account).delete();
    }
    const isOver = ({ notedAt }: { notedAt: string }) => dayInShanghai(new Date(notedAt)) < today;
    await device.noted.filter((each) => each.state === 'RECORDED' && isOver(each)).delete();
    if ((await device.lists.count()) + (await device.drafts.count()) === 0) await device.keys.delete('day');
  });
}
