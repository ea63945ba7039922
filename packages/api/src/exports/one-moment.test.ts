import { spawn } from 'node:child_process';
import { Client } from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { exported, exporting, type Line, linesOf, look, makesExports, over, request } from './export.fixture.ts';

const platform = testPlatform();
const fragments = 'fragment People on Person { name } fragment Partners on Partner { name }';
const scopes = ['PERSON_REGISTER'];

/** Adds people and partners of the same names, each two in one transaction. */
const pairs = (town: TestTown, names: readonly string[]) =>
  platform.database.sql(
    `with names as (select unnest($2::text[]) as name),
       people as (insert into person (town_id, id, name) select $1, gen_random_uuid(), name from names)
     insert into partner (town_id, id, name) select $1, gen_random_uuid(), name from names`,
    [town.code, names],
  );
const named = (lines: readonly Line[], of: string) =>
  lines
    .filter(({ type }) => type === of)
    .map(({ record }) => record.name)
    .sort();
const numbered = (word: string, many: number) => Array.from({ length: many }, (_, index) => `${word}${index}`);

it('an export is of one moment, whatever is written while it is made', async () => {
  await makesExports(platform);
  const town = await platform.newTown();
  await pairs(town, numbered('早', 2000));
  const of = await exporting(platform, town, scopes);
  const asked = await request(of, { fragments });
  let isOver = false;
  let written = 0;
  const writing = (async () => {
    while (!isOver) await pairs(town, [`晚${written++}`]);
  })();
  const ready = await over(of, asked);
  isOver = true;
  await writing;
  const lines = await linesOf(of, ready);
  expect(written).toBeGreaterThan(20);
  expect(named(lines, 'Person')).toEqual(named(lines, 'Partner'));
  const late = named(lines, 'Person').filter((name) => name.startsWith('晚')).length;
  expect(late).toBeLessThan(written);
  // And what the file has not, the next one tells.
  const next = await linesOf(of, await exported(of, { since: ready.id }));
  expect(named(next, 'Person')).toHaveLength(written - late);
  expect(named(next, 'Partner')).toEqual(named(next, 'Person'));
});

it('what is committed after an export, however early it was begun, is in the next one, once', async () => {
  await makesExports(platform);
  const town = await platform.newTown();
  const of = await exporting(platform, town, scopes);
  const add = 'insert into person (town_id, id, name) values ($1, $2, $3)';
  const [slow, quick] = [await transaction(), await transaction()];
  // Begun and written first, with the earlier id, and committed last.
  await slow.query(add, [town.code, '01900000-0000-7000-8000-000000000001', '先写后提交']);
  await quick.query(add, [town.code, '01900000-0000-7000-8000-000000000002', '后写先提交']);
  await quick.query('commit');
  const first = await exported(of, { fragments });
  expect(named(await linesOf(of, first), 'Person')).toEqual(['后写先提交']);
  const between = await exported(of, { since: first.id });
  expect(await linesOf(of, between)).toEqual([]);
  await slow.query('commit');
  const last = await exported(of, { since: between.id });
  expect(named(await linesOf(of, last), 'Person')).toEqual(['先写后提交']);
  expect(await linesOf(of, await exported(of, { since: last.id }))).toEqual([]);
  // From the first one on it is told as well: who lost a file asks again since the one before.
  expect(named(await linesOf(of, await exported(of, { since: first.id })), 'Person')).toEqual(['先写后提交']);
});

it('a process killed in the middle of an export leaves it to another one, which makes all of it anew', async () => {
  const town = await platform.newTown();
  await pairs(town, numbered('人', 1000));
  const of = await exporting(platform, town, scopes);
  const asked = await request(of, { fragments });
  const killed = exportingProcess();
  await vi.waitFor(async () => expect(await look(of, asked.id)).toMatchObject({ state: 'RUNNING' }), {
    timeout: 90_000,
    interval: 20,
  });
  // What notes how far it has come waits for this transaction, and so it stands in the middle.
  const holder = await transaction();
  await holder.query('select from export where town_id = $1 for update', [town.code]);
  await vi.waitFor(
    async () => {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(await platform.database.sql(waiting)).toHaveLength(1);
    },
    { timeout: 90_000, interval: 20 },
  );
  killed.kill('SIGKILL');
  await holder.query('rollback');
  expect((await look(of, asked.id)).state).toBe('RUNNING');
  await pairs(town, ['之后']);
  await makesExports(platform, 200);
  const ready = await over(of, asked);
  expect(ready.state).toBe('READY');
  const lines = await linesOf(of, ready);
  expect(named(lines, 'Person')).toEqual([...numbered('人', 1000), '之后'].sort());
  expect(new Set(lines.map(({ id }) => readGlobalId(id)?.key)).size).toBe(lines.length);
  expect(await platform.database.sql('select attempts from export where town_id = $1', [town.code])).toEqual([
    { attempts: 2 },
  ]);
}, 180_000);

it.each(['withdrawn', 'cancelled'])('an export that is %s in the middle stops, and leaves nothing', async (what) => {
  const { said } = await makesExports(platform);
  const town = await platform.newTown();
  await pairs(town, numbered('人', 1000));
  const of = await exporting(platform, town, scopes);
  const asked = await request(of, { fragments });
  await vi.waitFor(async () => expect(await look(of, asked.id)).toMatchObject({ state: 'RUNNING' }), {
    timeout: 90_000,
    interval: 20,
  });
  const holder = await transaction();
  await holder.query('select from export where town_id = $1 for update', [town.code]);
  const ending =
    what === 'withdrawn'
      ? town.admin.do('withdrawConsent', { consent: of.consent }, 'consent { id }')
      : of.client.do('cancelExport', { export: asked.id }, 'export { id }');
  await vi.waitFor(
    async () => {
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect((await platform.database.sql(waiting)).length).toBeGreaterThan(0);
    },
    { timeout: 90_000, interval: 20 },
  );
  await holder.query('rollback');
  await ending;
  const [job] = await vi.waitFor(
    async () => {
      const jobs = await platform.database.sql(
        'select last_error from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where identifier = $1',
        ['export'],
      );
      expect(jobs).toEqual([]);
      return await platform.database.sql<{ state: string; parts: number }>(
        'select state, (select count(*)::int from export_part p where p.town_id = e.town_id) as parts from export e where town_id = $1',
        [town.code],
      );
    },
    { timeout: 15_000, interval: 50 },
  );
  expect(job).toEqual({ state: what.toUpperCase(), parts: 0 });
  expect(said).toEqual([]);
});

/** A transaction of the database’s owner, up to the end of the test. */
async function transaction(): Promise<Client> {
  const client = new Client({ connectionString: platform.database.ownerUrl });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('begin');
  return client;
}

/** A process of its own that makes exports. */
function exportingProcess() {
  const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const source = `
    import 'reflect-metadata';
    import { addressOf } from ${at('../db/migrate.ts')};
    import { connect } from ${at('../db/orm.ts')};
    import { makeLog } from ${at('../log.ts')};
    import { startExports } from ${at('./start-exports.ts')};
    const [ownerUrl] = process.argv.slice(1);
    const orm = await connect(addressOf(ownerUrl, 'lianxin_app').url, 6);
    await startExports(orm, addressOf(ownerUrl, 'lianxin_jobs').url, makeLog('warn'));`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', source, platform.database.ownerUrl];
  const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ['ignore', 'ignore', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
