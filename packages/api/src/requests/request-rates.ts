import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { openStates } from '../handling/transitions.ts';
import { rateOf } from '../schema/rate.ts';
import { dayOf } from '../today.ts';
import { counted, outcomes } from './outcomes.ts';
import type { RateGroup, RequestRatesType } from './request-list.type.ts';
import type { RequestRow } from './request-rows.ts';

const columns = {
  WORKER: 'holder_id',
  LEVEL: 'level',
  SOURCE: 'source',
  SUBJECT: 'subject_id',
  CLASS: 'handling_class',
} as const satisfies Record<RateGroup, string>;

type Counts = Record<keyof typeof outcomes | 'count' | 'overdue', number>;

/** How the requests of the desk's town were handled for which all conditions on `r` hold, the largest group first. One statement. */
export async function requestRates(
  desk: Desk,
  by: RateGroup,
  conditions: readonly RawBuilder<boolean>[],
): Promise<RequestRatesType[]> {
  const group = sql.ref(`r.${columns[by]}`);
  const where = [sql`r.town_id = ${desk.town}`, sql.raw(counted), ...conditions];
  const overdue = sql`r.state = any(${[...openStates]}::text[]) and r.due_on < ${dayOf(desk.now)}`;
  const { rows } = await sql<Counts & { key: string | null }>`
    select ${group} as key, count(*) as count, count(*) filter (where ${overdue}) as overdue,
      ${sql.join(
        Object.entries(outcomes).map(
          ([name, became]) => sql`count(*) filter (where ${sql.raw(became)}) as ${sql.ref(name)}`,
        ),
      )}
    from request r where ${sql.join(where, sql` and `)}
    group by key order by count desc, key`.execute(desk.db);
  return rows.map((row) => ({
    townId: desk.town,
    workerUuid: by === 'WORKER' ? row.key : null,
    subjectUuid: by === 'SUBJECT' ? row.key : null,
    level: by === 'LEVEL' ? (row.key as RequestRow['level'] | null) : null,
    source: by === 'SOURCE' ? (row.key as RequestRow['source'] | null) : null,
    handlingClass: by === 'CLASS' ? (row.key as RequestRow['handling_class']) : null,
    count: row.count,
    overdue: row.overdue,
    completion: rateOf(row.completion, row.count),
    followUp: rateOf(row.followUp, row.count),
    satisfaction: rateOf(row.satisfaction, row.count),
    grassroots: rateOf(row.grassroots, row.count),
  }));
}
