import type { Orm } from '../db/orm.ts';
import { Budget } from './budget.ts';
import type { Caller } from './caller.ts';

/** How often points are given back that may not be spent any more, in milliseconds. */
const every = 1000;

/** What this process spends of the budgets of its callers. */
export class Budgets {
  readonly #orm: Orm;
  readonly #byName = new Map<string, Budget>();
  readonly #timer: NodeJS.Timeout;

  constructor(orm: Orm) {
    this.#orm = orm;
    this.#timer = setInterval(() => void this.#giveBack(), every).unref();
  }

  of(caller: Caller): Budget {
    const budget = this.#byName.get(caller.name) ?? new Budget(this.#orm, caller);
    this.#byName.set(caller.name, budget);
    return budget;
  }

  /** Gives back all points that this process holds. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#giveBack(true);
  }

  async #giveBack(all = false): Promise<void> {
    for (const [name, budget] of this.#byName) {
      // Where the database is away, what is not given back is restored with time.
      await budget.giveBack(all).catch(() => {});
      if (budget.isIdle) this.#byName.delete(name);
    }
  }
}
