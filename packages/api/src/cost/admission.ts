import { GraphQLError } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { Refusal } from '../errors.ts';
import type { Budgets } from './budgets.ts';
import { type Caller, callerOf } from './caller.ts';
import { limits } from './limits.ts';
import type { OperationCost } from './operation-cost.ts';

/** What an answer tells of its cost, in points. */
interface CostTold {
  /** The most that the operation costs. */
  asked: number;
  /** What it has cost. */
  used: number;
  /** What the caller has left, as far as the process knows that answered. */
  left: number;
  /** What the caller can have at once, and what comes back each second up to that. */
  capacity: number;
  restoresPerSecond: number;
}

/** What a preflight tells. */
export interface PriceTold extends CostTold {
  /** What the answer would call the fields that lead to the part that costs most. */
  heaviest: readonly string[];
  /** After how many seconds there are points enough for it, where there are not now. */
  retryAfter?: number;
}

/** An operation whose points are reserved. */
export interface Reservation {
  /** Notes what it has used, once. */
  end(used: number): void;
  /** What is told of it then; undefined where nobody asked. */
  told(isAsked: boolean): CostTold | undefined;
}

/** The points that one preflight costs. */
const preflight = 1;

/** Lets operations in as far as their callers have points left for them. */
export class Admission {
  readonly #budgets: Budgets;
  readonly #times: number;

  /** `times` as much as docs/limits.md says is what each caller has. */
  constructor(budgets: Budgets, times: number) {
    this.#budgets = budgets;
    this.#times = times;
  }

  /**
   * Reserves the points that an operation costs at the most. Rejects with LIMIT_EXCEEDED, of the limit `budget`, where its caller has not so
   * many left, and with UNAVAILABLE where the database is away.
   */
  async reserve(actor: Actor | undefined, asked: number): Promise<Reservation> {
    const caller = this.#callerOf(actor);
    const budget = this.#budgets.of(caller);
    const isReserved = await budget.reserve(asked).catch((fault: Error) => {
      throw new GraphQLError(fault.message, { originalError: fault, extensions: { http: { status: 503 } } });
    });
    if (!isReserved) throw overBudget(caller, budget.left, asked);
    let used = 0;
    return {
      end: (points) => {
        used = points;
        budget.settle(asked, used);
      },
      told: (isAsked) => (isAsked || caller.isAlwaysTold ? told(caller, budget.left, asked, used) : undefined),
    };
  }

  /** Tells what an operation would cost, for a point. Rejects where the caller has not even that. */
  async tell(actor: Actor | undefined, asked: number, heaviest: readonly string[]): Promise<PriceTold> {
    (await this.reserve(actor, preflight)).end(preflight);
    const caller = this.#callerOf(actor);
    const { left } = this.#budgets.of(caller);
    const wait = asked > left ? { retryAfter: secondsUntil(caller, left, asked) } : {};
    return { ...told(caller, left, asked, preflight), heaviest, ...wait };
  }

  #callerOf(actor: Actor | undefined): Caller {
    const { capacity, restoresPerSecond, ...caller } = callerOf(actor);
    return { ...caller, capacity: capacity * this.#times, restoresPerSecond: restoresPerSecond * this.#times };
  }
}

/** The points that an operation costs at the most. Errors: LIMIT_EXCEEDED where that is more than one may, with the part that costs most. */
export function requireAffordable(cost: OperationCost, variables: Readonly<Record<string, unknown>>): number {
  const { most } = limits.cost;
  const asked = cost.estimate(variables);
  if (asked <= most) return asked;
  const { path, node } = cost.heaviest(variables);
  const values = { asked: Math.min(asked, Number.MAX_SAFE_INTEGER), most, part: path.join('.') };
  const originalError = new Refusal('LIMIT_EXCEEDED', 'tooCostly', {
    limit: 'cost',
    part: path,
    asked: values.asked,
    values,
  });
  throw new GraphQLError(originalError.message, {
    ...(node && { nodes: node }),
    originalError,
    extensions: { http: { status: 400 } },
  });
}

function told({ capacity, restoresPerSecond }: Caller, left: number, asked: number, used: number): CostTold {
  return { asked, used, left, capacity, restoresPerSecond };
}

function overBudget(caller: Caller, left: number, asked: number): GraphQLError {
  const retryAfter = secondsUntil(caller, left, asked);
  const values = { asked, left, seconds: retryAfter };
  const originalError = new Refusal('LIMIT_EXCEEDED', 'overBudget', { limit: 'budget', asked, retryAfter, values });
  const headers = new Map([['retry-after', String(retryAfter)]]);
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 429, headers } } });
}

function secondsUntil({ restoresPerSecond }: Caller, left: number, asked: number): number {
  return Math.max(Math.ceil((asked - left) / restoresPerSecond), 1);
}
