import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, valueFromASTUntyped } from 'graphql';
import { Estimating } from './estimate.ts';
import { formOf, type OperationForm } from './form.ts';
import { type Heaviest, heaviestOf } from './heaviest.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Estimates of one operation that are kept, by what they depend on. */
const mostKept = 16;

/** What an operation costs, before it runs. It is looked through once, and estimated anew only where its pages or switches change. */
export class OperationCost {
  readonly #form: OperationForm;
  readonly #defaults: Variables;
  readonly #kept = new Map<string, number>();

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
    const variables = this.#with(given);
    const key = this.#form.lookups.map((lookup) => keyOf(lookup(variables))).join();
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const { each, once } = new Estimating(variables).costOf(this.#form.form);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, each + once);
    return each + once;
  }

  /** The part of the operation that costs most. */
  heaviest(given: Variables): Heaviest {
    return heaviestOf(new Estimating(this.#with(given)), this.#form.form);
  }

  #with(given: Variables): Variables {
    return { ...this.#defaults, ...given };
  }
}

/** What an estimate depends on of a value: how long a list is, and not what is in it. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} listed`;
  return typeof value === 'object' && value !== null ? 'one' : String(value);
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
