import { useSyncExternalStore } from 'react';
import { Workbox } from 'workbox-window';

/**
 * Whether the pages themselves open without a network: they are being put on this device; they are; a newer version of
 * them waits; or this browser keeps none.
 */
export type WorkerState = 'preparing' | 'ready' | 'newer' | 'none';

let state: WorkerState = 'preparing';
let worker: Workbox | null = null;
const listeners = new Set<() => void>();

function become(next: WorkerState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Puts the pages on this device, so that they open without a network, and looks for a newer version of them. */
export function startWorker(): void {
  if (worker) return;
  if (!('serviceWorker' in navigator)) {
    become('none');
    return;
  }
  worker = new Workbox('/sw.js');
  worker.addEventListener('waiting', () => become('newer'));
  worker
    .register()
    .then(() => navigator.serviceWorker.ready)
    .then(
      () => state === 'preparing' && become('ready'),
      () => become('none'),
    );
}

/** Whether this page came from this device already. */
export function isOnDevice(): boolean {
  return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}

/** Goes over to the newer version of the pages. What is being written is lost, so it is asked for. */
export function takeNewerPages(): void {
  worker?.addEventListener('controlling', () => window.location.reload());
  worker?.messageSkipWaiting();
}

/** Whether the pages open without a network. */
export function useWorkerState(): WorkerState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
