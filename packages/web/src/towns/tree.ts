import type { TownTreeQuery } from '../generated/graphql.ts';

export type TreeNode = NonNullable<NonNullable<TownTreeQuery['town']>['tree']>[number];

/** A node of a tree that shows the town itself as its root. */
export type PlacedNode = Omit<TreeNode, 'kind'> & { kind: TreeNode['kind'] | 'TOWN' };

/** A node with its children, as the tree on the page takes it. */
export interface Branch<Node = TreeNode> {
  key: string;
  node: Node;
  children: Branch<Node>[];
}

/** Nests the flat list of the contract (parents before children). A node whose parent is not in the list is a root. */
export function growTree<Node extends Pick<TreeNode, 'id' | 'parent'>>(nodes: readonly Node[]): Branch<Node>[] {
  const roots: Branch<Node>[] = [];
  const known = new Map<string, Branch<Node>>();
  for (const node of nodes) {
    const branch: Branch<Node> = { key: node.id, node, children: [] };
    known.set(node.id, branch);
    const parent = node.parent === null ? undefined : known.get(node.parent);
    (parent ? parent.children : roots).push(branch);
  }
  return roots;
}

/** Whether a node answers a search: its name holds the words, or its code the digits. */
function answers(node: Pick<TreeNode, 'name' | 'code'>, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return wanted !== '' && (node.name.toLowerCase().includes(wanted) || (node.code?.includes(wanted) ?? false));
}

export interface Found {
  /** What is left of the list: what was found, what it stands under, what stands under it. */
  nodes: TreeNode[];
  /** The nodes that must be open for every find to be seen. */
  open: string[];
  /** How many nodes answered. */
  count: number;
}

/** Searches the flat list. */
export function searchTree(nodes: readonly TreeNode[], query: string): Found {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<string>();
  const above = new Set<string>();
  const below = new Set<string>();
  for (const node of nodes) {
    if (node.parent !== null && (found.has(node.parent) || below.has(node.parent))) below.add(node.id);
    if (!answers(node, query)) continue;
    found.add(node.id);
    for (const id of pathTo(byId, node.id)) above.add(id);
  }
  return {
    nodes: nodes.filter(({ id }) => found.has(id) || above.has(id) || below.has(id)),
    open: [...above],
    count: found.size,
  };
}

/** The ids that a node stands under, nearest first. */
export function pathTo(byId: ReadonlyMap<string, Pick<TreeNode, 'parent'>>, id: string): string[] {
  const path: string[] = [];
  let parent = byId.get(id)?.parent ?? null;
  while (parent !== null && !path.includes(parent)) {
    path.push(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return path;
}
