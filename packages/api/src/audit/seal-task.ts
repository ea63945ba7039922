import { addJob } from '../jobs/add-job.ts';
import { type Task, townTask } from '../jobs/task.ts';
import { most, sealSome } from './seal-readings.ts';

/** Seals a town's readings, as many as go under one seal; the rest in a job of its own. */
export const sealTask: Task<Record<never, string>> = townTask('seal-readings', async (desk) => {
  if ((await sealSome(desk)) === most) await addJob(desk, sealTask, {}, { instead: 'rest' });
});
