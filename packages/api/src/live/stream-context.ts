import type { Actor } from '../access/actor.ts';
import { holdsIn } from '../access/reach.ts';
import { Context } from '../context.ts';

/** A subscription: who asks, and until when. Each of its events is an operation of its own. */
export class StreamContext extends Context {
  readonly #ending = new AbortController();
  #towns: readonly number[] = [];

  /** Ends with the subscription. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Notes in which towns the right to count is asked for again and again. */
  watchOver(towns: readonly number[]): void {
    this.#towns = towns;
  }

  /** Goes on for whom the token speaks for now, if they may still count in all of its towns; else it ends. */
  review(actor: Actor | undefined): void {
    if (!actor || !this.#towns.every((town) => holdsIn(actor, 'unit:count', town))) this.#ending.abort();
    else this.actor = actor;
  }

  /** Ends the subscription. */
  stop(): void {
    this.#ending.abort();
  }
}
