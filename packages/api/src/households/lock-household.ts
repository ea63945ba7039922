import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';

/**
 * Takes households for a change of what they are or who is in them, always in the same order, so that two such changes
 * never interleave nor wait for each other. What was read of them before is forgotten.
 */
export async function lockHouseholds(desk: Desk, uuids: readonly string[]): Promise<void> {
  await holdHouseholds(desk, uuids);
  desk.forget();
}

/** Takes households for a change of what is written about them, in the same order. What they are stays known. */
export async function holdHouseholds(desk: Desk, uuids: readonly string[]): Promise<void> {
  await desk.db
    .selectFrom('household')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(uuids))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
