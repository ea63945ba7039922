import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../api/src/free-port.ts';

const api = join(import.meta.dirname, '../../api');

/** The bench asks more than any caller may: so many times the usual points. */
export const unmetered = 1_000_000;

/** The product in a process of its own. */
export interface Product {
  url: string;
  pid: number;
  /** Begins to watch how much memory it takes; returns what tells the most since then, in megabytes. Linux alone knows. */
  watchMemory(): () => number;
  stop(): Promise<void>;
}

/** Starts the product on a database, as its users do, whose callers have so many times the usual points. */
export async function startProduct(databaseUrl: string, budgetTimes: number): Promise<Product> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', join(api, 'src/main.ts')], {
    cwd: api,
    env: {
      ...process.env,
      PORT: `${port}`,
      DATABASE_URL: databaseUrl,
      DEMO: 'none',
      PUBLIC_URL: '',
      LOG_LEVEL: 'error',
      BUDGET_TIMES: `${budgetTimes}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error('The product did not start');
    await pause(50);
  }
  return {
    url,
    pid: child.pid ?? 0,
    watchMemory: () => {
      // This has the kernel forget the most that the process has held so far.
      writeFileSync(`/proc/${child.pid}/clear_refs`, '5');
      return () => {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024;
      };
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
