import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { townTask } from '../jobs/task.ts';

/** Brings together what changes have added to the summaries of a town: one row a measure, month and block. */
export const foldTask = townTask('fold-summaries', foldSummaries);

/** Does so in the desk's town. One statement; who records meanwhile adds rows for the next time. */
export async function foldSummaries(desk: Desk): Promise<void> {
  await sql`
    with many as (
      select measure, month, block_id from fact_summary where town_id = ${desk.town}
      group by measure, month, block_id having count(*) > 1 or sum(count) = 0
    ), taken as (
      delete from fact_summary s using many
      where s.town_id = ${desk.town} and s.measure = many.measure and s.month = many.month and s.block_id = many.block_id
      returning s.*
    )
    insert into fact_summary (town_id, measure, month, block_id, id, count)
    select town_id, measure, month, block_id, gen_random_uuid(), sum(count) from taken
    group by town_id, measure, month, block_id having sum(count) <> 0`.execute(desk.db);
}
