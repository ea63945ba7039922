import type { Desk } from '../db/door.ts';
import { addJob } from '../jobs/add-job.ts';
import { dayOf } from '../today.ts';
import { queueTask } from './queue-webhooks.ts';

/**
 * Notes once of each consent of the desk's town that its last day is over, so that its application is told: a trigger does that (migration
 * 105), as of an end that somebody decided. It is sent at once. Two statements at the most.
 */
export async function noteConsentsOver(desk: Desk): Promise<void> {
  const over = await desk.db
    .updateTable('application_consent')
    .set({ run_out_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('ended_at', 'is', null)
    .where('run_out_at', 'is', null)
    .where('valid_to', '<=', dayOf(desk.now))
    .returning('id')
    .execute();
  if (over.length > 0) await addJob(desk, queueTask, {}, { instead: 'consents over' });
}
