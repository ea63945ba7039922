import { useSyncExternalStore } from 'react';
import type { ReadingPurpose } from '../generated/graphql.ts';

/** What personal data are read for, in the order in which they are offered. */
export const purposes = [
  'VISIT',
  'REQUEST',
  'CALL',
  'RELIEF',
  'PROGRAMME',
  'ORGANIZATION',
  'UPKEEP',
  'CHECK',
] as const satisfies readonly ReadingPurpose[];

let chosen: ReadingPurpose | null = null;
const listeners = new Set<() => void>();

/** Says from here on, in this window, what personal data are read for; null masks them again. */
export function choosePurpose(purpose: ReadingPurpose | null): void {
  chosen = purpose;
  for (const listener of listeners) listener();
}

/** What personal data are read for in this window; null until it was said. */
export function usePurpose(): ReadingPurpose | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
}

/** How personal data are read: none of it is kept in the cache, so that every look is one and what was masked stays so. */
export const unkept = { fetchPolicy: 'no-cache' } as const;
