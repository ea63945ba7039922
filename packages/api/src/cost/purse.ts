import { GraphQLError } from 'graphql';
import { Refusal } from '../errors.ts';
import type { Budget } from './budget.ts';
import type { Caller } from './caller.ts';

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
}

/** The budgets of the callers who share what one operation costs, in equal parts: mostly of one. */
export class Purse {
  readonly #callers: readonly Caller[];
  readonly #budgets: readonly Budget[];

  /** Every purse has its budgets in one order. */
  constructor(callers: readonly Caller[], budgets: readonly Budget[]) {
    this.#callers = callers;
    this.#budgets = budgets;
  }

  get isAlwaysTold(): boolean {
    return this.#callers.some(({ isAlwaysTold }) => isAlwaysTold);
  }

  /** What all have together, as whoever has least has it. */
  get left(): number {
    return this.#budgets.length * Math.min(...this.#budgets.map(({ left }) => left));
  }

  /**
   * Takes points of all, of one after the other, so that no two operations wait for each other. Rejects with LIMIT_EXCEEDED where one of
   * them has not its part, and with UNAVAILABLE where the database is away.
   */
  async reserve(points: number): Promise<void> {
    const part = this.#partOf(points);
    const reserved: Budget[] = [];
    try {
      for (const budget of this.#budgets) {
        if (!(await budget.reserve(part))) throw this.#overBudget(points);
        reserved.push(budget);
      }
    } catch (fault) {
      for (const budget of reserved) budget.settle(part, 0);
      throw fault instanceof GraphQLError ? fault : unavailable(fault);
    }
  }

  /** Notes what was used of points that were reserved. */
  settle(points: number, used: number): void {
    for (const budget of this.#budgets) budget.settle(this.#partOf(points), this.#partOf(used));
  }

  told(asked: number, used: number): CostTold {
    return {
      asked,
      used,
      left: this.left,
      capacity: this.#sum('capacity'),
      restoresPerSecond: this.#sum('restoresPerSecond'),
    };
  }

  /** After how many seconds there are so many points, if nobody takes any meanwhile. */
  secondsUntil(points: number): number {
    return Math.max(Math.ceil((points - this.left) / this.#sum('restoresPerSecond')), 1);
  }

  #partOf(points: number): number {
    return Math.ceil(points / this.#budgets.length);
  }

  #sum(name: 'capacity' | 'restoresPerSecond'): number {
    return this.#callers.reduce((sum, caller) => sum + caller[name], 0);
  }

  #overBudget(asked: number): GraphQLError {
    const retryAfter = this.secondsUntil(asked);
    const values = { asked, left: this.left, seconds: retryAfter };
    const originalError = new Refusal('LIMIT_EXCEEDED', 'overBudget', { limit: 'budget', asked, retryAfter, values });
    const headers = new Map([['retry-after', String(retryAfter)]]);
    return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 429, headers } } });
  }
}

function unavailable(fault: unknown): GraphQLError {
  const originalError = fault instanceof Error ? fault : new Error(String(fault));
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 503 } } });
}
