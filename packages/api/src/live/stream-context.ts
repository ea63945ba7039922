import type { Actor } from '../access/actor.ts';
import { Context } from '../context.ts';

/** A subscription: who asks, and until when. Each of its events is an operation of its own. */
export class StreamContext extends Context {
  readonly #ending = new AbortController();
  #stays: (actor: Actor) => boolean = () => true;
  #towns: { has(town: number): boolean } = new Set<number>();

  /** Ends with the subscription. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Notes of which towns it tells, and what is asked again and again of whoever the token speaks for. */
  stayWhile(towns: { has(town: number): boolean }, stays: (actor: Actor) => boolean): void {
    this.#towns = towns;
    this.#stays = stays;
  }

  /** Whether it tells of one of these towns. */
  isOf(towns: readonly number[]): boolean {
    return towns.some((town) => this.#towns.has(town));
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
