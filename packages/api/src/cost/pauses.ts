import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../access/actor.ts';

/** Milliseconds that a caller waits after each refusal: some ten times what it took to find out. */
export const pauseAfterRefusal = 10;

/** How many times as long as it took to read a document that was not known a caller waits, so that reading takes a fifth of the time at the most. */
const timesReading = 4;
/** What takes no longer to read is taken as it comes, in milliseconds. */
export const quicklyRead = 5;

/**
 * Has whoever was refused, or sends ever new documents, wait before anything more of theirs is read, over however many connections they ask: refusals of one caller then
 * take a part of the processor, however many there are, and others are answered meanwhile. A process keeps it to itself.
 */
export class Pauses {
  /** Until when each caller waits, and how long whoever comes meanwhile waits after that. */
  readonly #until = new Map<string, { at: number; each: number }>();

  /** Waits for what is left of the caller's pauses, with those who wait for them already. */
  async pass(actor: Actor | undefined): Promise<void> {
    const caller = nameOf(actor);
    const until = this.#until.get(caller);
    if (until === undefined) return;
    const left = until.at - performance.now();
    if (left <= 0) return void this.#until.delete(caller);
    // Whoever comes next waits for this one as well.
    this.#until.set(caller, { ...until, at: until.at + until.each });
    await pause(left);
  }

  /** Notes that something of the caller was refused, or took so many milliseconds to read. */
  note(actor: Actor | undefined, tookToRead?: number): void {
    const caller = nameOf(actor);
    const each = tookToRead === undefined ? pauseAfterRefusal : tookToRead * timesReading;
    const before = this.#until.get(caller);
    const at = Math.max(before?.at ?? 0, performance.now() + each);
    this.#until.set(caller, { at, each: Math.max(each, before && before.at > performance.now() ? before.each : 0) });
  }
}

function nameOf(actor: Actor | undefined): string {
  return actor ? (actor.application?.id ?? actor.accountId) : 'nobody';
}
