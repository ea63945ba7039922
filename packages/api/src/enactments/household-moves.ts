import { overlapOf, type Period } from '../db/versions.ts';
import type { PlacedHousehold, TownState } from './town-state.ts';

/**
 * Where a restructuring leaves households: all that a block holds go together, but for those that a step names. A block
 * here is the one that holds them before the restructuring.
 */
export class HouseholdMoves {
  readonly #state: TownState;
  /** Where what is left of a block on the day goes, by the block that held it. */
  readonly #rest = new Map<string, string>();
  /** Where those go that come to a block later: they go on only where the block ends. */
  readonly #later = new Map<string, string>();
  /** Where named households go: by the block that held them, then by household. */
  readonly #named = new Map<string, Map<string, string>>();

  constructor(state: TownState) {
    this.#state = state;
    for (const block of state.households.keys()) {
      this.#rest.set(block, block);
      this.#later.set(block, block);
    }
  }

  /** Gives all that a block that ends holds, on the day or later, to its heir. */
  inherit(from: string, to: string): void {
    for (const [block, place] of this.#later) if (place === from) this.#later.set(block, to);
    this.moveAll(from, to);
  }

  /** Moves all that is in a block by now to another; what comes to it later still does. */
  moveAll(from: string, to: string): void {
    for (const [block, place] of this.#rest) if (place === from) this.#rest.set(block, to);
    for (const places of this.#named.values()) {
      for (const [household, place] of places) if (place === from) places.set(household, to);
    }
  }

  /** Moves households that are in a block by now to another. Answers those that are not there. */
  move(households: readonly string[], from: string, to: string): string[] {
    return households.filter((household) => {
      const origin = this.#originOf(household, from);
      if (origin === undefined) return true;
      const places = this.#named.get(origin) ?? new Map<string, string>();
      this.#named.set(origin, places.set(household, to));
      return false;
    });
  }

  /** The blocks that households are in by now. */
  get blocks(): Set<string> {
    return new Set([
      ...this.#rest.values(),
      ...this.#later.values(),
      ...[...this.#named.values()].flatMap((places) => [...places.values()]),
    ]);
  }

  /** How many households are in a block by now, on the day. */
  present(block: string): number {
    return this.#count(block, ({ from }) => from <= this.#state.day);
  }

  /** How many households are in a block by now, on any day of some periods; without periods, on the day or later. */
  held(block: string, periods: readonly Period[] = [{ from: this.#state.day, to: null }]): number {
    return this.#count(block, (placed) => periods.some((period) => overlapOf(placed, period)));
  }

  #count(block: string, which: (placed: Period) => boolean): number {
    let count = 0;
    for (const [origin, rest] of this.#rest) {
      for (const placed of this.#state.households.get(origin) ?? []) {
        const place = placed.from <= this.#state.day ? rest : this.#later.get(origin);
        if (place === block && which(placed)) count += placed.count;
      }
    }
    // Those that a step names were counted with the rest of the block that held them.
    for (const [origin, places] of this.#named) {
      const rest = this.#rest.get(origin);
      for (const [household, place] of places) {
        if (place === rest || !this.#placed(household).some((placed) => placed.block === origin && which(placed)))
          continue;
        if (place === block) count++;
        if (rest === block) count--;
      }
    }
    return count;
  }

  /** What is to be written: blocks whose rest goes elsewhere, households that do, and those that a step leaves in place. */
  get plan() {
    const rest = [...this.#rest]
      .map(([origin, to]) => ({ origin, goes_to: to, later_goes_to: this.#later.get(origin) ?? origin }))
      .filter(({ origin, goes_to, later_goes_to }) => origin !== goes_to || origin !== later_goes_to);
    const places = [...this.#named].flatMap(([origin, each]) =>
      [...each].map(([household, to]) => ({ household, origin, goes_to: to })),
    );
    return {
      rest,
      named: places.filter(({ origin, goes_to }) => origin !== goes_to),
      staying: places.filter(({ origin, goes_to }) => origin === goes_to),
    };
  }

  /** How many households go from one block to another on the day of the restructuring. */
  get counts(): { from: string; to: string; count: number }[] {
    const counts = new Map<string, { from: string; to: string; count: number }>();
    const add = (from: string, to: string, count: number) => {
      const known = counts.get(`${from} ${to}`)?.count ?? 0;
      if (count > 0) counts.set(`${from} ${to}`, { from, to, count: known + count });
    };
    const { rest, named } = this.plan;
    for (const { origin, goes_to } of rest) {
      if (origin === goes_to) continue;
      add(origin, goes_to, presentIn(this.#state, origin) - this.#namedOf(origin).size);
    }
    for (const { origin, goes_to } of named) add(origin, goes_to, 1);
    return [...counts.values()];
  }

  #namedOf(origin: string): ReadonlyMap<string, string> {
    return this.#named.get(origin) ?? new Map();
  }

  #placed(household: string): readonly PlacedHousehold[] {
    return this.#state.named.get(household) ?? [];
  }

  /** The block that held a household before the restructuring and whose households are in `place` by now. */
  #originOf(household: string, place: string): string | undefined {
    const origins = this.#placed(household).map(({ block }) => block);
    return origins.find((origin) => (this.#namedOf(origin).get(household) ?? this.#rest.get(origin)) === place);
  }
}

/** How many households a block holds on the day of a restructuring, before it. */
export function presentIn({ households, day }: TownState, block: string): number {
  const present = (households.get(block) ?? []).filter(({ from }) => from <= day);
  return present.reduce((sum, { count }) => sum + count, 0);
}
