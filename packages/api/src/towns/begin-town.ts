import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { conflict } from '../errors.ts';
import type { UnitKind } from './unit-kind.ts';

/**
 * Makes a town of the register a tenant: its villages, committees and special areas stand in its tree from the day on
 * which the register's edition begins, directly under the town. What else towns start with comes from `setUpTown`.
 * Errors: CONFLICT on input.code where it is set up already.
 */
export async function beginTown(desk: Desk, today: string): Promise<void> {
  const begun = await desk.db
    .insertInto('tree_state')
    .values({ town_id: desk.town, version: 1 })
    .onConflict((taken) => taken.column('town_id').doNothing())
    .executeTakeFirst();
  if (Number(begun.numInsertedOrUpdatedRows) === 0) throw conflict('townIsSetUp', 'input.code');
  await desk.db.updateTable('town').set({ set_up_on: today }).where('id', '=', desk.town).execute();

  const listed = await desk.db
    .selectFrom('register_unit')
    .innerJoin('town', 'town.code', 'register_unit.town_code')
    .select(['register_unit.code', 'name', 'kind', 'valid_from'])
    .where('town.id', '=', desk.town)
    .where('valid_from', '=', (latest) =>
      latest.selectFrom('register_unit as edition').select((all) => all.fn.max('edition.valid_from').as('latest')),
    )
    .orderBy('position')
    .execute();
  if (listed.length > 0)
    await standInTree(
      desk,
      listed.map((row) => ({ ...row, id: newId() })),
    );
}

/** Has units stand in the tree of the desk's town, directly under the town, each from a day on. */
export async function standInTree(
  desk: Desk,
  units: readonly { id: string; code: string; name: string; kind: UnitKind; valid_from: string }[],
): Promise<void> {
  await desk.db
    .insertInto('unit')
    .values(
      units.map(({ id, valid_from }) => ({
        town_id: desk.town,
        id,
        overlay_id: null,
        valid_from,
        valid_to: null,
        version: 1,
      })),
    )
    .execute();
  await desk.db
    .insertInto('unit_version')
    .values(
      units.map(({ id, name, code, kind, valid_from }) => ({
        town_id: desk.town,
        id: newId(),
        unit_id: id,
        name,
        code,
        kind,
        status: 'ACTIVE' as const,
        parent_id: null,
        valid_from,
        valid_to: null,
        recorded_at: desk.now,
        superseded_at: null,
        restructuring_id: null,
        superseded_by_id: null,
      })),
    )
    .execute();
}
