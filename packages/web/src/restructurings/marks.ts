import type { UnitChange } from '../generated/graphql.ts';
import { pathTo, type TreeNode } from '../towns/tree.ts';
import type { Change } from './restructuring.ts';

/** What became of a node of a tree: a unit's change, or that a team was formed or disbanded. */
export type Mark = UnitChange | 'FORMED' | 'DISBANDED';

/** What differs, by the id of a node. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

/** The marks of a town's tree on two days: of its units as the contract tells them, of its teams out of both trees. */
export function marksOf(changes: readonly Change[], before: readonly TreeNode[], after: readonly TreeNode[]): Marks {
  const units = changes.map((change) => [change.unit.id, change.changes] as const);
  return new Map([...units, ...teamMarks(before, after)]);
}

function teamMarks(before: readonly TreeNode[], after: readonly TreeNode[]): [string, readonly Mark[]][] {
  const earlier = teamsOf(before);
  const later = teamsOf(after);
  return [...new Map([...earlier, ...later]).keys()].flatMap((id) => {
    const was = earlier.get(id);
    const is = later.get(id);
    if (!was) return [[id, ['FORMED']]];
    if (!is) return [[id, ['DISBANDED']]];
    const marks: Mark[] = [];
    if (was.name !== is.name) marks.push('RENAMED');
    if (was.parent !== is.parent) marks.push('MOVED');
    return marks.length === 0 ? [] : [[id, marks]];
  });
}

function teamsOf(nodes: readonly TreeNode[]): Map<string, TreeNode> {
  return new Map(nodes.filter(({ kind }) => kind === 'TEAM').map((node) => [node.id, node]));
}

/** The ids above what differs. */
export function changedPaths(nodes: readonly TreeNode[], marks: Marks): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.filter(({ id }) => marks.has(id)).flatMap(({ id }) => pathTo(byId, id));
}

/** What differs and what stands above it. */
export function changedOf(nodes: readonly TreeNode[], marks: Marks): TreeNode[] {
  const above = new Set(changedPaths(nodes, marks));
  return nodes.filter(({ id }) => marks.has(id) || above.has(id));
}
