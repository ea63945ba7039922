import type { Desk } from '../db/door.ts';
import { fillTown } from './fill-town.ts';
import { emptiedTables } from './sandbox-tables.ts';

/**
 * Empties the desk's town of the sandbox and fills it with the same invented data again, in one transaction: whoever reads sees what was
 * or what is, and whoever writes waits. Its tree has a later version than before, since what processes keep goes by that.
 */
export async function beginAnew(desk: Desk): Promise<void> {
  const before = await treeVersion(desk);
  await empty(desk);
  desk.forget();
  await fillTown(desk);
  await desk.db
    .updateTable('tree_state')
    .set((row) => ({ version: row('version', '+', before) }))
    .where('town_id', '=', desk.town)
    .execute();
}

/** The version of the town's tree; 0 where it has none yet. */
export async function treeVersion(desk: Desk): Promise<number> {
  const state = desk.db.selectFrom('tree_state').select('version').where('town_id', '=', desk.town);
  return (await state.executeTakeFirst())?.version ?? 0;
}

/**
 * Deletes all rows of the town by one statement, at the end of which the foreign keys are looked at: so that no order is needed. What its
 * triggers sum up on the way goes by a second.
 */
async function empty(desk: Desk): Promise<void> {
  const tables = await desk.run<{ name: string }>(emptiedTables);
  const deletions = tables.map(({ name }, index) => `d${index} as (delete from "${name}" where town_id = $1)`);
  const all = `with ${deletions.join(', ')} select`;
  await desk.run(all, [desk.town]);
  await desk.run(all, [desk.town]);
}
