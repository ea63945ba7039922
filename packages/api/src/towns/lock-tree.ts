import type { Desk } from '../db/door.ts';
import { Refusal } from '../errors.ts';

/**
 * Takes the town's tree for this change: others that change it wait, and its version grows. Returns it.
 * Every verb that opens, closes or moves something in the tree, or hangs something on it that others may change or end,
 * begins with this; one that only adds a record begins with `holdTree`.
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
  desk.noteKeepingTree(undefined);
  return locked.version;
}

/**
 * Keeps the town's tree as it is during this change: others that change it wait, and it waits for them. Those that hold it
 * only, as recording contacts does, do not wait for each other.
 * Errors: CONFLICT where the town is not set up.
 */
export async function holdTree(desk: Desk): Promise<void> {
  if (desk.keepsTree) return;
  const held = await stateOf(desk).forShare().executeTakeFirst();
  if (!held) throw new Refusal('CONFLICT', 'townNotSetUp');
  desk.noteKeepingTree(held.version);
}

/**
 * Takes the town's settings for this change, so that two who change its own lists and rules, report figures or close periods never
 * interleave, and nothing is recorded meanwhile. The tree stays as it is.
 * Errors: CONFLICT where the town is not set up.
 */
export async function lockSettings(desk: Desk): Promise<void> {
  if (!(await stateOf(desk).forUpdate().executeTakeFirst())) throw new Refusal('CONFLICT', 'townNotSetUp');
}

function stateOf(desk: Desk) {
  return desk.db.selectFrom('tree_state').select('version').where('town_id', '=', desk.town);
}
