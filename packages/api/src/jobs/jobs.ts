import { Client } from 'pg';
import { addressOf } from '../db/migrate.ts';
import { onRunningPlatform } from '../signin/running-platform.ts';

interface Job {
  name: string;
  town: string | null;
  attempts: number;
  max_attempts: number;
  run_at: Date;
  locked_at: Date | null;
  last_error: string | null;
}

// npm run jobs: lists the jobs that wait, are under way, or have failed, with the reason and when they are tried again.
await onRunningPlatform(async (_orm, _config, ownerUrl) => {
  const client = new Client({ connectionString: addressOf(ownerUrl, 'lianxin_jobs').url });
  await client.connect();
  try {
    const { rows } = await client.query<Job>(
      `select t.identifier as name, j.payload->>'town' as town, attempts, max_attempts, run_at, locked_at, last_error
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by run_at, j.id`,
    );
    for (const job of rows) console.log(`${job.name}${job.town ? ` in ${job.town}` : ''}: ${stateOf(job)}`);
    console.log(`${rows.length} jobs`);
  } finally {
    await client.end();
  }
});

function stateOf({ attempts, max_attempts, run_at, locked_at, last_error }: Job): string {
  const failed = last_error === null ? '' : `, failed: ${last_error}`;
  if (locked_at) return `under way since ${locked_at.toISOString()}${failed}`;
  if (attempts >= max_attempts) return `given up after ${attempts} times${failed}`;
  return `at ${run_at.toISOString()}, tried ${attempts} of ${max_attempts} times${failed}`;
}
