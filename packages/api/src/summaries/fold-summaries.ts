import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { townTask } from '../jobs/task.ts';

/** Brings together what changes have added to the summaries of a town: one row for each count. */
export const foldTask = townTask('fold-summaries', foldSummaries);

/** The summaries, each with what tells its counts apart. */
const summaries = {
  fact_summary: ['measure', 'month', 'block_id'],
  town_summary: ['measure', 'month'],
  town_change: ['measure', 'day'],
} as const;

/** Does so in the desk's town. One statement a summary; who records meanwhile adds rows for the next time. */
export async function foldSummaries(desk: Desk): Promise<void> {
  for (const [table, columns] of Object.entries(summaries)) {
    const key = sql.join(columns.map((column) => sql.ref(column)));
    const alike = sql.join(
      columns.map((column) => sql`s.${sql.ref(column)} = many.${sql.ref(column)}`),
      sql` and `,
    );
    await sql`
      with many as (
        select ${key} from ${sql.table(table)} where town_id = ${desk.town}
        group by ${key} having count(*) > 1 or sum(count) = 0
      ), taken as (
        delete from ${sql.table(table)} s using many where s.town_id = ${desk.town} and ${alike} returning s.*
      )
      insert into ${sql.table(table)} (town_id, ${key}, id, count)
      select town_id, ${key}, gen_random_uuid(), sum(count) from taken
      group by town_id, ${key} having sum(count) <> 0`.execute(desk.db);
  }
}
