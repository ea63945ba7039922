import { GraphQLError } from 'graphql';
import type { Tallies } from '../compiled/tally.ts';
import { Refusal } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { Share } from './share.ts';

/** What an answer tells of its cost, in points. */
export interface CostTold {
  /** The most that the operation costs. */
  asked: number;
  /** What it has cost. */
  used: number;
  /** What its callers have left for it, as far as the process knows that answered. */
  left: number;
  /** What they can have at once, and what comes back each second up to that. */
  capacity: number;
  restoresPerSecond: number;
  /** Where several pay: each with its part of these. Else it is left out. */
  paidBy?: readonly PaidTold[];
}

/** What an operation takes in a town of the points of an application; of town null, of those that it has without a town. */
interface PaidTold {
  town: string | null;
  asked: number;
  used: number;
  left: number;
  capacity: number;
  restoresPerSecond: number;
}

/** The share of an operation that a budget pays. */
type Paying = Share & { budget: Budget };

/** The budgets that pay what one operation costs: mostly one. */
export class Purse {
  readonly #shares: readonly Paying[];
  readonly asked: number;

  /** Every purse has its shares in one order. */
  constructor(shares: readonly Paying[]) {
    this.#shares = shares;
    this.asked = shares.reduce((sum, { asked }) => sum + asked, 0);
  }

  get isAlwaysTold(): boolean {
    return this.#shares.some(({ caller }) => caller.isAlwaysTold);
  }

  /** What all have together for an operation whose shares are as large as these: as whoever has least for its own has it. */
  get left(): number {
    return this.#together(({ budget }) => budget.left);
  }

  /**
   * Takes points of all, of one after the other, so that no two operations wait for each other. Rejects with LIMIT_EXCEEDED where one of
   * them has not its share, and with UNAVAILABLE where the database is away.
   */
  async reserve(): Promise<void> {
    const reserved: Paying[] = [];
    try {
      for (const share of this.#shares) {
        if (!(await share.budget.reserve(share.asked))) throw this.#overBudget();
        reserved.push(share);
      }
    } catch (fault) {
      for (const { budget, asked } of reserved) budget.settle(asked, 0);
      throw fault instanceof GraphQLError ? fault : unavailable(fault);
    }
  }

  /** Takes them, and gives none of them back. Rejects as `reserve` does. */
  async pay(): Promise<void> {
    await this.reserve();
    this.#settle(({ asked }) => asked);
  }

  /** Notes what was used of the points that were reserved. */
  settle(tallies: Tallies): void {
    this.#settle(({ used }) => used(tallies));
  }

  told(used: number, tallies?: Tallies): CostTold {
    const paidBy = this.#shares.map(
      ({ town, asked, used, budget, caller: { capacity, restoresPerSecond } }): PaidTold => ({
        ...{ town: town === undefined ? null : String(town), asked, used: tallies ? used(tallies) : 0 },
        ...{ left: budget.left, capacity, restoresPerSecond },
      }),
    );
    return {
      ...{ asked: this.asked, used, left: this.left },
      capacity: this.#together(({ caller }) => caller.capacity),
      restoresPerSecond: this.#together(({ caller }) => caller.restoresPerSecond),
      ...(paidBy.length > 1 && { paidBy }),
    };
  }

  /** After how many seconds there are points enough, if nobody takes any meanwhile. */
  get secondsUntil(): number {
    const seconds = this.#shares.map(({ asked, budget, caller }) => (asked - budget.left) / caller.restoresPerSecond);
    return Math.max(Math.ceil(Math.max(...seconds)), 1);
  }

  #settle(usedOf: (share: Paying) => number): void {
    for (const share of this.#shares) share.budget.settle(share.asked, usedOf(share));
  }

  #together(of: (share: Paying) => number): number {
    const [only] = this.#shares;
    if (only && this.#shares.length === 1) return of(only);
    const times = this.#shares.filter(({ asked }) => asked > 0).map((share) => of(share) / share.asked);
    return Math.floor(Math.min(...times) * this.asked);
  }

  #overBudget(): GraphQLError {
    const { asked, left, secondsUntil: retryAfter } = this;
    const values = { asked, left, seconds: retryAfter };
    const originalError = new Refusal('LIMIT_EXCEEDED', 'overBudget', { limit: 'budget', asked, retryAfter, values });
    const headers = new Map([['retry-after', String(retryAfter)]]);
    return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 429, headers } } });
  }
}

function unavailable(fault: unknown): GraphQLError {
  const originalError = fault instanceof Error ? fault : new Error(String(fault));
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 503 } } });
}
