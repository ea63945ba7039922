import type { Actor } from '../access/actor.ts';
import { Context } from '../context.ts';

/** A subscription: who asks, and until when. Each of its events is an operation of its own. */
export class StreamContext extends Context {
  readonly #ending = new AbortController();
  #stays: (actor: Actor) => boolean = () => true;

  /** Ends with the subscription. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Notes what is asked again and again of whoever the token speaks for. */
  stayWhile(stays: (actor: Actor) => boolean): void {
    this.#stays = stays;
  }

  /** Goes on for whom the token speaks for now, if they may still be told; else it ends. */
  review(actor: Actor | undefined): void {
    if (!actor || !this.#stays(actor)) this.#ending.abort();
    else this.actor = actor;
  }

  /** Ends the subscription. */
  stop(): void {
    this.#ending.abort();
  }
}
