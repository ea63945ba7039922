import type { Orm } from '../db/orm.ts';
import type { Caller } from './caller.ts';
import { type Lease, takePoints } from './take-points.ts';

/** An operation that waits for its points. */
interface Waiting {
  points: number;
  decide(isServed: boolean): void;
  fail(fault: unknown): void;
}

/** How many points more than it needs a process takes, as a part of the capacity. */
const ahead = 0.01;

/**
 * What one process spends of a caller's budget. It takes more than it needs at once, and so asks the database about once a second,
 * however much is asked of it. Operations are served in the order in which they come, and wait for those of their caller that
 * are under way here, whose points come back.
 */
export class Budget {
  readonly #orm: Orm;
  readonly #caller: Caller;
  #lease: Lease | undefined;
  /** What operations did not use of points that were taken earlier. */
  #returned = 0;
  /** The points of operations that are under way. */
  #reserved = 0;
  /** What was free for all processes, and when. */
  #free = { points: 0, at: 0 };
  readonly #waiting: Waiting[] = [];
  #isTaking = false;

  constructor(orm: Orm, caller: Caller) {
    this.#orm = orm;
    this.#caller = caller;
  }

  /** How many points the caller has left, as far as this process knows. */
  get left(): number {
    const { capacity, restoresPerSecond } = this.#caller;
    const restored = ((performance.now() - this.#free.at) / 1000) * restoresPerSecond;
    const own = this.#returned + (this.#lease?.unspent ?? 0);
    return Math.floor(Math.min(this.#free.points + restored + own, capacity));
  }

  /** Whether this process holds no points of it, and nobody waits. */
  get isIdle(): boolean {
    const isBusy = this.#isTaking || this.#waiting.length > 0 || this.#reserved > 0;
    return !isBusy && !this.#lease && this.#returned === 0;
  }

  /** Reserves points for an operation. False where there are not enough, also of those that others will not use. */
  reserve(points: number): Promise<boolean> {
    return new Promise((decide, fail) => {
      this.#waiting.push({ points, decide, fail });
      this.#serve();
    });
  }

  /** Notes what an operation has used of the points that were reserved for it. */
  settle(reserved: number, used: number): void {
    this.#reserved -= reserved;
    const back = reserved - used;
    if (this.#lease) this.#lease.unspent += back;
    else this.#returned += back;
    if (this.#waiting.length > 0) this.#serve();
  }

  /** Gives back what may not be spent any more; of a process that ends, all of it. */
  async giveBack(all = false): Promise<void> {
    if (this.#isTaking || (this.#lease && !all && performance.now() < this.#lease.until)) return;
    if (this.#lease || this.#returned > 0) await this.#take(0, 0);
    this.#serve();
  }

  #serve(): void {
    if (this.#isTaking) return;
    this.#serveFromLease();
    const [first] = this.#waiting;
    if (!first) return;
    const needed = this.#waiting.reduce((sum, { points }) => sum + points, 0);
    this.#take(first.points, needed + this.#caller.capacity * ahead).then(
      () => {
        this.#serveFromLease();
        this.#refuse();
      },
      (fault: unknown) => {
        for (const { fail } of this.#waiting.splice(0)) fail(fault);
      },
    );
  }

  #serveFromLease(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (!this.#lease || this.#lease.unspent < first.points || performance.now() >= this.#lease.until) return;
      this.#lease.unspent -= first.points;
      this.#reserved += first.points;
      this.#waiting.shift();
      first.decide(true);
    }
  }

  /** Refuses whoever cannot be served by what is left and what may come back. */
  #refuse(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (first.points <= this.left + this.#reserved) {
        if (first.points <= this.left) this.#serve();
        return;
      }
      this.#waiting.shift();
      first.decide(false);
    }
  }

  async #take(needed: number, wanted: number): Promise<void> {
    const ended = this.#lease;
    const unspent = (ended?.unspent ?? 0) + this.#returned;
    this.#isTaking = true;
    this.#lease = undefined;
    this.#returned = 0;
    try {
      const { lease, free } = await takePoints(this.#orm, this.#caller, { ended, unspent, needed, wanted });
      this.#lease = lease;
      this.#free = { points: free, at: performance.now() };
    } finally {
      this.#isTaking = false;
    }
  }
}
