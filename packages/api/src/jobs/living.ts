import type { Pool, PoolClient } from 'pg';

/** The class of the advisory locks by which processes that do jobs are known to live; used by nothing else. */
const lockClass = 4_117_312;
/** How long to wait before a lost mark is made again, in milliseconds. */
const beforeAgain = 1000;

/**
 * Marks a process as living, by a lock that PostgreSQL gives back when the connection ends, however it ends; `id` is what
 * the process's jobs are locked by. The mark is made again where it is lost. Returns what takes it away.
 */
export function markLiving(pool: Pool, id: string, lost: (fault: Error) => void): () => Promise<void> {
  let over = false;
  let client: PoolClient | undefined;
  let timer: NodeJS.Timeout | undefined;
  let marking = mark();

  async function mark(): Promise<void> {
    try {
      client = await pool.connect();
      client.once('error', again);
      await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [lockClass, id]);
    } catch (fault) {
      lost(fault instanceof Error ? fault : new Error(String(fault)));
      again();
    }
  }
  function again(): void {
    client?.release(true);
    client = undefined;
    clearTimeout(timer);
    if (over) return;
    timer = setTimeout(() => {
      marking = mark();
    }, beforeAgain);
  }
  return async () => {
    over = true;
    clearTimeout(timer);
    await marking;
    again();
  };
}

/**
 * Gives back the jobs that were taken this long ago, in milliseconds, by processes that live no more. The queue
 * by itself waits four hours, as it cannot tell a dead process from a slow job. Returns what they were locked by.
 */
export async function releaseDead(pool: Pool, takenBefore: number): Promise<string[]> {
  const { rows } = await pool.query<{ ids: string[] }>(
    `with taken as (
       select locked_by as id from graphile_worker._private_jobs where locked_at < now() - $2 * interval '1 millisecond'
       union
       select locked_by from graphile_worker._private_job_queues where locked_at < now() - $2 * interval '1 millisecond'),
     dead as (
       select array_agg(id) as ids from taken where not exists (
         select from pg_locks
         where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
           and classid = $1 and objsubid = 2 and objid = (hashtext(taken.id)::bigint & 4294967295)::oid))
     select ids, graphile_worker.force_unlock_workers(ids) from dead where ids is not null`,
    [lockClass, takenBefore],
  );
  return rows[0]?.ids ?? [];
}
