import type { Desk } from '../db/door.ts';

/**
 * Takes households for a change of what they are or who is in them, always in the same order, so that two such changes
 * never interleave nor wait for each other. What was read of them before is forgotten.
 */
export async function lockHouseholds(desk: Desk, uuids: readonly string[]): Promise<void> {
  await desk.db
    .selectFrom('household')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', 'in', uuids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  desk.forget();
}
