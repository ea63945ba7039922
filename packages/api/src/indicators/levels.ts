import { type UnitKind, unitKinds, usualParents } from '../towns/unit-kind.ts';

/** The kinds of unit that blocks stand under, and blocks: what counts for a block counts for all of them. */
export const downToBlocks = unitKinds.filter((kind) => kind !== 'BUILDING');

/** The kinds of unit that a kind usually stands under, the town first. */
export function above(kind: Exclude<UnitKind, 'TOWN'>): UnitKind[] {
  const found = new Set<UnitKind>();
  const walk = (from: UnitKind) => {
    if (from === 'TOWN') return;
    for (const parent of usualParents[from]) {
      found.add(parent);
      walk(parent);
    }
  };
  walk(kind);
  return unitKinds.filter((each) => found.has(each));
}
