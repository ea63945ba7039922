import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { deleteEmbeddedData, startEmbeddedServer } from '../../api/src/db/embedded-server.ts';
import { copyIntoMemory } from '../../api/test/copy.ts';
import { unpackBrowser } from './browser.ts';
import { startProcess, startServingCopies } from './process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database with the small demo, as its owner; used by nobody. */
    demoUrl: string;
    /** Where the process is told which copies of it to serve. */
    servingUrl: string;
  }
}

/** Unpacks the browser, starts one PostgreSQL for the whole run, makes the demo that every test file gets a copy of, and serves those. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-web-test-'));
  const server = await startEmbeddedServer({ dataDir, durable: false, progress: console.log });
  const [platform] = await Promise.all([startProcess({ DATABASE_URL: server.ownerUrl }), unpackBrowser()]);
  await platform.stop();
  const giveMemoryBack = await copyIntoMemory(server.ownerUrl);
  const serving = await startServingCopies();
  project.provide('demoUrl', server.ownerUrl);
  project.provide('servingUrl', serving.url);
  return async () => {
    await serving.stop();
    await server.stop();
    await giveMemoryBack();
    await deleteEmbeddedData(dataDir);
  };
}
