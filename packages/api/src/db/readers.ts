import { type MutexInterface, Semaphore } from 'async-mutex';

/** Towns that one operation may read each in its own transaction; each holds a connection. */
export const mostTowns = 4;
/** The most transactions that one operation keeps open: its towns, and the register. */
const mostReadings = mostTowns + 1;

/**
 * Shares a pool of connections among the operations that read. An operation keeps its transactions to its end, so two of
 * them could each hold what the other waits for. Therefore the first transaction of all operations leaves as many
 * connections free as one operation can take, and one operation at a time takes more than one. Changes and sign-in hold one connection and wait
 * for none while they do.
 */
export class Readers {
  readonly #first: Semaphore;
  readonly #more = new Semaphore(1);

  /** `pool` is the most connections there are, more than one operation can take. */
  constructor(pool: number) {
    this.#first = new Semaphore(pool - mostReadings);
  }

  /** Waits for the right to the first transaction of an operation. Returns what gives it back. */
  first(): Promise<MutexInterface.Releaser> {
    return this.#first.acquire().then(([, release]) => release);
  }

  /** Waits for the right to more than one. Returns what gives it back. */
  more(): Promise<MutexInterface.Releaser> {
    return this.#more.acquire().then(([, release]) => release);
  }
}
