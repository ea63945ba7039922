import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import { Estimating } from './estimate.ts';
import { type Form, type FormField, formOf, type OperationForm } from './form.ts';
import { type Heaviest, heaviestOf } from './heaviest.ts';
import { apartOf, type Part, townsNamedBy } from './part.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Estimates of one operation that are kept, by what they depend on. */
const mostKept = 16;

/** What an operation costs at the most: in all, and each of its root fields, with what it tells of other towns apart. */
interface Estimate {
  points: number;
  fields: readonly { field: FormField; points: number; apart: number }[];
}

/** What an operation costs, before it runs. It is looked through once, and estimated anew only where its pages or switches change. */
export class OperationCost {
  readonly #form: OperationForm;
  readonly #defaults: Variables;
  readonly #kept = new Map<string, Estimate>();

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#form = formOf(schema, document, operation);
    this.#defaults = Object.fromEntries(
      (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    );
  }

  /** The points that the operation costs at the most with these variables, which may not be checked yet. */
  estimate(given: Variables): number {
    return this.#estimate(this.#with(given)).points;
  }

  /**
   * The same by its root fields, with the towns that each names; what one tells of others is a part of its own, which names none. What
   * answers no objects costs next to nothing, and is left out.
   */
  parts(given: Variables): readonly Part[] {
    const variables = this.#with(given);
    return this.#estimate(variables).fields.flatMap(({ field, points, apart }): Part[] => [
      { name: field.name, points, towns: townsNamedBy(field, variables) },
      ...(apart > 0 ? [{ name: apartOf(field.name), points: apart, towns: [] }] : []),
    ]);
  }

  /** Whether it asks for no fields at its root but some. */
  asksOnly(names: ReadonlySet<string>): boolean {
    return [...rootFieldsOf(this.#form.form)].every(({ fieldName }) => names.has(fieldName));
  }

  /** The part of the operation that costs most. */
  heaviest(given: Variables): Heaviest {
    return heaviestOf(new Estimating(this.#with(given)), this.#form.form);
  }

  #estimate(variables: Variables): Estimate {
    const key = this.#form.lookups.map((lookup) => keyOf(lookup(variables))).join();
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const estimating = new Estimating(variables);
    const { form, hasApart } = this.#form;
    const named = hasApart ? new Estimating(variables, 'named') : estimating;
    const apart = hasApart ? new Estimating(variables, 'apart') : undefined;
    const fields = [...rootFieldsOf(form, estimating)].map((field) => ({
      ...{ field, points: pointsOf(named, field), apart: apart ? pointsOf(apart, field) : 0 },
    }));
    const { each, once } = estimating.costOf(form);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, { points: each + once, fields });
    return { points: each + once, fields };
  }

  #with(given: Variables): Variables {
    return { ...this.#defaults, ...given };
  }
}

function pointsOf(estimating: Estimating, field: FormField): number {
  const { each, once } = estimating.costOfField(field);
  return each + once;
}

/** The root fields that are asked for, or may be, also in fragments: one that is asked for twice comes twice, as it is priced. */
function* rootFieldsOf(form: Form, estimating?: Estimating): Generator<FormField> {
  const isAsked = (each: FormField | Form['shared'][number]) => estimating?.isAsked(each) ?? true;
  for (const field of form.fields) if (isAsked(field)) yield field;
  for (const part of form.shared) if (isAsked(part)) yield* rootFieldsOf(part.form, estimating);
}

/** What an estimate depends on of a value: how long a list is, and not what is in it. What is no number is none here either. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  return value === null || typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

const known = new WeakMap<OperationDefinitionNode, OperationCost>();

/** What an operation of a document costs; kept as long as the document is. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationCost {
  const cost = known.get(operation) ?? new OperationCost(schema, document, operation);
  known.set(operation, cost);
  return cost;
}
