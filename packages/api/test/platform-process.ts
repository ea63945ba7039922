import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../src/free-port.ts';
import { budgetTimes } from './platform.ts';

const api = join(import.meta.dirname, '..');

/** The platform as its users start it, in a process of its own. */
export interface PlatformProcess {
  url: string;
  child: ChildProcess;
  /** What it has written so far. */
  printed(): string;
  /** Sends it a signal, unless it has ended already. Returns how it ended. */
  end(signal: NodeJS.Signals): Promise<[number | null, NodeJS.Signals | null]>;
}

/** Starts the platform on a database, with further modules loaded before it. */
export async function startPlatformProcess(
  databaseUrl: string,
  loaded: readonly string[] = [],
): Promise<PlatformProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let printed = '';
  const imports = ['tsx', ...loaded].flatMap((each) => ['--import', each]);
  const child = spawn(process.execPath, [...imports, join(api, 'src/main.ts')], {
    cwd: api,
    env: {
      PATH: process.env.PATH,
      PORT: `${port}`,
      DATABASE_URL: databaseUrl,
      DEMO: 'none',
      BUDGET_TIMES: `${budgetTimes}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`The platform did not start:\n${printed}`);
    await pause(50);
  }
  return {
    ...{ url, child },
    printed: () => printed,
    end: (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
