import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  isNonNullType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  print,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type ValueNode,
  visit,
} from 'graphql';
import { isValue, ownerOf, type Price, priceOf } from '../cost/price.ts';
import { Refusal } from '../errors.ts';
import { type Complete, completerOf } from './complete.ts';
import type { Executable, Field as PlannedField, Planning } from './planning.ts';
import { keysOf, type Path, type Run } from './run.ts';
import type { Place } from './tally.ts';

type Field = GraphQLField<unknown, unknown>;

/** One field that is asked of objects of one type in one place of a query. */
export class FieldPlan implements PlannedField {
  readonly name: string;
  readonly fieldName: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: Field;
  readonly parent: GraphQLObjectType;
  readonly price: Price;
  readonly place: Place | undefined;
  /** What it costs with each object that it is asked of, without objects and lists below it. */
  readonly points: number;
  readonly #planning: Planning;
  readonly #resolve: GraphQLFieldResolver<unknown, unknown>;
  readonly #complete: Complete;
  /** The arguments, where no variable is in them and nothing is wrong with them. */
  readonly #fixed: Record<string, unknown> | undefined;
  readonly #below = new Map<GraphQLObjectType, Executable>();

  private constructor(
    planning: Planning,
    parent: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    definition: Field,
    above: Place,
  ) {
    this.#planning = planning;
    this.parent = parent;
    this.name = name;
    this.fieldName = definition.name;
    this.nodes = nodes;
    this.definition = definition;
    this.#resolve = definition.resolve ?? defaultFieldResolver;
    this.#complete = completerOf(definition.type);
    this.#fixed = fixedArguments(definition, nodes);
    this.price = priceOf(parent, definition);
    this.points = this.price.each + (isValue(definition) ? this.price.entry : 0);
    this.place =
      isValue(definition) && this.price.once === 0
        ? undefined
        : above.below(`${name} ${ownerOf(parent, definition)} ${argumentsText(nodes)}`, this);
  }

  /** The plan of a field; undefined where the type has no such field. */
  static of(
    planning: Planning,
    parent: GraphQLObjectType,
    name: string,
    nodes: readonly FieldNode[],
    above: Place,
  ): FieldPlan | undefined {
    const [node] = nodes;
    const definition = node && definitionOf(planning.schema, parent, node.name.value);
    return definition && new FieldPlan(planning, parent, name, nodes, definition, above);
  }

  /** What is asked below it of objects of one type. */
  below(type: GraphQLObjectType): Executable {
    const known = this.#below.get(type);
    if (known) return known;
    if (!this.place) throw new Error(`${this.parent.name}.${this.fieldName} answers no objects`);
    const plan = this.#planning.below(type, this.nodes, this.place);
    this.#below.set(type, plan);
    return plan;
  }

  /** The field of an object as the answer has it, now or later. Throws, or rejects, where it may not be null and is. */
  execute(asked: Run, source: unknown, above: Path | undefined): unknown {
    const run = this.price.isApart ? asked.apart : asked;
    const path: Path = { prev: above, key: this.name, typename: this.parent.name };
    if (this.place) run.tally.begin(this.place);
    try {
      const info = new Info(run, this, path);
      const result = this.#resolve(source, this.argumentsIn(run), run.context, info);
      const completed =
        result instanceof Promise
          ? result.then(
              (each) => {
                this.#giveBack(run, each);
                return this.#complete(run, this, info, path, each);
              },
              (thrown: unknown) => {
                this.#giveBack(run, thrown);
                throw thrown;
              },
            )
          : this.#complete(run, this, info, path, result);
      return completed instanceof Promise
        ? completed.then(undefined, (thrown) => this.failed(run, this.definition.type, path, thrown))
        : completed;
    } catch (thrown) {
      return this.failed(run, this.definition.type, path, thrown);
    }
  }

  /** Gives back what a mutation has not done whose outcome is a refusal, thrown or answered. */
  #giveBack(run: Run, outcome: unknown): void {
    if (!(outcome instanceof Refusal)) return;
    const { whereForbidden, whereRefused } = this.price.back;
    const isForbidden = outcome.code === 'FORBIDDEN' || outcome.code === 'UNAUTHENTICATED';
    run.tally.used -= isForbidden ? whereForbidden : whereRefused;
  }

  failed(run: Run, type: GraphQLOutputType, path: Path, thrown: unknown): null {
    const error: GraphQLError = locatedError(thrown, [...this.nodes], keysOf(path));
    if (isNonNullType(type)) throw error;
    run.failures.add(error, path);
    return null;
  }

  argumentsIn(run: Run): Record<string, unknown> {
    if (this.#fixed) return this.#fixed;
    const known = run.arguments.get(this);
    if (known) return known;
    const [node] = this.nodes;
    if (!node) throw new Error('A field is asked for somewhere');
    const values = getArgumentValues(this.definition, node, run.variables);
    run.arguments.set(this, values);
    return values;
  }
}

/** What a resolver is told of its place beside its arguments. Made for every field of every object, hence without copies. */
class Info implements GraphQLResolveInfo {
  readonly #run: Run;
  readonly #field: FieldPlan;
  readonly path: Path;

  constructor(run: Run, field: FieldPlan, path: Path) {
    this.#run = run;
    this.#field = field;
    this.path = path;
  }

  get fieldName(): string {
    return this.#field.definition.name;
  }
  get fieldNodes(): readonly FieldNode[] {
    return this.#field.nodes;
  }
  get returnType(): GraphQLOutputType {
    return this.#field.definition.type;
  }
  get parentType(): GraphQLObjectType {
    return this.#field.parent;
  }
  get schema(): GraphQLSchema {
    return this.#run.schema;
  }
  get fragments(): Record<string, FragmentDefinitionNode> {
    return this.#run.fragments;
  }
  get rootValue(): undefined {
    return undefined;
  }
  get operation(): OperationDefinitionNode {
    return this.#run.operation;
  }
  get variableValues(): Record<string, unknown> {
    return this.#run.variables;
  }
}

function definitionOf(schema: GraphQLSchema, parent: GraphQLObjectType, name: string): Field | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

/** The arguments as they are written: of fields that share a place they are the same. */
function argumentsText([node]: readonly FieldNode[]): string {
  return (node?.arguments ?? []).map((each) => print(each)).join();
}

function fixedArguments(definition: Field, [node]: readonly FieldNode[]): Record<string, unknown> | undefined {
  if (!node || (node.arguments ?? []).some(({ value }) => hasVariable(value))) return undefined;
  try {
    return getArgumentValues(definition, node, {});
  } catch {
    // Told wherever the field is asked of an object.
    return undefined;
  }
}

function hasVariable(value: ValueNode): boolean {
  let found = false;
  visit(value, {
    [Kind.VARIABLE]: () => {
      found = true;
    },
  });
  return found;
}
