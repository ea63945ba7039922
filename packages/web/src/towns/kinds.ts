import type { TreeNodeKind, UnitKind } from '../generated/graphql.ts';

/** The kinds that may be opened, from wide to narrow. */
export const unitKinds = [
  'SERVICE_AREA',
  'COMMUNITY',
  'VILLAGE',
  'COMMITTEE',
  'SPECIAL_AREA',
  'PARK',
  'BLOCK',
  'BUILDING',
] as const satisfies readonly UnitKind[];

/** Which of some kinds most of a unit's children have; the widest where it has none of them. */
export function usualKind(
  kinds: readonly UnitKind[],
  children: readonly { kind: TreeNodeKind }[],
): UnitKind | undefined {
  const many = (kind: UnitKind) => children.filter((child) => child.kind === kind).length;
  return kinds.toSorted((a, b) => many(b) - many(a))[0];
}

/** The kinds that may stand directly under `parent` by a town's settings, from wide to narrow. */
export function kindsUnder(
  allowed: readonly { kind: UnitKind; parents: readonly UnitKind[] }[] | null | undefined,
  parent: UnitKind,
): UnitKind[] {
  return unitKinds.filter((kind) => allowed?.some((row) => row.kind === kind && row.parents.includes(parent)));
}
