import {
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  isScalarType,
  valueFromASTUntyped,
} from 'graphql';
import { readGlobalId } from '../schema/global-id.ts';
import type { FormField } from './form.ts';

/** A root field of an operation, as far as it is paid for in the same towns. */
export interface Part {
  /** By which name its run is counted: what the answer calls it, or that with `apartOf`. */
  name: string;
  /** The points that it costs at the most. */
  points: number;
  /** The towns whose codes, or the ids of whose things, its own arguments name. */
  towns: readonly number[];
}

/** By which name is counted what a root field tells of other towns. No answer calls a field so. */
export const apartOf = (name: string) => `${name} apart`;

/** The towns that the arguments of a field name. Of what lies below it nothing counts: it is of those towns, or is not found, or paid for apart. */
export function townsNamedBy({ node, definition }: FormField, variables: Readonly<Record<string, unknown>>): number[] {
  const towns = new Set<number>();
  for (const { name, value } of node.arguments ?? []) {
    const type = definition.args.find((each) => each.name === name.value)?.type;
    if (!type) continue;
    for (const text of namesIn(type, valueFromASTUntyped(value, variables))) {
      const town = townOf(text);
      if (town !== undefined) towns.add(town);
    }
  }
  return [...towns];
}

/** What stands in a value, not checked yet, where its type takes the code of a town or an id. */
function* namesIn(type: GraphQLInputType, value: unknown): Generator<string> {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    for (const each of Array.isArray(value) ? value : [value]) yield* namesIn(nullable.ofType, each);
  } else if (isInputObjectType(nullable)) {
    if (typeof value !== 'object' || value === null) return;
    for (const each of Object.values(nullable.getFields())) yield* namesIn(each.type, Reflect.get(value, each.name));
  } else if (isScalarType(nullable) && typeof value === 'string') {
    if (nullable.name === 'ID' || nullable.name === 'RegisterCode') yield value;
  }
}

/** Longer texts are no ids. */
const longestId = 200;

function townOf(text: string): number | undefined {
  if (text.length > longestId) return undefined;
  return /^\d{9}$/.test(text) ? Number(text) : readGlobalId(text)?.townId;
}
