import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';

const platform = testPlatform();

it('hours are kept for 7 days and days for 13 months, and no longer', async () => {
  const [{ id } = { id: '' }] = await platform.database.sql<{ id: string }>('select gen_random_uuid() as id');
  const add = (step: string, ago: string) =>
    platform.database.sql(
      `insert into application_usage select 0, $1, $2, date_trunc('hour', now() - $3::interval), $1, 1, 0, 0, 0, 1, 1`,
      [id, step, ago],
    );
  const [hour, day] = [['6 days 23 hours', '8 days'] as const, ['12 months 25 days', '13 months 2 days'] as const];
  for (const ago of hour) await add('HOUR', ago);
  for (const ago of [...hour, ...day]) await add('DAY', ago);
  const kept = () =>
    platform.database.sql(
      `select step, count(*)::int as n from application_usage where global_application_id = $1 group by step order by step`,
      [id],
    );
  expect(await kept()).toEqual([
    { step: 'DAY', n: 4 },
    { step: 'HOUR', n: 2 },
  ]);
  await doJobs(platform, tasks);
  const planned = tasks.find(({ task }) => task.name === 'forget-usage');
  expect(planned).toMatchObject({ minutes: '27', hours: '3' });
  if (!planned) return;
  await addRound(platform, planned.task);
  await allDone(platform, planned.task);
  expect(await kept()).toEqual([
    { step: 'DAY', n: 3 },
    { step: 'HOUR', n: 1 },
  ]);
});
