import type { Desk } from '../db/door.ts';
import { Refusal } from '../errors.ts';

/**
 * Takes the town's tree for this change: others that change it wait, and its version grows. Returns it.
 * Every verb that opens, closes or moves something in the tree, or hangs something on it, begins with this.
 * Errors: CONFLICT where the town is not set up.
 */
export async function lockTree(desk: Desk): Promise<number> {
  const locked = await desk.db
    .updateTable('tree_state')
    .set((tree) => ({ version: tree('version', '+', 1) }))
    .where('town_id', '=', desk.town)
    .returning('version')
    .executeTakeFirst();
  if (!locked) throw new Refusal('CONFLICT', 'townNotSetUp');
  return locked.version;
}
