import type { Desk } from '../db/door.ts';

/** Takes a household for a change of who is in it, so that two such changes never interleave. */
export async function lockHousehold(desk: Desk, uuid: string): Promise<void> {
  await desk.db
    .selectFrom('household')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .forUpdate()
    .execute();
}
