import { useEffect } from 'react';
import { tidyDevice } from './owner.ts';

/** How often a page that stays open looks whether the day is over. */
const EACH_MS = 60_000;

/** Throws away what must not stay on this device, now and while the page stays open, as long as nothing is being written. */
export function useTidyDevice(account: string, isFree: boolean): void {
  useEffect(() => {
    if (!isFree) return;
    // A browser that keeps nothing has nothing to tidy.
    const tidy = () => void tidyDevice(account).catch(() => {});
    tidy();
    const timer = setInterval(tidy, EACH_MS);
    return () => clearInterval(timer);
  }, [account, isFree]);
}
