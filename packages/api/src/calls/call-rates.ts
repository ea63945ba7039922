import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { rateOf } from '../schema/rate.ts';
import type { CallGroup, CallRatesType } from './call-list.type.ts';
import { counted, outcomes } from './outcomes.ts';

const columns = { WORKER: 'answered_by_id', HOTLINE: 'hotline_id' } as const satisfies Record<CallGroup, string>;

type Counts = Record<keyof typeof outcomes | 'count' | 'missed', number>;

/** What became of the calls of the desk's town for which all conditions on `call` hold, the largest group first. One statement. */
export async function callRates(
  desk: Desk,
  by: CallGroup,
  conditions: readonly RawBuilder<boolean>[],
): Promise<CallRatesType[]> {
  const group = sql.ref(`call.${columns[by]}`);
  const where = [sql`call.town_id = ${desk.town}`, sql.raw(counted), ...conditions];
  const { rows } = await sql<Counts & { key: string | null }>`
    select ${group} as key, count(*) as count, count(*) filter (where call.missed) as missed,
      ${sql.join(
        Object.entries(outcomes).map(
          ([name, became]) => sql`count(*) filter (where ${sql.raw(became)}) as ${sql.ref(name)}`,
        ),
      )}
    from call where ${sql.join(where, sql` and `)}
    group by key order by count desc, key`.execute(desk.db);
  return rows.map((row) => ({
    townId: desk.town,
    workerUuid: by === 'WORKER' ? row.key : null,
    hotlineUuid: by === 'HOTLINE' ? row.key : null,
    count: row.count,
    missed: row.missed,
    completion: rateOf(row.completion, row.count),
    followUp: rateOf(row.followUp, row.count),
    satisfaction: rateOf(row.satisfaction, row.count),
  }));
}
