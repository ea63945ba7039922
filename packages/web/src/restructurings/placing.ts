import type { UnitKind } from '../generated/graphql.ts';
import { type PlacedNode, pathTo, type TreeNode } from '../towns/tree.ts';

export type AllowedParents = readonly { kind: UnitKind; parents: readonly UnitKind[] }[] | null;

/** The key that stands for the town itself in the editor's tree; every other key is the id of a node. */
export const townKey = 'town';

/** The town itself as a node, above all others. */
export function townNode(name: string): PlacedNode {
  return { id: townKey, parent: null, depth: 0, kind: 'TOWN', name, code: null, status: 'ACTIVE', overlay: null };
}

/** Whether units may be put under a node, or under the town (`townKey`), by the town's rules and without a circle. */
export function mayStandUnder(
  byId: ReadonlyMap<string, TreeNode>,
  allowed: AllowedParents,
  units: readonly string[],
  under: string,
): boolean {
  const parent = under === townKey ? 'TOWN' : byId.get(under)?.kind;
  if (parent === undefined || parent === 'TEAM' || units.length === 0) return false;
  const above = under === townKey ? [] : [under, ...pathTo(byId, under)];
  return units.every((id) => {
    const unit = byId.get(id);
    if (!unit || unit.kind === 'TEAM' || above.includes(id)) return false;
    return allowed?.some((row) => row.kind === unit.kind && row.parents.includes(parent)) ?? false;
  });
}

/** What is dragged with a node: all that is chosen if it is among it, but nothing that goes along under another. */
export function draggedWith(byId: ReadonlyMap<string, TreeNode>, chosen: readonly string[], id: string): string[] {
  if (!chosen.includes(id)) return [id];
  return chosen.filter((each) => !pathTo(byId, each).some((above) => chosen.includes(above)));
}
