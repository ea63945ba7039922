import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { tasks } from '../jobs/tasks.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { jpeg } from './photo.fixture.ts';

const platform = testPlatform();

async function add(town: TestTown, client: ApiClient = town.admin): Promise<string> {
  const content = jpeg().toString('base64');
  return (await client.do('addPhoto', { town: town.code, content }, 'photo { id }')).photo.id;
}

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[2];

it('photographs that nothing has come to show go after a day; those of requests, of held visits and of today stay', async () => {
  const { town, households } = await settledTown(platform, 1);
  const other = await platform.newTown();
  const [given, shown, held, othersGiven] = [await add(town), await add(town), await add(town), await add(other)];
  await raise(town, { household: households[0], photos: [shown] });
  const requests = [{ subject: await subject(town), description: '楼道灯坏了', photos: [held] }];
  const late = await visitInput(town, households[0], '2099-01-01', {
    ...{ clientId: randomUUID(), notedAt: new Date() },
    requests,
  });
  const { results } = await town.admin.do('syncVisits', { town: town.code, visits: [late] }, 'results { status }');
  expect(results).toEqual([{ status: 'HELD' }]);
  await platform.database.sql(`update photo set added_at = added_at - interval '24 hours 1 minute'`);
  const young = await add(town);
  const kept = async () => {
    const rows = await platform.database.sql<{ id: string }>('select id from photo where town_id = any($1)', [
      [town.code, other.code],
    ]);
    return rows.map(({ id }) => id).sort();
  };
  expect(await kept()).toHaveLength(5);
  const task = tasks.find((each) => each.task.name === 'forget-photos')?.task;
  if (!task) throw new Error('There is no such task');
  await doJobs(platform, tasks);
  for (let time = 0; time < 2; time++) {
    await addRound(platform, task);
    await allDone(platform, task);
    expect(await kept()).toEqual([shown, held, young].map(uuidOf).sort());
  }
  expect([given, othersGiven].map(uuidOf).filter((id) => id === undefined)).toEqual([]);
});
