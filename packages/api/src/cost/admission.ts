import { GraphQLError } from 'graphql';
import type { Actor } from '../access/actor.ts';
import { Refusal } from '../errors.ts';
import type { Budgets } from './budgets.ts';
import { callersOf } from './caller.ts';
import { limits } from './limits.ts';
import type { OperationCost } from './operation-cost.ts';
import { type CostTold, Purse } from './purse.ts';

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

/** Who asks for how much, and in which towns. */
export interface Asking {
  actor: Actor | undefined;
  asked: number;
  townsNamed: () => readonly number[];
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
   * Reserves the points that an operation costs at the most. Rejects with LIMIT_EXCEEDED, of the limit `budget`, where its callers have not so
   * many left, and with UNAVAILABLE where the database is away.
   */
  async reserve(asking: Asking): Promise<Reservation> {
    const purse = this.#purseOf(asking);
    await purse.reserve(asking.asked);
    let used = 0;
    return {
      end: (points) => {
        used = points;
        purse.settle(asking.asked, used);
      },
      told: (isAsked) => (isAsked || purse.isAlwaysTold ? purse.told(asking.asked, used) : undefined),
    };
  }

  /** Tells what an operation would cost, for a point. Rejects where the callers have not even that. */
  async tell(asking: Asking, heaviest: readonly string[]): Promise<PriceTold> {
    const { asked } = asking;
    const purse = this.#purseOf(asking);
    await purse.reserve(preflight);
    purse.settle(preflight, preflight);
    const wait = asked > purse.left ? { retryAfter: purse.secondsUntil(asked) } : {};
    return { ...purse.told(asked, preflight), heaviest, ...wait };
  }

  #purseOf({ actor, townsNamed }: Asking): Purse {
    const callers = callersOf(actor, townsNamed).map(({ capacity, restoresPerSecond, ...caller }) => ({
      ...caller,
      capacity: capacity * this.#times,
      restoresPerSecond: restoresPerSecond * this.#times,
    }));
    return new Purse(
      callers,
      callers.map((caller) => this.#budgets.of(caller)),
    );
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
