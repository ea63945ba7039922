import { memberOf, sizeOf } from '../cost/argument-value.ts';
import type { Price } from '../cost/price.ts';
import { Refusal } from '../errors.ts';

/** A run of an operation, as far as it is counted. */
interface Counted {
  readonly tally: Tally;
}

/** A field of a place, as far as it says how many entries there are below it. */
interface Asked {
  fieldName: string;
  price: Price;
  argumentsIn(run: Counted): Record<string, unknown>;
}

/**
 * Where in an answer a field stands, whatever the list it is in and the type of its object: what it costs once, and how many
 * entries all its lists may have. Says the same as the estimate of an operation (`cost/estimate.ts`).
 */
export class Place {
  readonly #above: Place | undefined;
  readonly #asked: Asked | undefined;
  readonly #below = new Map<string, Place>();

  /** The root of an operation is asked for by no field. */
  constructor(above?: Place, asked?: Asked) {
    this.#above = above;
    this.#asked = asked;
  }

  get once(): number {
    return this.#asked?.price.once ?? 0;
  }

  /** The place of a field below; those of one name share it. */
  below(name: string, asked: Asked): Place {
    const place = this.#below.get(name) ?? new Place(this, asked);
    this.#below.set(name, place);
    return place;
  }

  /** How many entries one list has at the most, where that does not depend on the others of its place. */
  mostInList(run: Counted): number | undefined {
    const { each, spare } = this.#entries(run);
    return spare === 0 ? each : undefined;
  }

  /** How many objects or entries there are at the most. */
  mostIn(run: Counted): number {
    const known = run.tally.mostIn.get(this);
    if (known !== undefined) return known;
    const { each, spare } = this.#entries(run);
    const most = (this.#above?.mostIn(run) ?? 1) * each + spare;
    run.tally.mostIn.set(this, most);
    return most;
  }

  #entries(run: Counted): { each: number; spare: number } {
    if (!this.#asked?.price.isList) return { each: 1, spare: 0 };
    const { fieldName, price } = this.#asked;
    const { assumedSize, spare, sizedFields } = price.size;
    const size = this.#above?.sizeBelow(run, fieldName) ?? (sizedFields.length === 0 ? this.#sizeIn(run) : undefined);
    return size === undefined ? { each: assumedSize, spare } : { each: size, spare: 0 };
  }

  /** How many entries the arguments say that a field of what is answered here has. */
  sizeBelow(run: Counted, fieldName: string): number | undefined {
    const size = this.#asked?.price.size;
    if (!size?.sizedFields.includes(fieldName)) return undefined;
    return this.#sizeIn(run) ?? size.assumedSize;
  }

  #sizeIn(run: Counted): number | undefined {
    const asked = this.#asked;
    if (!asked || asked.price.size.slicingArguments.length === 0) return undefined;
    const given = asked.argumentsIn(run);
    return sizeOf(asked.price.size.slicingArguments.map((path) => memberOf(given, path.split('.'))));
  }
}

/** What a root field has cost so far, in points, and how many entries the lists below it have. */
export class Tally {
  used = 0;
  /** How many entries places have at the most. */
  readonly mostIn = new Map<Place, number>();
  readonly #begun = new Set<Place>();
  readonly #held = new Map<Place, number>();

  /** Counts what it costs once that something is asked for in a place. */
  begin(place: Place): void {
    if (place.once === 0 || this.#begun.has(place)) return;
    this.#begun.add(place);
    this.used += place.once;
  }

  /** Whether a list may have so many entries. Those that it has are counted where it may. */
  holds(run: Counted, place: Place, entries: number): boolean {
    const held = entries + (this.#held.get(place) ?? 0);
    const mostInList = place.mostInList(run);
    if (mostInList === undefined ? held > place.mostIn(run) : entries > mostInList) return false;
    this.#held.set(place, held);
    return true;
  }

  /**
   * Counts the entries of a list. Errors: LIMIT_EXCEEDED where the lists of its place have more than the operation was priced at, so that
   * none costs more than it was estimated at.
   */
  hold(run: Counted, place: Place, entries: number): void {
    if (this.holds(run, place, entries)) return;
    const most = place.mostInList(run) ?? place.mostIn(run);
    throw new Refusal('LIMIT_EXCEEDED', 'listTooLong', { limit: 'entries', values: { most } });
  }
}

/** What a run of an operation has cost so far, by its root fields: each may be another town’s to pay for. */
export class Tallies {
  readonly #byName = new Map<string, Tally>();

  /** That of a root field, by what the answer calls it; of no name that of the root itself. */
  of(name: string): Tally {
    const tally = this.#byName.get(name) ?? new Tally();
    this.#byName.set(name, tally);
    return tally;
  }

  /** All together, in points. */
  get used(): number {
    return [...this.#byName.values()].reduce((sum, { used }) => sum + used, 0);
  }
}
