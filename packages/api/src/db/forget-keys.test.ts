import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';

const platform = testPlatform();

it('every hour records of idempotency older than a day go, in all towns and at the platform, and no others', async () => {
  const towns = [await platform.newTown(), await platform.newTown()];
  for (const { code, admin } of towns) {
    for (const idempotencyKey of ['old', 'young']) {
      await admin.do('registerPerson', { town: code, name: '王建国', idempotencyKey }, 'person { id }');
    }
  }
  for (const idempotencyKey of ['old', 'young']) {
    const input = { district: '310112', name: `office-${idempotencyKey}`, displayName: '闵行区', idempotencyKey };
    await platform.operator.do('openOfficeAccount', input, 'account { id }');
  }
  await platform.database.sql(
    `update idempotency_record set created_at = now() - interval '24 hours 1 minute' where key = 'old'`,
  );
  const kept = async () =>
    (await platform.database.sql(`select town_id, key from idempotency_record order by town_id, key`)).map(
      ({ town_id, key }) => `${town_id} ${key}`,
    );
  expect(await kept()).toHaveLength(6);
  await doJobs(platform, tasks);
  const names = tasks.filter(({ minutes }) => minutes === '17').map(({ task }) => task);
  expect(names).toHaveLength(2);
  for (const task of names) await addRound(platform, task);
  for (const task of names) await allDone(platform, task);
  expect(await kept()).toEqual([0, ...towns.map(({ code }) => Number(code)).sort()].map((town) => `${town} young`));
});
