import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { lists } from './list-sizes.ts';
import type { ListSize, Work } from './price-line.ts';
import { workedBeforeRefused, works } from './works.ts';

/**
 * What a value costs, what an object does, and a place of an operation in which objects are asked for: mostly a statement; or a page of
 * them: who sees it, its rows, and how many there are.
 */
export const points = { value: 1, object: 10, place: 100, page: 2000 } as const;

/** Types that stand above the towns: what they answer beside values may be of any. All other objects are of the town that they are found in. */
export const acrossTowns: ReadonlySet<string> = new Set(['Application', 'District']);

/** What it costs to fetch the file of an export: each request, and each so many bytes of it begun. */
export const download = { request: 5000, bytes: 100 } as const;

/** The lines that tell a field’s price in the contract. */
export interface PriceLine {
  work: Work | undefined;
  size: ListSize | undefined;
}

/** What a field costs, and what multiplies that. */
export interface Price {
  /** For each object that it is asked of. */
  each: number;
  /** Of that, what a mutation gives back that is refused: because nobody may do it, or for whatever reason. */
  back: { whereForbidden: number; whereRefused: number };
  /** Once in a place, whatever the number of objects there. */
  once: number;
  /** For each object or value that it answers. */
  entry: number;
  /** Whether it tells of other towns than the one that its root field names, and is paid for apart. */
  isApart: boolean;
  isList: boolean;
  size: Required<ListSize>;
}

/** Every page; `readPageArgs` refuses more than a hundred. */
export const page: ListSize = { assumedSize: 50, slicingArguments: ['first', 'last'], sizedFields: ['edges', 'nodes'] };
/** A transaction with its commit. */
export const change: Work = { weight: 5000 };
/** A list that no line tells of, as the contract has none (prices.test.ts). */
const unknown: Required<ListSize> = { assumedSize: 5, spare: 100, slicingArguments: [], sizedFields: [] };

/** The lines of a field: its own, or those of an interface that its type implements, or what its type tells. */
export function lineOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): PriceLine {
  const interfaces = isObjectType(parent) || isInterfaceType(parent) ? parent.getInterfaces() : [];
  const names = [parent, ...interfaces].map(({ name }) => `${name}.${field.name}`);
  const lineIn = <Line>(table: Readonly<Record<string, Line>>) => names.map((name) => table[name]).find(Boolean);
  return {
    work: lineIn(works) ?? (parent.name === 'Mutation' ? change : undefined),
    size: lineIn(lists) ?? sizeByType(field),
  };
}

function sizeByType(field: GraphQLField<unknown, unknown>): ListSize | undefined {
  const type = getNamedType(field.type);
  if (isPage(type)) return page;
  // No value of an enum comes twice.
  return isList(field) && isEnumType(type) ? { assumedSize: type.getValues().length } : undefined;
}

const known = new WeakMap<GraphQLNamedType, Map<string, Price>>();

/** What a field of a type costs. */
export function priceOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): Price {
  const ofType = known.get(parent) ?? new Map<string, Price>();
  known.set(parent, ofType);
  const price = ofType.get(field.name) ?? priceBy(parent, field);
  ofType.set(field.name, price);
  return price;
}

function priceBy(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): Price {
  const { work, size } = lineOf(parent, field);
  const type = getNamedType(field.type);
  const weight = work?.weight ?? 0;
  const beyondChange = parent.name === 'Mutation' ? Math.max(weight - change.weight, 0) : 0;
  return {
    each: work?.once ? 0 : weight,
    back: { whereForbidden: beyondChange, whereRefused: workedBeforeRefused.has(field.name) ? 0 : beyondChange },
    once: placeOf(parent, field) + (work?.once ? weight : 0),
    entry: isCompositeType(type) ? objectPoints(type) : points.value,
    isApart: acrossTowns.has(parent.name) && isCompositeType(type),
    isList: isList(field),
    size: { ...unknown, ...(size && { spare: 0, ...size }) },
  };
}

/** What asking for the field costs in a place. What a page holds has come with it. */
function placeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): number {
  const type = getNamedType(field.type);
  const isThere = !isCompositeType(type) || isIntrospection(type) || /(Connection|Edge)$/.test(parent.name);
  if (isThere) return 0;
  return isPage(type) ? points.page : points.place;
}

function isPage({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Connection');
}

/** Where a field is declared: an interface of its type, or its type itself. */
export function ownerOf(parent: GraphQLNamedType, { name }: GraphQLField<unknown, unknown>): string {
  const interfaces = isObjectType(parent) || isInterfaceType(parent) ? parent.getInterfaces() : [];
  return `${(interfaces.find((each) => name in each.getFields()) ?? parent).name}.${name}`;
}

/** What an object of a type costs. */
export function objectPoints(type: GraphQLNamedType): number {
  return isIntrospection(type) ? points.value : points.object;
}

/** Whether a field answers one value, which costs with the object that it is asked of. */
export function isValue(field: GraphQLField<unknown, unknown>): boolean {
  return !isList(field) && !isCompositeType(getNamedType(field.type));
}

/** What a schema tells of itself is in memory. */
function isIntrospection({ name }: GraphQLNamedType): boolean {
  return name.startsWith('__');
}

function isList(field: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(field.type));
}
