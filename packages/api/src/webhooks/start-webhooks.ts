import type { Logger } from 'pino';
import { changesOf } from '../db/changes.ts';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { type JobSettings, startJobs } from '../jobs/start-jobs.ts';
import { type Egress, Poster } from './post.ts';
import { queueWebhooks } from './queue-webhooks.ts';
import { sendTask } from './send-webhooks.ts';

/**
 * Endpoints that one process sends to at a time: more than it does other jobs, since each mostly waits for somebody else’s machine,
 * and one that hangs shall not keep others waiting.
 */
const atOnce = 6;

/** Beside them, those that kept others waiting when they were sent to last. */
const slowAtOnce = 3;

/**
 * Sends webhooks in this process until `stop`, in a queue of its own, so that other jobs do not wait for others’ machines. What is
 * changed by any process is sent soon after its commit; what is not heard of, by the job that looks every minute.
 * `url` as for `startJobs`. Rejects where it cannot begin.
 */
export async function startWebhooks(
  orm: Orm,
  url: string,
  log: Logger,
  egress: Egress,
  settings: Pick<JobSettings, 'patience' | 'longest'> = {},
): Promise<{ stop(): Promise<void> }> {
  const poster = new Poster(egress);
  const queue = async (towns?: readonly number[]) => {
    try {
      await atDesk(orm, { role: 'app_platform' }, new Date(), 'write', (desk) => queueWebhooks(desk, towns));
    } catch (err) {
      log.warn({ err }, 'Webhooks that are due were not looked for; the next look is within a minute');
    }
  };
  const planned = (name: Parameters<typeof sendTask>[2]) => [{ task: sendTask(orm, poster, name) }];
  const jobs = await startJobs(orm, url, log, { ...settings, atOnce, planned: planned('send-webhooks') });
  const slowJobs = await startJobs(orm, url, log, {
    ...{ ...settings, atOnce: slowAtOnce },
    planned: planned('send-slow-webhooks'),
  }).catch(async (fault: unknown) => {
    await jobs.stop();
    throw fault;
  });
  // What became due while no process ran.
  await queue();
  const leave = changesOf(orm).watch({ changed: (towns) => void queue(towns), missed: () => void queue() });
  return {
    stop: async () => {
      leave();
      await Promise.all([jobs.stop(), slowJobs.stop()]);
      poster.close();
    },
  };
}
