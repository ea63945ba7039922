import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../access/actor.ts';

/** Milliseconds that a caller waits after each refusal: some ten times what it took to find out. */
export const pauseAfterRefusal = 10;

/**
 * Has whoever was refused wait before anything more of theirs is read, over however many connections they ask: refusals of one caller then
 * take a part of the processor, however many there are, and others are answered meanwhile. A process keeps it to itself.
 */
export class Pauses {
  readonly #until = new Map<string, number>();

  /** Waits for what is left of the caller's pauses, with those who wait for them already. */
  async pass(actor: Actor | undefined): Promise<void> {
    const caller = nameOf(actor);
    const until = this.#until.get(caller);
    if (until === undefined) return;
    const left = until - performance.now();
    if (left <= 0) return void this.#until.delete(caller);
    // Whoever comes next waits for this one as well.
    this.#until.set(caller, until + pauseAfterRefusal);
    await pause(left);
  }

  /** Notes that something of the caller was refused. */
  note(actor: Actor | undefined): void {
    const caller = nameOf(actor);
    this.#until.set(caller, Math.max(this.#until.get(caller) ?? 0, performance.now() + pauseAfterRefusal));
  }
}

function nameOf(actor: Actor | undefined): string {
  return actor ? (actor.application?.id ?? actor.accountId) : 'nobody';
}
