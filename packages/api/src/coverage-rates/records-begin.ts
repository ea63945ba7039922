import type { Desk } from '../db/door.ts';

/** Batch of the first days of which towns have organisations on record; undefined where they have none. One statement. */
export async function recordsBegin(desk: Desk, towns: readonly number[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('coverage_summary')
    .select('town_id')
    .select((all) => all.fn.min<string>('valid_from').as('first'))
    .where('town_id', 'in', [...towns])
    .groupBy('town_id')
    .execute();
  return towns.map((town) => rows.find((row) => row.town_id === town)?.first);
}
