import type { Task as Executor } from 'graphile-worker';
import { z } from 'zod';
import { changesOf } from '../db/changes.ts';
import { atDesk, type Seat } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Ids, Task, Undertaking } from './task.ts';

const shape = z.object({ town: z.int().optional(), about: z.record(z.string(), z.string()).default({}) });

/** What the queue calls for a job of a task. One that came from the crontab names no town and is done for all. */
export function runTask(orm: Orm, task: Task | Undertaking): Executor {
  return task.seat === 'none' ? undertake(task) : runAtDesk(orm, task);
}

function undertake(task: Undertaking): Executor {
  return async (payload, { abortSignal }) => {
    const { town, about } = shape.parse(payload);
    await task.undertake({ town, about }, abortSignal);
  };
}

function runAtDesk(orm: Orm, task: Task): Executor {
  const work = (seat: Seat, about: Ids) => atDesk(orm, seat, new Date(), 'write', (desk) => task.run(desk, about));
  return async (payload, { abortSignal }) => {
    const { town, about } = shape.parse(payload);
    if (task.seat === 'app_platform' || task.seat === 'app_signin') await work({ role: task.seat }, about);
    else if (town !== undefined) await work({ role: task.seat, town }, about);
    else {
      const { seat: role, inSandbox = false } = task;
      await inEveryTown(orm, { inSandbox }, abortSignal, async (each) => {
        await work({ role, town: each }, about);
        // What happens by itself there is heard of as what people do: webhooks are sent at once.
        if (inSandbox) changesOf(orm).note(each);
      });
    }
  };
}

/** Does it in one town after the other. Those in which it fails do not keep it from the rest; they are told at the end. */
async function inEveryTown(
  orm: Orm,
  { inSandbox }: { inSandbox: boolean },
  stopping: AbortSignal,
  work: (town: number) => Promise<unknown>,
): Promise<void> {
  const towns = await atDesk(orm, { role: 'app_platform' }, new Date(), 'read', ({ db }) =>
    db
      .selectFrom('town')
      .select(['id', 'code'])
      .where('set_up_on', 'is not', null)
      .$if(inSandbox, (query) => query.where('sandbox', '=', true))
      .orderBy('id')
      .execute(),
  );
  const faults: Error[] = [];
  for (const { id, code } of towns) {
    if (stopping.aborted) throw new Error('The process stops before every town has had its turn');
    try {
      await work(id);
    } catch (cause) {
      faults.push(new Error(`${code}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }));
    }
  }
  if (faults.length === 0) return;
  const first = faults.slice(0, 3).map(({ message }) => message);
  throw new AggregateError(faults, `It failed in ${faults.length} of ${towns.length} towns. ${first.join('; ')}`);
}
