import {
  defaultFieldResolver,
  type FormattedExecutionResult,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import { Refusal } from '../errors.ts';

/** Objects in the lists that one operation may return in fact. An estimate can be too low: lists are longer than usual. */
const most = 50_000;

/** What an id or a word in a list counts beside an object. */
const idWeight = 0.1;

/** What an operation, by its context, has returned so far. */
const returned = new WeakMap<object, number>();

/**
 * Lets every list count what it holds, once for the whole operation, so that lists within lists cannot grow
 * without bound; beyond the limit nothing more is read. Errors, when an operation runs: LIMIT_EXCEEDED beyond 50,000.
 */
export function limitReturned(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const weight = isCompositeType(getNamedType(field.type)) ? 1 : idWeight;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (root, args, context: object, info) => {
        count(context, [], weight);
        const list: unknown = resolve(root, args, context, info);
        return list instanceof Promise
          ? list.then((each) => count(context, each, weight))
          : count(context, list, weight);
      };
    }
  }
  return schema;
}

/** The answer to a query, or, where it went beyond the limit, the refusal alone: half an answer helps nobody. */
export function withinLimit(context: object, result: FormattedExecutionResult): FormattedExecutionResult {
  if ((returned.get(context) ?? 0) <= most) return result;
  const refusals = (result.errors ?? []).filter(({ extensions }) => extensions?.code === 'LIMIT_EXCEEDED');
  return { data: null, errors: refusals.slice(0, 1) };
}

function count(context: object, list: unknown, weight: number): unknown {
  if (!Array.isArray(list)) return list;
  countReturned(context, list.length * weight);
  return list;
}

/** Counts objects that are read for an operation without its lists. Errors: LIMIT_EXCEEDED beyond the limit. */
export function countReturned(context: object, objects: number): void {
  const sum = (returned.get(context) ?? 0) + objects;
  returned.set(context, sum);
  if (sum > most) throw new Refusal('LIMIT_EXCEEDED', 'tooManyObjects', { values: { most } });
}
