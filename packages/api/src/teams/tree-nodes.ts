import { fix } from '../compiled/fixed.ts';
import type { Desk } from '../db/door.ts';
import { keptByTree } from '../db/kept.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { type TownTree, type TreeKey, townTrees } from '../units/town-tree.ts';
import type { UnitType } from '../units/unit.type.ts';
import { teamsOfTowns } from './read-teams.ts';
import type { TreeNodeType } from './team.type.ts';

/** A team as a leaf of the tree. */
interface Leaf {
  id: string;
  name: string;
  blockUuid: string;
}

/** Batch of all nodes of towns on days, as `treeNodes` has them. */
export const nodesOfTowns = keptByTree(
  (desk: Desk, keys: readonly TreeKey[]) =>
    Promise.all(
      keys.map(async (key) => {
        const [tree, teams] = await Promise.all([desk.load(townTrees, key), desk.load(teamsOfTowns, key)]);
        return fix(treeNodes(tree, teams));
      }),
    ),
  { townOf: ({ townId }) => townId, rowsOf: (nodes) => nodes.length },
);

/** The nodes that are told: teams only to who `seesTeams`. */
export function toldNodes(nodes: TreeNodeType[], seesTeams: boolean): TreeNodeType[] {
  return seesTeams ? nodes : nodes.filter(({ kind }) => kind !== 'TEAM');
}

/** The nodes under a unit or the town, flat, parents before children, down to so many levels; teams by name. */
export function treeNodes(
  tree: TownTree,
  teams: readonly Leaf[],
  root?: UnitType,
  levels = Number.POSITIVE_INFINITY,
): TreeNodeType[] {
  const leaves = Map.groupBy(teams, (team) => team.blockUuid);
  const leavesOf = (block: string) =>
    (leaves.get(block) ?? []).toSorted((a, b) => byPinyin(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const nodes: TreeNodeType[] = [];
  const visitUnder = (above: UnitType | undefined, depth: number) => {
    if (depth >= levels) return;
    const parent = above?.id ?? null;
    for (const unit of tree.children(above?.uuid ?? null)) {
      const { id, kind, name, code, status, overlayUuid } = unit;
      if (kind === 'TOWN') continue;
      const overlay = overlayUuid === null ? null : globalId('Overlay', unit.townId, overlayUuid);
      nodes.push({ id, parent, depth, kind, name, code, status, overlay });
      visitUnder(unit, depth + 1);
    }
    for (const { id, name } of above ? leavesOf(above.uuid) : []) {
      nodes.push({ id, parent, depth, kind: 'TEAM', name, code: null, status: 'ACTIVE', overlay: null });
    }
  };
  visitUnder(root, 0);
  return nodes;
}
