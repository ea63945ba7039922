import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useSyncExternalStore } from 'react';
import { device, type NotedRow } from '../device/db.ts';
import { type SendProblem, sendNoted } from './send.ts';

/** What this window does about the queue: how many times it is at it, and what kept it from ending last time. */
interface Sending {
  busy: number;
  problem: SendProblem | null;
}

let sending: Sending = { busy: 0, problem: null };
const listeners = new Set<() => void>();

function become(next: Sending): void {
  sending = next;
  for (const listener of listeners) listener();
}

/** Sends what waits, now. */
export async function sendNow(account: string): Promise<void> {
  become({ ...sending, busy: sending.busy + 1 });
  const problem = await sendNoted(account);
  become({ busy: sending.busy - 1, problem });
}

/** Whether this window is sending, and why it could not last time. */
export function useSending(): Sending {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => sending,
  );
}

/** How often what waits is tried again while the page is open: at the edge of a network nothing says that it is back. */
const AGAIN_MS = 60_000;

/** Sends what waits when the page is opened or looked at again, when the network is back, and now and then. */
export function useAutoSend(account: string | null): void {
  useEffect(() => {
    if (account === null) return;
    const send = () => {
      if (navigator.onLine && document.visibilityState === 'visible') void sendNow(account);
    };
    send();
    const timer = setInterval(send, AGAIN_MS);
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
    };
  }, [account]);
}

/**
 * What an account noted on this device, the latest first; undefined until it is read, and where the browser keeps nothing.
 */
export function useNoted(account: string): NotedRow[] | undefined {
  return useLiveQuery(
    () =>
      device.noted
        .where('account')
        .equals(account)
        .sortBy('notedAt')
        .then(
          (own) => own.reverse(),
          () => undefined,
        ),
    [account],
  );
}
