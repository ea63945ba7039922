import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteEmbeddedData } from '../../api/src/db/embedded-server.ts';

const api = join(import.meta.dirname, '../../api');
const web = join(import.meta.dirname, '../dist/index.html');

/** What the demo accounts sign in with; the platform prints it when it starts. */
export const demoPassword = 'lianxin-demo-2026';

/** A whole platform, as its users start it: a process of its own with the built web and the small demo. */
export async function startPlatform(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (!existsSync(web)) throw new Error(`The web is not built: ${web} is missing. Run "pnpm build" in packages/web.`);
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-web-test-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', join(api, 'src/main.ts')], {
    cwd: api,
    env: { ...process.env, PORT: `${port}`, DATA_DIR: dataDir, DEMO: 'small', DATABASE_URL: '', PUBLIC_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://localhost:${port}`;
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await deleteEmbeddedData(dataDir);
  };
  while (!(await answers(`${url}/readyz`))) {
    if (child.exitCode !== null) throw new Error(`The platform did not start:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { url, stop };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
