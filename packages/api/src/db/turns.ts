import { type MutexInterface, Semaphore } from 'async-mutex';

/** Towns that one operation may read each in its own transaction; each holds a connection. */
export const mostTowns = 4;
/** The most transactions that one operation keeps open: its towns, and the register. */
const mostReadings = mostTowns + 1;
/** Turns that are kept for accounts that have none yet, and whose towns have none. */
const kept = 2;

/** Whose operation takes a turn: the account, and the towns in which it has a role. */
export interface Asking {
  account: string;
  towns: readonly number[];
}

interface Waiting extends Asking {
  begin(): void;
}

/**
 * Shares a pool of connections among the operations, so that no town and no account keeps the others waiting.
 *
 * An operation keeps its transactions that read to its end, so two of them could each hold what the other waits for.
 * Therefore the turns of all operations leave as many connections free as one operation can take, and one operation at
 * a time takes more than one. A change takes a turn while it reads nothing, and sign-in holds one connection and waits for none
 * while it does.
 *
 * Whoever has fewest operations under way, with those of their towns, is next, and of those who have as many whoever asked
 * first; the last two turns are for accounts that have none and whose towns have none.
 */
export class Turns {
  readonly #more = new Semaphore(1);
  readonly #waiting: Waiting[] = [];
  readonly #underWay = new Map<string, number>();
  #free: number;

  /** `pool` is the most connections there are, more than one operation can take. */
  constructor(pool: number) {
    this.#free = pool - mostReadings;
  }

  /** Waits for the turn of an operation. Returns what gives it back. */
  async first(asking: Asking): Promise<() => void> {
    await new Promise<void>((begin) => {
      this.#waiting.push({ ...asking, begin });
      this.#beginNext();
    });
    return () => {
      this.#count(asking, -1);
      this.#beginNext();
    };
  }

  /** Waits for the right to more than one transaction that reads. Returns what gives it back. */
  more(): Promise<MutexInterface.Releaser> {
    return this.#more.acquire().then(([, release]) => release);
  }

  #beginNext(): void {
    const next = this.#waiting
      .filter((each) => this.#free > this.#keptFrom(each))
      .reduce<Waiting | undefined>(
        (first, each) => (first && this.#load(first) <= this.#load(each) ? first : each),
        undefined,
      );
    if (!next) return;
    this.#waiting.splice(this.#waiting.indexOf(next), 1);
    this.#count(next, 1);
    next.begin();
    this.#beginNext();
  }

  /** Turns that must stay free beside the one that somebody would take. */
  #keptFrom(asking: Asking): number {
    return this.#load(asking) > 0 ? kept : 0;
  }

  #load({ account, towns }: Asking): number {
    return this.#of(account) + this.#ofTowns(towns);
  }

  #of(name: string): number {
    return this.#underWay.get(name) ?? 0;
  }

  /** How many operations the busiest of some towns has under way. */
  #ofTowns(towns: readonly number[]): number {
    return Math.max(0, ...towns.map((town) => this.#of(nameOf(town))));
  }

  #count({ account, towns }: Asking, change: 1 | -1): void {
    this.#free -= change;
    for (const name of [account, ...towns.map(nameOf)]) {
      const count = this.#of(name) + change;
      if (count > 0) this.#underWay.set(name, count);
      else this.#underWay.delete(name);
    }
  }
}

function nameOf(town: number): string {
  return `town ${town}`;
}
