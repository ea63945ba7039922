import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { badInput } from '../errors.ts';

/** Where a page of a list stands. */
@ObjectType('PageInfo', { description: 'Where a page of a connection stands (Relay cursor connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows this page.' })
  hasNextPage: boolean;
  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  endCursor: string | null;
}

/** The arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: 'How many from the beginning, 1 to 100. 50 unless told.' })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many from the end, 1 to 100.' })
  last?: number | null;
  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null;
}

/** A page of nodes. `Name` is the node's GraphQL name. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** Makes the connection type of a node type: `<Name>Connection` with its `<Name>Edge`. */
export function connectionType<Node extends object>(node: () => ClassType<Node> | object, name: string) {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a list, with its cursor.` })
  class EdgeType {
    @Field(() => String, { description: 'Where this edge stands; give it to `after` or `before`.' })
    cursor: string;
    @Field(() => node() as ClassType<Node>, { description: 'The object itself.' })
    node: Node;
  }
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The objects of this page with their cursors.' })
    edges: EdgeType[];
    @Field(() => [node() as ClassType<Node>], { description: 'The objects of this page.' })
    nodes: Node[];
    @Field(() => PageInfo, { description: 'Where the page stands.' })
    pageInfo: PageInfo;
    @Field(() => Int, { description: 'How many there are on all pages.' })
    totalCount: number;
  }
  return ConnectionType;
}

/**
 * Cuts a page out of a list that is in memory because one statement brought all of it (a town's tree).
 * `keyOf` gives what identifies an item; its cursor is that key, so a page holds when others are added or go.
 * Errors: BAD_INPUT on first, last, after or before.
 */
export function pageOf<Node>(all: readonly Node[], args: PageArgs, keyOf: (node: Node) => string): Connection<Node> {
  const { limit, backwards } = readPageArgs(args);
  const positionOf = (cursor: string, field: string) => {
    const key = decodeCursor(cursor, field);
    const position = all.findIndex((node) => keyOf(node) === key);
    if (position < 0) throw badInput(field, 'badCursor');
    return position;
  };
  const start = args.after == null ? 0 : positionOf(args.after, 'after') + 1;
  const end = args.before == null ? all.length : positionOf(args.before, 'before');
  const from = backwards ? Math.max(start, end - limit) : start;
  const to = backwards ? end : Math.min(end, start + limit);
  const nodes = all.slice(from, to);
  return connectionOf(nodes, keyOf, { before: from > 0, after: to < all.length, total: all.length });
}

/** Puts a page together from its nodes and what lies beyond them. */
export function connectionOf<Node>(
  nodes: Node[],
  keyOf: (node: Node) => string,
  beyond: { before: boolean; after: boolean; total: number },
): Connection<Node> {
  const edges = nodes.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return {
    edges,
    nodes,
    totalCount: beyond.total,
    pageInfo: {
      hasNextPage: beyond.after,
      hasPreviousPage: beyond.before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Fills a page of what a list is made from with what is shown of each. */
export async function fillPage<Head, Node>(
  page: Connection<Head>,
  load: (head: Head) => Promise<Node>,
): Promise<Connection<Node>> {
  const edges = await Promise.all(page.edges.map(async ({ cursor, node }) => ({ cursor, node: await load(node) })));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}

/** Checks a connection's arguments. Errors: BAD_INPUT on first or last. */
export function readPageArgs(args: PageArgs): { limit: number; backwards: boolean } {
  const backwards = args.last != null || (args.before != null && args.first == null);
  if ((args.first != null && args.last != null) || (args.first != null && args.before != null && args.after == null)) {
    throw badInput('last', 'pageDirection');
  }
  const limit = (backwards ? args.last : args.first) ?? 50;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw badInput(backwards ? 'last' : 'first', 'pageSize');
  return { limit, backwards };
}

function encodeCursor(key: string): string {
  return Buffer.from(key).toString('base64url');
}

/** What a cursor stands for. Errors: BAD_INPUT on `field` where it is no cursor. */
export function decodeCursor(cursor: string, field: string): string {
  const key = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!key || encodeCursor(key) !== cursor) throw badInput(field, 'badCursor');
  return key;
}
