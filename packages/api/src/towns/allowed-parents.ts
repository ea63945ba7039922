import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { lockTree } from './lock-tree.ts';
import type { AllowedParentsType } from './town.type.ts';
import { type UnitKind, unitKinds, usualParents } from './unit-kind.ts';

/** Batch of what may stand under what, by town. */
export async function allowedParentsOf(desk: Desk, towns: readonly number[]): Promise<AllowedParentsType[][]> {
  const rows = await desk.db
    .selectFrom('allowed_parent')
    .select(['town_id', 'kind', 'parent'])
    .where('town_id', 'in', [...towns])
    .execute();
  return towns.map((town) =>
    unitKinds
      .filter((kind) => kind !== 'TOWN')
      .map((kind) => ({
        kind,
        parents: unitKinds.filter((parent) =>
          rows.some((row) => row.town_id === town && row.kind === kind && row.parent === parent),
        ),
      })),
  );
}

/** Gives a new town what towns usually start with. */
export async function seedAllowedParents(desk: Desk): Promise<void> {
  const rows = Object.entries(usualParents).flatMap(([kind, parents]) =>
    parents.map((parent) => ({ town_id: desk.town, kind: kind as UnitKind, parent })),
  );
  await desk.db.insertInto('allowed_parent').values(rows).execute();
}

/**
 * Settles under what a kind may stand in the desk's town. Units that stand elsewhere already stay where they are.
 * Errors: BAD_INPUT on input.kind for the town itself, on input.parents where kinds would stand above each other.
 */
export async function setAllowedParents(desk: Desk, kind: UnitKind, parents: readonly UnitKind[]): Promise<void> {
  await lockTree(desk);
  if (kind === 'TOWN') throw badInput('input.kind', 'kindIsTown');
  const [present = []] = await allowedParentsOf(desk, [desk.town]);
  const next = new Map(present.map((line) => [line.kind, line.kind === kind ? [...parents] : line.parents]));
  if (standsAboveItself(next, kind)) throw badInput('input.parents', 'parentsWouldCircle');
  await desk.db.deleteFrom('allowed_parent').where('town_id', '=', desk.town).where('kind', '=', kind).execute();
  const rows = [...new Set(parents)].map((parent) => ({ town_id: desk.town, kind, parent }));
  if (rows.length > 0) await desk.db.insertInto('allowed_parent').values(rows).execute();
}

function standsAboveItself(parents: ReadonlyMap<UnitKind, readonly UnitKind[]>, kind: UnitKind): boolean {
  const above = new Set<UnitKind>();
  const walk = (next: UnitKind) => {
    for (const parent of parents.get(next) ?? []) {
      if (above.has(parent)) continue;
      above.add(parent);
      walk(parent);
    }
  };
  walk(kind);
  return above.has(kind);
}
