import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk, type Desk } from '../db/door.ts';
import { addressOf } from '../db/migrate.ts';
import { addJob } from './add-job.ts';
import { addRound, allDone, doJobs, hurry, jobsOf, knownTask } from './job.fixture.ts';
import type { Task } from './task.ts';

const platform = testPlatform();

const inTown = <T>(town: TestTown, work: (desk: Desk) => Promise<T>) =>
  atDesk(platform.database.orm, { role: 'app_town', town: Number(town.code) }, new Date(), 'write', work);

const soon = (claim: () => void | Promise<void>) => vi.waitFor(claim, { timeout: 15_000, interval: 20 });

it('a job runs once after its transaction commits, at a desk of its town, and never where that is rolled back', async () => {
  const town = await platform.newTown();
  const ran: unknown[] = [];
  const task = await knownTask<{ request: string }>(platform, async (desk, about) => {
    const seen = await desk.db.selectFrom('unit').select('town_id').distinct().execute();
    ran.push({ town: desk.town, about, sees: seen.map((row) => row.town_id) });
  });
  await doJobs(platform, [{ task }]);
  const [kept, dropped] = [randomUUID(), randomUUID()];
  const rolledBack = inTown(town, async (desk) => {
    await addJob(desk, task, { request: dropped });
    throw new Error('changed my mind');
  });
  await expect(rolledBack).rejects.toThrow('changed my mind');
  await inTown(town, async (desk) => {
    await addJob(desk, task, { request: kept });
    await pause(300);
    expect(ran).toEqual([]);
  });
  await soon(() => expect(ran).toHaveLength(1));
  await allDone(platform, task);
  const id = Number(town.code);
  expect(ran).toEqual([{ town: id, about: { request: kept }, sees: [id] }]);
});

it('a job that fails leaves nothing behind, is shown with its reason, and is tried again', async () => {
  const town = await platform.newTown();
  let fails = true;
  const task = await knownTask(platform, async (desk) => {
    await desk.run('insert into person (town_id, id, name) values ($1, gen_random_uuid(), $2)', [desk.town, '王']);
    if (fails) throw new Error('the line is dead');
  });
  const people = () => platform.database.sql('select from person where town_id = $1', [town.code]);
  const { said } = await doJobs(platform, [{ task }]);
  await inTown(town, (desk) => addJob(desk, task, {}));
  await soon(async () =>
    expect(await jobsOf(platform, task)).toMatchObject([
      { attempts: 1, last_error: 'the line is dead', locked_by: null },
    ]),
  );
  expect(await people()).toEqual([]);
  expect(said.join()).toContain('attempt 1 of 25');
  expect(await listed()).toMatch(
    new RegExp(`${task.name} in ${town.code}: at .+, tried \\d+ of 25 times, failed: the line is dead\n1 jobs\n$`),
  );
  fails = false;
  await hurry(platform, task);
  await allDone(platform, task);
  expect(await people()).toHaveLength(1);
});

it('a job of a name takes the place of the one that waits, and comes not before its time', async () => {
  const town = await platform.newTown();
  const ran: string[] = [];
  const task = await knownTask<{ request: string }>(platform, async (_desk, { request }) => ran.push(request));
  await doJobs(platform, [{ task }]);
  const requests = [randomUUID(), randomUUID(), randomUUID()];
  const later = new Date(Date.now() + 3_600_000);
  for (const request of requests) {
    await inTown(town, (desk) => addJob(desk, task, { request }, { at: later, instead: 'reminder' }));
  }
  await pause(200);
  expect(ran).toEqual([]);
  await hurry(platform, task);
  await allDone(platform, task);
  expect(ran).toEqual(requests.slice(-1));
});

it('the database takes jobs of known tasks, about ids, in a town and from its people alone', async () => {
  const town = await platform.newTown();
  const task = await knownTask(platform, async () => {});
  const { orm, ownerUrl } = platform.database;
  const add = (desk: Desk, name: string, about: unknown) =>
    desk.run('select app.add_job($1, $2::jsonb, null, null)', [name, JSON.stringify(about)]);
  const wrong: [string, unknown, string][] = [
    ['no-such-task', {}, '22023'],
    [task.name, { name: '王建国' }, '22023'],
    [task.name, { request: { name: randomUUID() } }, '22023'],
    [task.name, [randomUUID()], '22023'],
    [task.name, null, '22023'],
  ];
  for (const [name, about, code] of wrong) {
    await expect(
      inTown(town, (desk) => add(desk, name, about)),
      `${name} ${about}`,
    ).rejects.toMatchObject({ code });
  }
  const district = { role: 'app_district', towns: [Number(town.code)] } as const;
  for (const seat of [district, { role: 'app_platform' } as const, { role: 'app_signin' } as const]) {
    const adding = atDesk(orm, seat, new Date(), 'write', (desk) => add(desk, task.name, {}));
    await expect(adding, seat.role).rejects.toMatchObject({ code: '42501' });
  }
  await expect(inTown(town, (desk) => desk.run('select from graphile_worker.jobs'))).rejects.toMatchObject({
    code: '42501',
  });
  expect(await jobsOf(platform, task)).toEqual([]);
  // What the queue's own role may touch is the queue.
  const queue = new Client({ connectionString: addressOf(ownerUrl, 'lianxin_jobs').url });
  await queue.connect();
  for (const statement of [
    'select from unit',
    'select from account',
    'set role app_town',
    `select app.enter('app_town', '1')`,
  ]) {
    await expect(queue.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  await queue.end();
});

it('two processes share the queue: each job is done once, and both do some', async () => {
  const town = await platform.newTown();
  const done: string[] = [];
  const task = await knownTask<{ request: string }>(platform, async (_desk, { request }) => {
    await pause(20);
    done.push(request);
  });
  for (let process = 0; process < 2; process++) await doJobs(platform, [{ task }]);
  const requests = Array.from({ length: 40 }, () => randomUUID());
  const workers = new Set<string>();
  await inTown(town, async (desk) => {
    for (const request of requests) await addJob(desk, task, { request });
  });
  await soon(async () => {
    for (const { locked_by } of await jobsOf(platform, task)) if (locked_by) workers.add(locked_by);
    expect(done).toHaveLength(requests.length);
  });
  expect(done.toSorted()).toEqual(requests.toSorted());
  expect(workers.size).toBe(2);
});

it('a stop waits for the job under way and takes no other, and what was lost meanwhile is found again', async () => {
  const town = await platform.newTown();
  const done: string[] = [];
  const task = await knownTask<{ request: string }>(platform, async (_desk, { request }) => {
    await pause(400);
    done.push(request);
  });
  const requests = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const first = await doJobs(platform, [{ task }]);
  await inTown(town, async (desk) => {
    for (const request of requests) await addJob(desk, task, { request });
  });
  await soon(async () => expect((await jobsOf(platform, task)).filter((job) => job.locked_by)).toHaveLength(2));
  await first.stop();
  expect(done).toHaveLength(2);
  expect((await jobsOf(platform, task)).map(({ attempts, locked_by }) => ({ attempts, locked_by }))).toEqual([
    { attempts: 0, locked_by: null },
    { attempts: 0, locked_by: null },
  ]);
  await doJobs(platform, [{ task }]);
  await platform.database.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lianxin_jobs' and datname = current_database()`,
  );
  await allDone(platform, task);
  expect(done.toSorted()).toEqual(requests.toSorted());
});

it('a job that does not end keeps no process from stopping, and is given back', async () => {
  const town = await platform.newTown();
  let end = () => {};
  const task = await knownTask(platform, () => new Promise<void>((resolve) => (end = resolve)));
  const { stop } = await doJobs(platform, [{ task }], { longest: 200 });
  await inTown(town, (desk) => addJob(desk, task, {}));
  await soon(async () => expect(await jobsOf(platform, task)).toMatchObject([{ attempts: 1 }]));
  await stop();
  expect(await jobsOf(platform, task)).toEqual([
    { attempts: 1, last_error: 'The process had to stop', locked_by: null },
  ]);
  end();
});

it('what a killed process had taken is done by another', async () => {
  const town = await platform.newTown();
  const done: number[] = [];
  const task = await knownTask(platform, async (desk) => done.push(desk.town));
  await inTown(town, (desk) => addJob(desk, task, {}));
  const killed = stuckProcess(task);
  await soon(async () =>
    expect(await jobsOf(platform, task)).toMatchObject([{ attempts: 1, locked_by: expect.any(String) }]),
  );
  const other = await doJobs(platform, [{ task }], { patience: 300 });
  // It lives: however long it takes, its job is its own.
  await pause(1000);
  expect(done).toEqual([]);
  killed.kill('SIGKILL');
  await allDone(platform, task);
  expect(done).toEqual([Number(town.code)]);
  expect(other.said.join()).toContain('Jobs of processes that are gone can be taken again');
});

it('a round is done in every town that is set up, and one that fails keeps it from no other', async () => {
  const [one, two] = [await platform.newTown(), await platform.newTown()];
  const rounds: number[] = [];
  let broken: number | undefined = Number(one.code);
  const task = await knownTask(platform, async (desk) => {
    if (desk.town === broken) throw new Error('no power');
    rounds.push(desk.town);
  });
  await doJobs(platform, [{ task }]);
  await addRound(platform, task);
  await soon(async () => expect(await jobsOf(platform, task)).toMatchObject([{ attempts: 1, locked_by: null }]));
  const [job] = await jobsOf(platform, task);
  expect(job?.last_error).toMatch(new RegExp(`^It failed in 1 of \\d+ towns. ${one.code}: no power$`));
  expect(rounds).toContain(Number(two.code));
  expect(rounds).not.toContain(Number(one.code));
  broken = undefined;
  await hurry(platform, task);
  await allDone(platform, task);
  expect(rounds).toContain(Number(one.code));
});

/** What the command says of the queue. */
async function listed(): Promise<string> {
  const env = { PATH: process.env.PATH, DATABASE_URL: platform.database.ownerUrl };
  const args = ['--import', 'tsx', join(import.meta.dirname, 'jobs.ts')];
  return (await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, env })).stdout;
}

/** A process of its own that takes a job of the task and never ends it. */
function stuckProcess({ name }: Task) {
  const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const source = `
    import { addressOf } from ${at('../db/migrate.ts')};
    import { connect } from ${at('../db/orm.ts')};
    import { makeLog } from ${at('../log.ts')};
    import { startJobs } from ${at('./start-jobs.ts')};
    import { townTask } from ${at('./task.ts')};
    const [ownerUrl, name] = process.argv.slice(1);
    const orm = await connect(addressOf(ownerUrl, 'lianxin_app').url, 6);
    const task = townTask(name, () => new Promise(() => {}));
    await startJobs(orm, addressOf(ownerUrl, 'lianxin_jobs').url, makeLog('warn'), { planned: [{ task }] });`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', source, platform.database.ownerUrl, name];
  const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
