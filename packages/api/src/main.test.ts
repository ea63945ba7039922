import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testPlatform } from '../test/platform.ts';
import { type PlatformProcess, startPlatformProcess } from '../test/platform-process.ts';

const platform = testPlatform();

let running: PlatformProcess;
beforeEach(async () => {
  const failing = join(import.meta.dirname, '../test/fail-by-signal.ts');
  running = await startPlatformProcess(platform.database.ownerUrl, [failing]);
}, 70_000);
afterEach(() => running.end('SIGTERM'), 30_000);

const answers = () => fetch(`${running.url}/readyz`).then(({ status }) => status, String);

/** The line of the log about a fault. */
const logged = (message: string) =>
  running
    .printed()
    .split('\n')
    .filter((line) => line.includes(message))
    .map((line) => JSON.parse(line));

it('goes on after a fault that nobody waits for, and logs it with a reference; a refusal is none', async () => {
  running.child.kill('SIGUSR2');
  await expect.poll(() => logged('"unheard"')).toMatchObject([{ level: 50, reference: expect.any(String) }]);
  expect(await answers()).toBe(200);
  running.child.kill('SIGWINCH');
  await expect.poll(() => logged('"Not found."')).toMatchObject([{ level: 30 }]);
  expect(await answers()).toBe(200);
  expect(running.child.exitCode).toBeNull();
});

it('stops in order after a fault that is caught nowhere, and ends with 1', async () => {
  expect(await running.end('SIGHUP')).toEqual([1, null]);
  expect(logged('"uncaught"')).toMatchObject([{ level: 60 }]);
});
