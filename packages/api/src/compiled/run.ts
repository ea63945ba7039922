import type { FragmentDefinitionNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { apartOf } from '../cost/part.ts';
import type { Tallies, Tally } from './tally.ts';

/** Where in an answer something is, from the innermost outwards. */
export interface Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** The keys of a path, from the outermost inwards. */
export function keysOf(path: Path | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = path; at; at = at.prev) keys.push(at.key);
  return keys.reverse();
}

/** Where what a run costs is counted. */
export type Counting = Pick<Tallies, 'of'>;

/** One run of a query, or of one of its root fields. */
export class Run {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly context: unknown;
  readonly variables: Record<string, unknown>;
  readonly tally: Tally;
  readonly failures: Failures;
  /** The arguments that variables are in, by their fields, each worked out once. */
  readonly arguments = new Map<object, Record<string, unknown>>();

  /** What was read ahead: by the plan of a list’s objects, by object, by field. */
  readonly #known = new Map<object, Map<unknown, ReadonlyMap<object, unknown>>>();

  readonly #name: string;
  readonly #counting: Counting;
  #apart: Run | undefined;

  constructor(
    asked: Pick<Run, 'schema' | 'operation' | 'fragments' | 'context' | 'variables'>,
    counting: Counting,
    { name, failures }: { name: string; failures: Failures } = { name: '', failures: new Failures() },
  ) {
    this.schema = asked.schema;
    this.operation = asked.operation;
    this.fragments = asked.fragments;
    this.context = asked.context;
    this.variables = asked.variables;
    this.tally = counting.of(name);
    this.failures = failures;
    this.#name = name;
    this.#counting = counting;
  }

  /** The run of one of its root fields, by what the answer calls it. */
  ofRoot(name: string): Run {
    return new Run(this, this.#counting, { name, failures: this.failures });
  }

  /** The run of what it tells of other towns than its root field names: the same, counted apart. */
  get apart(): Run {
    this.#apart ??= new Run(this, this.#counting, { name: apartOf(this.#name), failures: this.failures });
    // What is found below it is of other towns as well.
    this.#apart.#apart = this.#apart;
    return this.#apart;
  }

  /** Notes what was read ahead of the objects of a list. */
  know(plan: object, objects: readonly object[], known: readonly ReadonlyMap<object, unknown>[]): void {
    const ofPlan = this.#known.get(plan) ?? new Map<unknown, ReadonlyMap<object, unknown>>();
    this.#known.set(plan, ofPlan);
    for (const [index, each] of known.entries()) ofPlan.set(objects[index], each);
  }

  /** What was read ahead of an object. */
  knownOf(plan: object, object: unknown): ReadonlyMap<object, unknown> | undefined {
    return this.#known.size === 0 ? undefined : this.#known.get(plan)?.get(object);
  }
}

/** What went wrong in a run. Below a place that is null already because of one failure, no further one is told. */
class Failures {
  readonly errors: GraphQLError[] = [];
  readonly #places = new Set<Path | undefined>();

  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#places.has(undefined)) return;
    for (let at = path; at; at = at.prev) if (this.#places.has(at)) return;
    this.#places.add(path);
    this.errors.push(error);
  }
}
