import { device } from '../device/db.ts';
import { open, seal } from '../device/seal.ts';
import { dayInShanghai } from '../ui/day.ts';

/**
 * Keeps what is typed into the form of a visit, without photographs: a telephone may end the browser while its camera is
 * open. Null takes it away.
 */
export async function keepDraft(account: string, household: string, values: object | null): Promise<void> {
  if (values === null) await device.drafts.delete(household);
  else await device.drafts.put({ household, account, day: dayInShanghai(), sealed: await seal('day', values) });
}

/** What was typed into the form of a visit and not saved; null where nothing was. */
export async function openDraft<Values extends object>(account: string, household: string): Promise<Values | null> {
  const row = await device.drafts.get(household);
  if (row?.account !== account) return null;
  return open<Values>('day', row.sealed).catch(() => null);
}

/** The households for which an account began a form and did not save it; none where the browser keeps nothing. */
export async function begunIn(account: string): Promise<string[]> {
  return device.drafts
    .where('account')
    .equals(account)
    .primaryKeys()
    .catch(() => []);
}
