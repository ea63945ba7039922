import type { Undertaking } from '../jobs/task.ts';

/** The job of making an export. Its name stays: jobs outlive versions. */
export const exportJob = { name: 'export', seat: 'none' } as const;

/** The task of making exports. */
export function exportTask(
  make: (export_: { town: number; uuid: string }, stopping: AbortSignal) => Promise<void>,
): Undertaking {
  return {
    ...exportJob,
    undertake: async ({ town, about: { export: uuid } }, stopping) => {
      if (town === undefined || uuid === undefined) throw new Error('A job of an export names the town and the export');
      await make({ town, uuid }, stopping);
    },
  };
}
