import { type MutexInterface, Semaphore } from 'async-mutex';

/** Towns that one operation may read each in its own transaction; each holds a connection. */
export const mostTowns = 4;
/** The most transactions that one operation keeps open: its towns, and the register. */
const mostReadings = mostTowns + 1;
/** Turns that are kept for accounts that have none yet, and of these for accounts whose towns have none either. */
const kept = { accounts: 2, towns: 1 };

/** Whose operation takes a turn: the account, and the towns in which it has a role. */
export interface Asking {
  account: string;
  towns: readonly number[];
}

/**
 * Shares a pool of connections among the operations, so that no town and no account keeps the others waiting.
 *
 * An operation keeps its transactions that read to its end, so two of them could each hold what the other waits for.
 * Therefore the turns of all operations leave as many connections free as one operation can take, and one operation at
 * a time takes more than one. A change takes a turn while it reads nothing, and sign-in holds one connection and waits for none
 * while it does.
 *
 * Whoever has fewest operations under way, with those of their towns, is next; and the last two turns are for accounts that
 * have none, the last for those whose towns have none either.
 */
export class Turns {
  readonly #all: Semaphore;
  readonly #ofBusyTowns: Semaphore;
  readonly #ofBusyAccounts: Semaphore;
  readonly #more = new Semaphore(1);
  readonly #underWay = new Map<string, number>();

  /** `pool` is the most connections there are, more than one operation can take. */
  constructor(pool: number) {
    // The first of an account or a town passes neither of the gates that are for further ones.
    const turns = pool - mostReadings;
    this.#all = new Semaphore(turns);
    this.#ofBusyTowns = new Semaphore(Math.max(1, turns - 1 - kept.towns));
    this.#ofBusyAccounts = new Semaphore(Math.max(1, turns - 1 - kept.accounts));
  }

  /** Waits for the turn of an operation. Returns what gives it back. */
  async first({ account, towns }: Asking): Promise<MutexInterface.Releaser> {
    const ofTowns = towns.map((town) => `town ${town}`);
    const own = this.#count(account);
    const neighbours = Math.max(0, ...ofTowns.map((town) => this.#count(town)));
    const names = [account, ...ofTowns];
    for (const name of names) this.#underWay.set(name, this.#count(name) + 1);
    const taken: MutexInterface.Releaser[] = [];
    const gates = [own > 0 && this.#ofBusyAccounts, neighbours > 0 && this.#ofBusyTowns, this.#all];
    for (const gate of gates) {
      if (gate) taken.push((await gate.acquire(1, -(own + neighbours)))[1]);
    }
    return () => {
      for (const release of taken) release();
      for (const name of names) this.#end(name);
    };
  }

  /** Waits for the right to more than one transaction that reads. Returns what gives it back. */
  more(): Promise<MutexInterface.Releaser> {
    return this.#more.acquire().then(([, release]) => release);
  }

  #count(name: string): number {
    return this.#underWay.get(name) ?? 0;
  }

  #end(name: string): void {
    const left = this.#count(name) - 1;
    if (left > 0) this.#underWay.set(name, left);
    else this.#underWay.delete(name);
  }
}
