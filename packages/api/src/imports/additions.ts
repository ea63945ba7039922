import type { Opening } from './plan-units.ts';
import type { TownIndex, UnitNode } from './town-index.ts';

/** A unit that a file opens. */
export interface Addition {
  row: number;
  kind: Exclude<UnitNode['kind'], 'TOWN'>;
  name: string;
  /** The name of what it comes under. */
  parent: string;
  /** The name of a unit there that the file leaves out: an exported row whose name was changed looks like that. */
  perhapsRenamed: string | null;
}

/** The units that a file opens, by row; each unit that it leaves out stands beside one of them at most. */
export function additionsOf(openings: readonly Opening[], index: TownIndex): Addition[] {
  const leftOut = new Map<string, UnitNode[]>();
  return openings
    .filter(({ node }) => !node.fault)
    .sort((a, b) => a.row.row - b.row.row)
    .map(({ row, node }) => {
      const parent = node.parent ?? index.town;
      const key = `${parent.uuid} ${row.kind}`;
      const missing = leftOut.get(key) ?? undescribed(index, parent, row.kind);
      leftOut.set(key, missing);
      return {
        row: row.row,
        kind: row.kind,
        name: row.name,
        parent: parent.name,
        perhapsRenamed: missing.shift()?.name ?? null,
      };
    });
}

/** The units of a kind under a parent that a file says nothing of, though it describes the parent, or others beside them. */
function undescribed(index: TownIndex, parent: UnitNode, kind: UnitNode['kind']): UnitNode[] {
  const standing = index.childrenOf(parent).filter((node) => node.kind === kind && !node.opens);
  const described = parent.row !== null || standing.some(({ row }) => row !== null);
  return described ? standing.filter(({ row }) => row === null) : [];
}
