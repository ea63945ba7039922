import type { Desk } from '../db/door.ts';
import { keptSince } from './kept.ts';
import { usageSteps } from './usage.entity.ts';

/** Deletes what is kept no more of what applications have used. */
export async function forgetUsage({ db, now }: Desk): Promise<void> {
  for (const step of usageSteps) {
    await db
      .deleteFrom('application_usage')
      .where('step', '=', step)
      .where('begins', '<', keptSince(step, now))
      .execute();
  }
}
