import { Logger, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { exportJob } from '../exports/export-task.ts';
import { tasks } from './tasks.ts';

/** One process at a time per database; any number that nothing else uses. */
const preparingLock = 4_117_311;

const tables = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'];

/**
 * Brings the queue's own tables to its present version, opens them to lianxin_jobs and to nobody else, and tells the
 * database the names of the tasks. `ownerUrl` as for `migrate`, which comes first. Again changes nothing.
 */
export async function prepareJobs(
  ownerUrl: string,
  names = [...tasks.map(({ task }) => task.name), exportJob.name],
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [preparingLock]);
    await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: new Logger(() => () => {}) });
    await client.query(`
      grant usage on schema graphile_worker to lianxin_jobs;
      grant select on graphile_worker.migrations to lianxin_jobs;
      grant select, insert, update, delete on ${tables.map(inSchema).join(', ')} to lianxin_jobs`);
    for (const table of tables) await client.query(openedUp(table));
    await client.query('insert into app.task (name) select unnest($1::text[]) on conflict do nothing', [names]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

function inSchema(table: string): string {
  return `graphile_worker.${table}`;
}

/** The queue's tables have row-level security and no policy: only their owner sees rows until one is made. */
function openedUp(table: string): string {
  return `do $$ begin
    if not exists (select from pg_policy where polrelid = '${inSchema(table)}'::regclass and polname = 'jobs') then
      create policy jobs on ${inSchema(table)} to lianxin_jobs using (true) with check (true);
    end if;
  end $$`;
}
