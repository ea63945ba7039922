import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Runner, run, type WorkerEvents, type WorkerPool } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger as Log } from 'pino';
import type { Orm } from '../db/orm.ts';
import { crontab } from './crontab.ts';
import { markLiving, releaseDead } from './living.ts';
import { queueLog } from './queue-log.ts';
import { runTask } from './run-task.ts';
import type { Planned } from './task.ts';
import { tasks } from './tasks.ts';

/** Connections of a queue beside those that take jobs and give them back: one listens, one marks the process as living. */
const furtherConnections = 2;
/** How long a stop waits for the queue to let go of jobs, in milliseconds. */
const lettingGo = 5000;
/** How long to wait where the queue ended by itself, in milliseconds. */
const beforeAgain = 5000;

/** Which jobs are done and how; for tests, what is different in them. */
export interface JobSettings {
  planned?: readonly Planned[];
  /** Jobs at a time. One that is at its desk holds one of the application’s connections. */
  atOnce?: number;
  /** How often jobs of processes that are gone are looked for, and how long ago these took them, in milliseconds. */
  patience?: number;
  /** How long a stop waits for jobs under way, in milliseconds. */
  longest?: number;
}

/**
 * Does jobs in this process until `stop`, which takes no more, waits for those under way, ten seconds at the most, and gives
 * back what is not done by then.
 * `url` signs in as lianxin_jobs, by a direct connection: it listens. Rejects where it cannot begin.
 */
export async function startJobs(
  orm: Orm,
  url: string,
  log: Log,
  { planned = tasks, atOnce = 2, patience = 60_000, longest = 10_000 }: JobSettings = {},
): Promise<{ stop(): Promise<void> }> {
  const pool = new Pool({ connectionString: url, max: atOnce + furtherConnections });
  // A connection that is lost is made again; without listeners it would end the process.
  const lost = (fault: Error) => log.warn({ err: fault }, 'The queue of jobs lost a connection');
  pool.on('error', lost).on('connect', (client) => client.on('error', lost));
  const events: WorkerEvents = new EventEmitter();
  let unmark = async () => {};
  let workers: WorkerPool | undefined;
  events.on('pool:create', ({ workerPool }) => {
    workers = workerPool;
    void unmark();
    unmark = markLiving(pool, workerPool.id, lost);
  });
  const begin = () =>
    run({
      pgPool: pool,
      taskList: Object.fromEntries(planned.map(({ task }) => [task.name, runTask(orm, task)])),
      parsedCronItems: crontab(planned),
      concurrency: atOnce,
      events,
      logger: queueLog(log),
      // The process has its own.
      noHandleSignals: true,
      // A round through all towns ends after the town that it is at.
      gracefulShutdownAbortTimeout: 0,
      // Without a delay the queue does not wait until it has written down what became of a job, and ends the process
      // where it cannot.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });

  let runner: Runner | undefined = await begin().catch(async (fault: unknown) => {
    await pool.end();
    throw fault;
  });
  const stopping = new AbortController();
  const over = (async () => {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await begin();
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (fault) {
        log.error({ err: fault }, 'The queue of jobs ended by itself; it begins again');
      }
      await pause(beforeAgain, undefined, { signal: stopping.signal }).catch(() => {});
      runner = undefined;
    }
  })();
  const releasing = setInterval(() => {
    releaseDead(pool, patience).then(
      (ids) => ids.length > 0 && log.warn({ ids }, 'Jobs of processes that are gone can be taken again'),
      lost,
    );
  }, patience);

  async function end(): Promise<void> {
    await runner?.stop().catch(() => {});
    await over;
    await unmark();
    await pool.end();
  }
  return {
    stop: async () => {
      clearInterval(releasing);
      stopping.abort();
      const late = setTimeout(() => {
        Promise.resolve(workers?.forcefulShutdown('The process had to stop')).catch(lost);
      }, longest);
      await Promise.race([end(), pause(longest + lettingGo, undefined, { ref: false })]);
      clearTimeout(late);
    },
  };
}
