import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import type { Binaries } from './embedded-binaries.ts';
import { cleanEnvironment } from './embedded-cluster.ts';
import { EmbeddedServerError, type Progress, tellWhenSlow } from './embedded-error.ts';
import { isProcessNumberTaken, postgresProcessesIn } from './embedded-process.ts';

/** A PostgreSQL that this process has started and that accepts connections on 127.0.0.1. */
export type Postmaster = { port: number; stop(): Promise<void> };

// Chosen for a small machine: two cores, a few gigabytes.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  log_checkpoints: 'off',
  // DETAIL and the text of statements may hold residents' data; the application logs its own errors.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};
const notDurable = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * Ends what an earlier Lianxin left running in a data folder, and clears what keeps PostgreSQL from starting there.
 * Call it only with the data folder locked: then whatever runs there has lost its owner.
 */
export async function clearFormerPostmaster(data: string, progress: Progress): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = await postmasterPid(file);
  if ((await postgresProcessesIn(data)).length > 0) {
    await tellWhenSlow(progress, 'Stopping the PostgreSQL of an earlier run', stopFormer(data, pid));
  }
  // PostgreSQL clears a file whose process is gone, but not one whose number now belongs to somebody else.
  const left = await postmasterPid(file);
  if (left !== undefined && isProcessNumberTaken(left)) await rm(file, { force: true });
}

async function stopFormer(data: string, pid: number | undefined): Promise<void> {
  // First a fast shutdown, then an immediate one. A killed postmaster's children end by themselves.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const running = await postgresProcessesIn(data);
    if (pid !== undefined && running.includes(pid)) process.kill(pid, signal);
    for (let waited = 0; waited < 15_000; waited += 50) {
      if ((await postgresProcessesIn(data)).length === 0) return;
      await sleep(50);
    }
  }
  const running = await postgresProcessesIn(data);
  throw new EmbeddedServerError(`PostgreSQL processes ${running.join(', ')} still use ${data}. End them, then start.`);
}

/** The port of the PostgreSQL that runs in a data folder and accepts connections; undefined when none does. */
export async function listeningPort(data: string): Promise<number | undefined> {
  const lines = await fileLines(join(data, 'postmaster.pid'));
  const running = lines[7]?.startsWith('ready') && (await postgresProcessesIn(data)).includes(Number(lines[0]));
  return running ? Number(lines[3]) : undefined;
}

async function postmasterPid(file: string): Promise<number | undefined> {
  const pid = Number((await fileLines(file))[0]);
  return pid > 0 ? pid : undefined;
}

async function fileLines(file: string): Promise<string[]> {
  return (await readFile(file, 'utf8').catch(() => '')).split('\n');
}

/**
 * Starts PostgreSQL on a free port and waits until it accepts connections. It ends when this process ends, however.
 * @throws EmbeddedServerError with the end of its log when it does not start.
 */
export async function startPostmaster(
  data: string,
  log: string,
  { postgres, account }: Binaries,
  durable: boolean,
  progress: Progress,
): Promise<Postmaster> {
  await rename(log, `${log}.1`).catch(() => {});
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const all = { ...settings, ...(durable ? {} : notDurable), port: String(port) };
    const options = ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    const output = await open(log, 'a', 0o600);
    const child = spawn(postgres, options, {
      ...account,
      cwd: '/',
      env: cleanEnvironment,
      // A session of its own: Ctrl-C in the terminal must reach us, not the database under us.
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    const ended = endOf(child);
    const watcher = child.pid === undefined ? undefined : watch(child.pid, account, ended);
    const ready = waitUntilReady(join(data, 'postmaster.pid'), child, ended);
    const problem = await tellWhenSlow(progress, 'Waiting for PostgreSQL (after a crash it first recovers)', ready);
    await output.close();
    if (problem === undefined) return { port, stop: () => stopPostmaster(child, ended, watcher) };
    const said = await readFile(log, 'utf8').catch(() => '');
    if (attempt < 3 && said.includes('could not bind')) continue;
    throw new EmbeddedServerError(`PostgreSQL did not start (${problem}).\n${said.slice(-2000)}Its log is ${log}.`);
  }
}

/** Resolves with how a process ended or why it could not be started; never rejects. */
function endOf(child: ChildProcess): Promise<string> {
  // Alone, a database must not keep our process from ending.
  child.unref();
  return new Promise((resolve) => {
    child.once('error', (cause) => resolve(cause.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

/** A shell that reads from a pipe of ours: when we die, in whatever way, the pipe closes and PostgreSQL is stopped. */
function watch(pid: number, account: Binaries['account'], ended: Promise<string>): ChildProcess {
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...account,
    cwd: '/',
    env: cleanEnvironment,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.unref();
  watcher.once('error', () => {});
  ended.then(() => watcher.kill('SIGKILL'));
  return watcher;
}

/** Undefined when the postmaster says so in its file, as pg_ctl waits for it; else why it will not. */
async function waitUntilReady(file: string, child: ChildProcess, ended: Promise<string>): Promise<string | undefined> {
  const over = { problem: '' };
  ended.then((problem) => {
    over.problem = problem;
  });
  while (over.problem === '') {
    const lines = await fileLines(file);
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready')) return undefined;
    await sleep(20);
  }
  return over.problem;
}

async function stopPostmaster(child: ChildProcess, ended: Promise<string>, watcher: ChildProcess | undefined) {
  child.ref();
  child.kill('SIGINT');
  // A fast shutdown ends every connection; thirty seconds are for writing out what is in memory.
  const late = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(late);
  watcher?.kill('SIGKILL');
}
