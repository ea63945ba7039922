import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testPlatform } from '../test/platform.ts';
import { freePort } from './free-port.ts';

const platform = testPlatform();
const api = join(import.meta.dirname, '..');

let child: ChildProcess;
let url: string;
let printed: string;

// The platform as its users start it, on the test's database.
beforeEach(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  printed = '';
  const loaded = ['tsx', join(api, 'test/fail-by-signal.ts')].flatMap((each) => ['--import', each]);
  child = spawn(process.execPath, [...loaded, join(api, 'src/main.ts')], {
    cwd: api,
    env: { PATH: process.env.PATH, PORT: `${port}`, DATABASE_URL: platform.database.ownerUrl, DEMO: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
  while ((await answers()) !== 200) {
    if (child.exitCode !== null) throw new Error(`The platform did not start:\n${printed}`);
    await pause(50);
  }
}, 70_000);
afterEach(async () => {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}, 30_000);

const answers = () => fetch(`${url}/readyz`).then(({ status }) => status, String);

/** The line of the log about a fault. */
const logged = (message: string) =>
  printed
    .split('\n')
    .filter((line) => line.includes(message))
    .map((line) => JSON.parse(line));

it('goes on after a fault that nobody waits for, and logs it with a reference; a refusal is none', async () => {
  child.kill('SIGUSR2');
  await expect.poll(() => logged('"unheard"')).toMatchObject([{ level: 50, reference: expect.any(String) }]);
  expect(await answers()).toBe(200);
  child.kill('SIGWINCH');
  await expect.poll(() => logged('"Not found."')).toMatchObject([{ level: 30 }]);
  expect(await answers()).toBe(200);
  expect(child.exitCode).toBeNull();
});

it('stops in order after a fault that is caught nowhere, and ends with 1', async () => {
  const ended = once(child, 'exit');
  child.kill('SIGHUP');
  expect(await ended).toEqual([1, null]);
  expect(logged('"uncaught"')).toMatchObject([{ level: 60 }]);
});
