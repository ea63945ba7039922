import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { ObjectPlan } from './object-plan.ts';
import type { Planning, ReadAhead } from './planning.ts';
import { type Counting, Run } from './run.ts';
import { Place, Tallies } from './tally.ts';

/** How many sets of its fields one document keeps, which `@skip` and `@include` tell apart. */
const mostKept = 16;

/**
 * An operation that is looked through once, however often it is asked: which fields each type of it has, who resolves them, what
 * their arguments are as far as no variable says so, and how their values are written. Answers what `execute` of graphql-js
 * answers, and asks the same of the resolvers (equal-answers.property.test.ts).
 */
export class CompiledOperation {
  readonly #schema: GraphQLSchema;
  readonly #ahead: ReadonlyMap<string, ReadAhead>;
  readonly #operation: OperationDefinitionNode;
  readonly #fragments: Record<string, FragmentDefinitionNode>;
  /** The variables by which fields come and go. */
  readonly #switches: readonly string[];
  readonly #kept = new Map<string, ObjectPlan>();

  constructor(
    schema: GraphQLSchema,
    ahead: ReadonlyMap<string, ReadAhead>,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ) {
    this.#schema = schema;
    this.#ahead = ahead;
    this.#operation = operation;
    this.#fragments = Object.fromEntries(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    this.#switches = switchesOf(document);
  }

  /**
   * Answers the operation with these variables for whoever the context says; undefined where the variables do not fit. `tallies` tell
   * what it costs meanwhile, `event` what a subscription answers of.
   */
  run(
    context: unknown,
    variables: Readonly<Record<string, unknown>>,
    { tallies = new Tallies(), event }: { tallies?: Counting; event?: unknown } = {},
  ): ExecutionResult | Promise<ExecutionResult> | undefined {
    const [schema, operation, fragments] = [this.#schema, this.#operation, this.#fragments];
    const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (given.errors) return undefined;
    const run = new Run({ schema, operation, fragments, context, variables: given.coerced }, tallies);
    let data: unknown;
    try {
      const plan = this.#planFor(given.coerced);
      data = operation.operation === 'mutation' ? plan.executeInTurn(run, event) : plan.execute(run, event, undefined);
    } catch (error) {
      return nothing(run, error);
    }
    return data instanceof Promise
      ? data.then(
          (each) => answer(run, each),
          (error) => nothing(run, error),
        )
      : answer(run, data);
  }

  #planFor(variables: Record<string, unknown>): ObjectPlan {
    const key = this.#switches.map((name) => String(variables[name])).join();
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const [schema, fragments] = [this.#schema, this.#fragments];
    // Only of switches, so that the fields are those of every run with the same ones.
    const switches = Object.fromEntries(this.#switches.map((name) => [name, variables[name]]));
    const planning: Planning = {
      schema,
      aheadOf: ({ name }) => this.#ahead.get(name),
      below: (type, nodes, place) =>
        new ObjectPlan(planning, type, collectSubfields(schema, fragments, switches, type, nodes), place),
    };
    const type = schema.getRootType(this.#operation.operation);
    if (!type) throw new Error(`The schema has no ${this.#operation.operation}`);
    const fields = collectFields(schema, fragments, switches, type, this.#operation.selectionSet);
    const plan = new ObjectPlan(planning, type, fields, new Place(), true);
    if (this.#kept.size < mostKept) this.#kept.set(key, plan);
    return plan;
  }
}

/** Keeps what was looked through of documents, as long as they are kept themselves. */
export class CompiledOperations {
  readonly #schema: GraphQLSchema;
  readonly #ahead: ReadonlyMap<string, ReadAhead>;
  readonly #byDocument = new WeakMap<DocumentNode, Map<OperationDefinitionNode, CompiledOperation>>();

  /** `ahead` by the types of objects for whose lists something is read at once. */
  constructor(schema: GraphQLSchema, ahead: ReadonlyMap<string, ReadAhead> = new Map()) {
    this.#schema = schema;
    this.#ahead = ahead;
  }

  /** The operation of a document by its name; undefined where there is none. */
  find(document: DocumentNode, operationName: string | null | undefined): CompiledOperation | undefined {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const kept = this.#byDocument.get(document) ?? new Map<OperationDefinitionNode, CompiledOperation>();
    this.#byDocument.set(document, kept);
    const compiled = kept.get(operation) ?? new CompiledOperation(this.#schema, this.#ahead, document, operation);
    kept.set(operation, compiled);
    return compiled;
  }
}

/** The variables that `@skip` and `@include` of a document ask. */
function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function answer(run: Run, data: unknown): ExecutionResult {
  const { errors } = run.failures;
  // What the plans make are objects by response names.
  return errors.length === 0 ? { data: data as Answer } : { errors, data: data as Answer };
}

type Answer = Record<string, unknown>;

function nothing(run: Run, error: unknown): ExecutionResult {
  run.failures.add(error as GraphQLError, undefined);
  return { errors: run.failures.errors, data: null };
}
