import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import type { Tallies } from '../compiled/tally.ts';
import { Refusal } from '../errors.ts';
import type { Budgets } from './budgets.ts';
import type { Heaviest } from './heaviest.ts';
import { limits } from './limits.ts';
import type { OperationCost } from './operation-cost.ts';
import { type CostTold, Purse } from './purse.ts';
import type { Share } from './share.ts';

/** What a preflight tells. */
interface PriceTold extends CostTold {
  /** What the answer would call the fields that lead to the part that costs most. */
  heaviest: readonly string[];
  /** The points that this part costs at the most. */
  heaviestAsked: number;
  /** After how many seconds there are points enough for it, where there are not now. */
  retryAfter?: number;
}

/** What an operation took in a town, in points; undefined stands for none. */
export interface Spent {
  town: number | undefined;
  asked: number;
  used: number;
}

/** An operation of which only the price was asked. */
export interface Priced {
  told: PriceTold;
  spent: readonly Spent[];
}

/** That of an operation which was refused. */
export function nothingOf(shares: readonly Share[]): readonly Spent[] {
  return shares.map(({ town }) => ({ town, asked: 0, used: 0 }));
}

/** An operation whose points are reserved. */
export interface Reservation {
  /** Notes what it has used, once. */
  end(tallies: Tallies): void;
  /** What it took, by town, once it is over. */
  spent(): readonly Spent[];
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
   * Reserves the points that an operation costs at the most. Rejects with LIMIT_EXCEEDED, of the limit `budget`, where its callers have not so
   * many left, and with UNAVAILABLE where the database is away.
   */
  async reserve(shares: readonly Share[]): Promise<Reservation> {
    const purse = this.#purseOf(shares);
    await purse.reserve();
    let ended: Tallies | undefined;
    return {
      end: (tallies) => {
        ended = tallies;
        purse.settle(tallies);
      },
      spent: () => shares.map(({ town, asked, used }) => ({ town, asked, used: ended ? used(ended) : 0 })),
      told: (isAsked) => (isAsked || purse.isAlwaysTold ? purse.told(ended?.used ?? 0, ended) : undefined),
    };
  }

  /** Takes the points of something that is worked out at once, all that it may cost. Returns what it took; rejects as `reserve` does. */
  async charge(shares: readonly Share[]): Promise<readonly Spent[]> {
    await this.#purseOf(shares).pay();
    return shares.map(({ town, asked }) => ({ town, asked, used: asked }));
  }

  /** Takes points for something that goes on as far as there are any: waits where there are not, until `signal` says that nobody does. */
  async chargeInTime(share: Share, signal: AbortSignal): Promise<void> {
    const purse = this.#purseOf([share]);
    for (;;) {
      const refusal = await purse.pay().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (refusal === undefined) return;
      if (!(refusal instanceof GraphQLError && refusal.originalError instanceof Refusal)) throw refusal;
      await pause(purse.secondsUntil * 1000, undefined, { signal });
    }
  }

  /** Tells what an operation would cost, for a point of the first share. Rejects where its caller has not even one. */
  async tell(shares: readonly Share[], { path: heaviest, points: heaviestAsked }: Heaviest): Promise<Priced> {
    const purse = this.#purseOf(shares);
    const spent = await this.charge(shares.slice(0, 1).map((share) => ({ ...share, asked: preflight })));
    const wait = purse.asked > purse.left ? { retryAfter: purse.secondsUntil } : {};
    return { told: { ...purse.told(preflight), heaviest, heaviestAsked, ...wait }, spent };
  }

  #purseOf(shares: readonly Share[]): Purse {
    return new Purse(
      shares.map(({ caller: { capacity, restoresPerSecond, ...who }, ...share }) => {
        const caller = {
          ...who,
          capacity: capacity * this.#times,
          restoresPerSecond: restoresPerSecond * this.#times,
        };
        return { ...share, caller, budget: this.#budgets.of(caller) };
      }),
    );
  }
}

/** Refuses what costs too much at the most. Errors: LIMIT_EXCEEDED where that is more than an operation may, with the part that costs most. */
export function requireAffordable(cost: OperationCost, variables: Readonly<Record<string, unknown>>): void {
  const { most } = limits.cost;
  const asked = cost.estimate(variables);
  if (asked <= most) return;
  const { path, node, points } = cost.heaviest(variables);
  const told = Math.min(asked, Number.MAX_SAFE_INTEGER);
  const partAsked = Math.min(points, Number.MAX_SAFE_INTEGER);
  const values = { asked: told, most, part: path.join('.'), partAsked };
  const originalError = new Refusal('LIMIT_EXCEEDED', 'tooCostly', {
    limit: 'cost',
    part: path,
    asked: told,
    partAsked,
    values,
  });
  throw new GraphQLError(originalError.message, {
    ...(node && { nodes: node }),
    originalError,
    extensions: { http: { status: 400 } },
  });
}
