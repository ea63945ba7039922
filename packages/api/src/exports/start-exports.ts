import type { Logger } from 'pino';
import { furtherPool, type Orm } from '../db/orm.ts';
import { type JobSettings, startJobs } from '../jobs/start-jobs.ts';
import { exportTask } from './export-task.ts';
import { runExport } from './run-export.ts';

/** Connections for the one export that a process makes at a time: what it reads of the town and across towns, and what it writes. */
const connections = 3;

/**
 * Makes exports in this process until `stop`, one at a time and in a queue of its own, so that no other job waits for one. `url` as for
 * `startJobs`. Rejects where it cannot begin.
 */
export async function startExports(
  orm: Orm,
  url: string,
  log: Logger,
  settings: Pick<JobSettings, 'patience' | 'longest'> = {},
): Promise<{ stop(): Promise<void> }> {
  const pool = furtherPool(orm, connections);
  pool.on('error', (err) => log.warn({ err }, 'An export lost a connection'));
  const lent = { pool, sealing: orm.sealing };
  const task = exportTask((about, stopping) => runExport(orm, lent, about, stopping));
  const jobs = await startJobs(orm, url, log, { ...settings, atOnce: 1, planned: [{ task }] });
  return {
    stop: async () => {
      await jobs.stop();
      await pool.end();
    },
  };
}
