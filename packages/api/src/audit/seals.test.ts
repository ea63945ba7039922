import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { addRound, allDone, doJobs } from '../jobs/job.fixture.ts';
import { type Inhabited, inhabitedTown } from '../residents/resident.fixture.ts';
import { sealReadings } from './seal-readings.ts';
import { sealTask } from './seal-task.ts';
import { verifySeals } from './verify-seals.ts';

const platform = testPlatform();
const run = promisify(execFile);

const seal = ({ town }: Inhabited, now = new Date()) => sealReadings(platform.database.orm, Number(town.code), now);
const verify = ({ town }: Inhabited) => verifySeals(platform.database.orm, Number(town.code), new Date());

async function look({ town, heads }: Inhabited, times: number): Promise<void> {
  const query = 'query Look($id: ID!) @purpose(of: CHECK) { resident(id: $id) { name } }';
  for (let each = 0; each < times; each++) await town.admin.ask(query, { id: heads[0] });
}

/** The command, as whoever runs the platform types it. */
function audit(...args: string[]) {
  const options = {
    cwd: resolve(import.meta.dirname, '../../../..'),
    env: { PATH: process.env.PATH, DATABASE_URL: platform.database.ownerUrl },
  };
  return run(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'audit.ts'), ...args], options);
}

it('readings are sealed once each, however late they come and whoever seals at the same time', async () => {
  const settled = await inhabitedTown(platform, 1);
  await look(settled, 2);
  expect(await verify(settled)).toMatchObject({ seals: 0, sealed: 0, unsealed: 2, faults: [] });
  const sealed = await Promise.all([seal(settled), seal(settled), seal(settled)]);
  expect(sealed.sort()).toEqual([0, 0, 2]);
  expect(await seal(settled)).toBe(0);
  await look(settled, 1);
  // An operation that began before the seal and was slow.
  await platform.database.sql(
    `insert into audit_reading select town_id, gen_random_uuid(), read_at - interval '1 hour', account_id, operation, purpose, fields, subjects
     from audit_reading where town_id = $1 order by read_at desc limit 1`,
    [settled.town.code],
  );
  expect(await seal(settled, new Date(Date.now() + 3_600_000))).toBe(2);
  expect(await verify(settled)).toMatchObject({ seals: 2, sealed: 4, unsealed: 0, faults: [] });
});

it('a job seals the readings of every town, however many there are', async () => {
  const settled = await inhabitedTown(platform, 1);
  await look(settled, 1);
  await platform.database.sql(
    `insert into audit_reading select town_id, gen_random_uuid(), read_at, account_id, operation, purpose, fields, subjects
     from audit_reading, generate_series(1, 1200) where town_id = $1`,
    [settled.town.code],
  );
  await doJobs(platform, [{ task: sealTask }]);
  await addRound(platform, sealTask);
  await allDone(platform, sealTask);
  expect(await verify(settled)).toMatchObject({ seals: 2, sealed: 1201, unsealed: 0, faults: [] });
});

it('whatever of a sealed reading is changed or taken away is found by the command, and so is a chain made anew', async () => {
  const settled = await inhabitedTown(platform, 1);
  const { code } = settled.town;
  for (let each = 0; each < 3; each++) {
    await look(settled, 1);
    await seal(settled);
  }
  await look(settled, 1);
  const { stdout } = await audit();
  expect(stdout).toContain(`${code}: 3 readings under 3 seals`);
  expect(stdout).toContain('1 not sealed yet');
  const written =
    /\d{9}:\d+:[0-9a-f]{64}/.exec(stdout.split('\n').find((line) => line.startsWith(code)) ?? '')?.[0] ?? '';
  expect((await audit('--seal', written)).stdout).toContain(`${code}: 4 readings under 4 seals`);

  const { sql } = platform.database;
  const [row] = await sql<{ id: string }>(
    'select readings[1] as id from audit_seal where town_id = $1 and number = 2',
    [code],
  );
  const stranger = '00000000-0000-4000-8000-000000000000';
  for (const change of [
    `purpose = 'VISIT'`,
    'purpose = null',
    `account_id = '${stranger}'`,
    `operation = 'Other'`,
    `read_at = read_at + interval '1 minute'`,
    `fields = '{}'`,
    `subjects = array['${stranger}']::uuid[]`,
  ]) {
    await sql('create table kept as select * from audit_reading where id = $1', [row?.id]);
    await sql(`update audit_reading set ${change} where id = $1`, [row?.id]);
    expect((await verify(settled)).faults, change).toEqual([expect.stringContaining('Seal 2 does not fit')]);
    await sql('delete from audit_reading where id = $1', [row?.id]);
    expect((await verify(settled)).faults).toEqual([expect.stringContaining(`under seal 2 are gone: ${row?.id}`)]);
    await sql('insert into audit_reading select * from kept');
    await sql('drop table kept');
  }
  expect((await verify(settled)).faults).toEqual([]);
  await sql('delete from audit_seal where town_id = $1 and number = 2', [code]);
  expect((await verify(settled)).faults[0]).toBe('Seal 2 is gone.');
  await expect(audit()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(`${code}: Seal 2 is gone.`) });
  await sql('delete from audit_seal where town_id = $1', [code]);
  await sql(`update audit_reading set purpose = 'VISIT' where id = $1`, [row?.id]);
  await seal(settled);
  expect((await verify(settled)).faults).toEqual([]);
  await expect(audit(written)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Seal 3 is not the one that was written down'),
  });
});

it('the command says what it does not know', async () => {
  await expect(audit('--all')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm run audit') });
});
