import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { points } from '../cost/price.ts';
import { keepWritten, writtenOf } from './fixed.ts';
import type { Executable, Field } from './planning.ts';
import type { Path, Run } from './run.ts';

/** Makes of what a resolver returned what the answer has, now or later. Throws what is wrong with it. */
export type Complete = (run: Run, field: Field, info: GraphQLResolveInfo, path: Path, value: unknown) => unknown;

/** How values of a type are completed; `isWithin` of what stands in a list. */
export function completerOf(type: GraphQLOutputType, isWithin = false): Complete {
  if (isNonNullType(type)) return required(completerOf(type.ofType, isWithin));
  if (isListType(type)) return orNull(list(type.ofType, isWithin));
  if (isLeafType(type)) return orNull(leaf(type));
  if (isObjectType(type)) return orNull((run, field, info, path, value) => object(run, field, info, path, value, type));
  if (isAbstractType(type)) return orNull(abstract(type));
  throw new Error(`Not a type of answers: ${type}`);
}

function orNull(complete: Complete): Complete {
  return (run, field, info, path, value) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(run, field, info, path, value);
  };
}

function required(complete: Complete): Complete {
  return (run, field, info, path, value) => {
    const completed = complete(run, field, info, path, value);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${field.parent.name}.${field.definition.name}.`);
  };
}

function leaf(type: GraphQLLeafType): Complete {
  return (_run, _field, _info, _path, value) => {
    const written: unknown = type.serialize(value);
    if (written !== null && written !== undefined) return written;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(written)}`,
    );
  };
}

function list(type: GraphQLOutputType, isWithin: boolean): Complete {
  const complete = completerOf(type, true);
  const completeEntry: Complete = (run, field, info, path, value) => {
    try {
      const completed =
        value instanceof Promise
          ? value.then((each) => complete(run, field, info, path, each))
          : complete(run, field, info, path, value);
      return completed instanceof Promise
        ? completed.then(undefined, (thrown) => field.failed(run, type, path, thrown))
        : completed;
    } catch (thrown) {
      return field.failed(run, type, path, thrown);
    }
  };
  const completeEntries = (
    run: Run,
    field: Field,
    info: GraphQLResolveInfo,
    path: Path,
    values: readonly unknown[],
  ): unknown => {
    const entries: unknown[] = [];
    let isAwaited = false;
    try {
      for (const value of values) {
        const entry = completeEntry(run, field, info, { prev: path, key: entries.length, typename: undefined }, value);
        entries.push(entry);
        if (entry instanceof Promise) isAwaited = true;
      }
    } catch (thrown) {
      // Nobody waits for the others any more, and they may fail as well.
      for (const entry of [...entries, ...values]) if (entry instanceof Promise) entry.catch(() => {});
      throw thrown;
    }
    return isAwaited ? Promise.all(entries) : entries;
  };
  const objects = isNonNullType(type) ? type.ofType : type;
  const isOfValues = isLeafType(objects);
  return (run, field, info, path, found) => {
    if (!isIterable(found)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parent.name}.${field.definition.name}".`,
      );
    }
    const values: readonly unknown[] = Array.isArray(found) ? found : [...found];
    const { tally } = run;
    if (field.place && !isWithin) tally.hold(run, field.place, values.length);
    if (isOfValues) tally.used += values.length * points.value;
    const plan = isObjectType(objects) ? field.below(objects) : undefined;
    const fixed = plan && writtenOf(values, plan);
    if (fixed) {
      tally.used += fixed.points;
      return fixed.written;
    }
    const before = tally.used;
    const ahead = plan?.readAhead && areObjects(values) ? readAhead(run, plan, values) : undefined;
    if (ahead) return ahead.then(() => completeEntries(run, field, info, path, values));
    const entries = completeEntries(run, field, info, path, values);
    if (plan && Array.isArray(entries) && run.failures.errors.length === 0) {
      keepWritten(values, plan, { entries, points: tally.used - before });
    }
    return entries;
  };
}

/** Has what can be read at once of the objects of a list read; undefined where that is nothing. */
function readAhead(run: Run, plan: Executable, objects: readonly object[]): Promise<void> | undefined {
  return plan.readAhead?.(run, plan, objects)?.then((known) => {
    if (known) run.know(plan, objects, known);
  });
}

function areObjects(values: readonly unknown[]): values is readonly object[] {
  return values.every(
    (value) => typeof value === 'object' && value !== null && !(value instanceof Promise || value instanceof Error),
  );
}

function isIterable(values: unknown): values is Iterable<unknown> {
  return typeof values === 'object' && values !== null && Symbol.iterator in values;
}

function object(
  run: Run,
  field: Field,
  info: GraphQLResolveInfo,
  path: Path,
  value: unknown,
  type: GraphQLObjectType,
): unknown {
  const plan = field.below(type);
  const isOne = type.isTypeOf?.(value, run.context, info) ?? true;
  const execute = (ofType: boolean) => {
    if (ofType) return plan.execute(run, value, path);
    throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, {
      nodes: [...field.nodes],
    });
  };
  return isOne instanceof Promise ? isOne.then(execute) : execute(isOne);
}

function abstract(type: GraphQLAbstractType): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, field, info, path, value) => {
    const complete = (name: string | undefined) =>
      object(run, field, info, path, value, objectType(run, field, type, name));
    const name = resolveType(value, run.context, info, type);
    return name instanceof Promise ? name.then(complete) : complete(name);
  };
}

/** The type of objects by the name that an abstract type says of a value. Throws where it is none of its types. */
function objectType(
  { schema }: Run,
  { parent, definition, nodes }: Field,
  type: GraphQLAbstractType,
  name: string | undefined,
): GraphQLObjectType {
  if (name === undefined || name === null) {
    throw new GraphQLError(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parent.name}.${definition.name}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
      { nodes: [...nodes] },
    );
  }
  const found = schema.getType(name);
  if (isObjectType(found) && schema.isSubType(type, found)) return found;
  throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${type.name}".`, {
    nodes: [...nodes],
  });
}
