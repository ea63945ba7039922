import type { UnitKind } from '../generated/graphql.ts';

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

/** The kinds that may stand directly under `parent` by a town's settings, from wide to narrow. */
export function kindsUnder(
  allowed: readonly { kind: UnitKind; parents: readonly UnitKind[] }[] | null | undefined,
  parent: UnitKind,
): UnitKind[] {
  return unitKinds.filter((kind) => allowed?.some((row) => row.kind === kind && row.parents.includes(parent)));
}
