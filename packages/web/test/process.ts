import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../api/src/free-port.ts';

const api = join(import.meta.dirname, '../../api');

/** Where a platform keeps its data: an embedded PostgreSQL's folder, or a database of one's own. */
export type Data = { DATA_DIR: string } | { DATABASE_URL: string };

/** Starts a platform with the small demo, as its users do: a process of its own. Resolves once it answers. */
export async function startProcess(data: Data): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', join(api, 'src/main.ts')], {
    cwd: api,
    env: { ...process.env, PORT: `${port}`, DEMO: 'small', DATABASE_URL: '', PUBLIC_URL: '', ...data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://localhost:${port}`;
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`The platform did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop };
}

/** Starts the process that serves copies of the demo (api/test/serve-copies.ts). Resolves with where it is told which. */
export async function startServingCopies(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(api, 'test/serve-copies.ts')], {
    cwd: api,
    // Its input ends with this process, however that ends, and it with its input.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const told = await Promise.race([once(child.stdout, 'data'), ended.then(() => undefined)]);
  if (told === undefined) throw new Error('What serves copies of the demo did not start');
  return { url: String(told[0]).trim(), stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
