import { type Lookup, sizeOf } from './argument-value.ts';
import type { Form, FormField } from './form.ts';

/** What so many objects of a place cost at the most: `each` for each of them, and `once` beside. */
export interface Cost {
  each: number;
  once: number;
}

/** Which points are counted: all, or of them those that are paid for where the root field says, or those that are paid for apart. */
export type Counted = 'all' | 'named' | 'apart';

/** Which lists of what a field answers its arguments size. */
export interface Sized {
  size: number;
  fields: readonly string[];
}

/**
 * Estimates forms for some variables. Lists are multiplied through: where `n` objects have lists of `a` entries each and of `s` more, that
 * is `a·n + s` entries, so what is asked below costs some points for each object and some beside, however deep it is. Each form is
 * worked out once, however often it is asked for.
 */
export class Estimating {
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #counted: Counted;
  #all: Estimating | undefined;
  readonly #known = new Map<Sized | undefined, Map<Form, Cost>>();
  readonly #sized = new Map<string, Sized>();

  /** The variables by name, with what the operation takes them for where they are not given. */
  constructor(variables: Readonly<Record<string, unknown>>, counted: Counted = 'all') {
    this.#variables = variables;
    this.#counted = counted;
  }

  /** What each object of a form costs at the most. */
  costOf(form: Form, sized?: Sized): Cost {
    const ofSize = this.#known.get(sized) ?? new Map<Form, Cost>();
    this.#known.set(sized, ofSize);
    const known = ofSize.get(form);
    if (known) return known;
    const cost: Cost = { each: this.#ifHere(form.values), once: 0 };
    for (const field of form.fields) if (this.isAsked(field)) add(cost, this.costOfField(field, sized));
    for (const part of form.shared) if (this.isAsked(part)) add(cost, this.costOf(part.form, sized));
    const byType = new Map<string, number>();
    for (const part of form.narrowed) {
      if (!this.isAsked(part)) continue;
      const { each, once } = this.costOf(part.form, sized);
      cost.once += once;
      for (const type of part.types) byType.set(type, (byType.get(type) ?? 0) + each);
    }
    cost.each += Math.max(0, ...byType.values());
    ofSize.set(form, cost);
    return cost;
  }

  /** What a field costs for each object that it is asked of. */
  costOfField(field: FormField, sized?: Sized): Cost {
    const { price } = field;
    if (price.isApart && this.#counted !== 'all') return this.#costApart(field, sized);
    const entry = this.costOfEntry(field);
    const { each, spare } = this.entriesOf(field, sized);
    const once = this.#ifHere(price.once) + spare * entry.each + entry.once;
    return { each: this.#ifHere(price.each) + each * entry.each, once };
  }

  /** What each object or value that a field answers costs, with all below it. */
  costOfEntry(field: FormField): Cost {
    const { price, below } = field;
    const { each, once } = below ? this.costOf(below, this.sizedBy(field)) : { each: 0, once: 0 };
    return { each: this.#ifHere(price.entry) + each, once };
  }

  /** How many entries a field answers at the most: for each object that it is asked of, and beside. */
  entriesOf({ fieldName, price, slicing }: FormField, sized?: Sized): { each: number; spare: number } {
    if (!price.isList) return { each: 1, spare: 0 };
    if (sized?.fields.includes(fieldName)) return { each: sized.size, spare: 0 };
    const { assumedSize, spare, sizedFields } = price.size;
    const size = sizedFields.length === 0 ? this.#sizeOf(slicing) : undefined;
    return size === undefined ? { each: assumedSize, spare } : { each: size, spare: 0 };
  }

  isAsked({ switches }: { switches: readonly Lookup[] }): boolean {
    return switches.every((each) => each(this.#variables) === true);
  }

  /** Which lists of what a field answers its arguments size. */
  sizedBy({ price, slicing }: FormField): Sized | undefined {
    const { sizedFields, assumedSize } = price.size;
    if (sizedFields.length === 0) return undefined;
    const size = this.#sizeOf(slicing) ?? assumedSize;
    const name = `${size} ${sizedFields.join()}`;
    const sized = this.#sized.get(name) ?? { size, fields: sizedFields };
    this.#sized.set(name, sized);
    return sized;
  }

  /** Its work for each object stays with that object. */
  #costApart(field: FormField, sized?: Sized): Cost {
    const stays = field.price.each;
    if (this.#counted === 'named') return { each: stays, once: 0 };
    this.#all ??= new Estimating(this.#variables);
    const { each, once } = this.#all.costOfField(field, sized);
    return { each: each - stays, once };
  }

  /** Points that are counted unless only those are that are paid for apart. */
  #ifHere(points: number): number {
    return this.#counted === 'apart' ? 0 : points;
  }

  #sizeOf(slicing: readonly Lookup[]): number | undefined {
    return slicing.length === 0 ? undefined : sizeOf(slicing.map((each) => each(this.#variables)));
  }
}

function add(sum: Cost, { each, once }: Cost): void {
  sum.each += each;
  sum.once += once;
}
