import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { expect, onTestFinished, vi } from 'vitest';
import type { TestPlatform } from '../../test/platform.ts';
import { addressOf } from '../db/migrate.ts';
import { prepareJobs } from './prepare-jobs.ts';
import { type JobSettings, startJobs } from './start-jobs.ts';
import { type Ids, type Planned, type Task, townTask } from './task.ts';

/** A job as the queue shows it. */
export interface QueuedJob {
  attempts: number;
  last_error: string | null;
  locked_by: string | null;
}

/** Makes a town's task of a test's own, which the database knows. */
export async function knownTask<About extends Ids>(
  platform: TestPlatform,
  run: Task<About>['run'],
): Promise<Task<About>> {
  const task = townTask<About>(`test-${randomUUID()}`, run);
  await prepareJobs(platform.database.ownerUrl, [task.name]);
  return task;
}

/** Does jobs of these tasks as a process does, up to the end of the test; collects what it logs as warnings and errors. */
export async function doJobs({ database }: TestPlatform, planned: readonly Planned[], settings: JobSettings = {}) {
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) });
  const { url } = addressOf(database.ownerUrl, 'lianxin_jobs');
  const jobs = await startJobs(database.orm, url, log, { ...settings, planned });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= jobs.stop();
    return stopped;
  };
  onTestFinished(stop);
  return { said, stop };
}

/** The jobs of a task that wait, failed or are under way. */
export function jobsOf({ database }: TestPlatform, { name }: Pick<Task, 'name'>): Promise<QueuedJob[]> {
  return database.sql<QueuedJob>(
    `select j.attempts, j.last_error, j.locked_by from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
    [name],
  );
}

/** Adds a job as the crontab does: for no town. */
export async function addRound({ database }: TestPlatform, { name }: Pick<Task, 'name'>): Promise<void> {
  await database.sql('select graphile_worker.add_job($1)', [name]);
}

/** Has the jobs of a task that wait to be tried again be tried at once. */
export async function hurry({ database }: TestPlatform, { name }: Pick<Task, 'name'>): Promise<void> {
  await database.sql(
    `update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $1`,
    [name],
  );
}

/** Waits until no job of a task is left. */
export async function allDone(platform: TestPlatform, task: Pick<Task, 'name'>): Promise<void> {
  await vi.waitFor(async () => expect(await jobsOf(platform, task)).toEqual([]), { timeout: 28_000, interval: 50 });
}
