import { readGlobalId } from '../../../api/src/schema/global-id.ts';
import type { Sent } from './load.ts';

export const contestants = ['limit', 'PostGraphile', 'Lianxin'] as const;
export type Contestant = (typeof contestants)[number];

export type Asker = 'member' | 'operator';

/** What all contestants are asked: how each is, and what their answers have in common. */
export interface Operation {
  code: string;
  what: string;
  /** Who asks: somebody of the town, or the operator of the platform. */
  who: Asker;
  sent: Record<Contestant, Sent>;
  /** An answer as all contestants give it; undefined for one that tells no more than that it was done. */
  same?: (contestant: Contestant, answer: unknown) => unknown;
}

/** A question in GraphQL. */
export const graphql = (query: string, variables: () => Record<string, unknown> = () => ({})): Sent => ({
  path: '/graphql',
  body: () => JSON.stringify({ query, variables: variables() }),
});
/** A question to the limit, with the values of its statement. */
export const plain = (path: string, values: () => unknown[] = () => []): Sent => ({
  path,
  body: () => JSON.stringify(values()),
});

/** The key of an object of ours within its town. */
export const keyOf = (id: unknown) => (typeof id === 'string' ? (readGlobalId(id)?.key ?? null) : null);

/** What an answer holds at a path. */
export function within(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null && name in at ? Reflect.get(at, name) : undefined),
    value,
  );
}

/** A list, or the nodes of a connection. */
export function nodesIn(value: unknown): unknown {
  return Array.isArray(value) ? value : within(value, 'nodes');
}

/** A list, or none where it is something else. */
export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}

/** The names in a list or connection, in order. */
export function namesIn(value: unknown): string[] {
  const found = nodesIn(value);
  if (!Array.isArray(found)) return [];
  return found.map((each: unknown) => String(typeof each === 'string' ? each : within(each, 'name'))).sort();
}

/** Puts rows in the order of their ids. */
export function byKey(a: { id: unknown }, b: { id: unknown }): number {
  return String(a.id) < String(b.id) ? -1 : 1;
}
