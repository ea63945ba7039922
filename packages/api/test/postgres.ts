import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { importHolidays } from '../src/calendars/import-holidays.ts';
import { deleteEmbeddedData, startEmbeddedServer } from '../src/db/embedded-server.ts';
import { migrate } from '../src/db/migrate.ts';
import { prepareJobs } from '../src/jobs/prepare-jobs.ts';
import { importRegister } from '../src/register/import-register.ts';
import { copyIntoMemory } from './copy.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Database `lianxin` of this run's PostgreSQL, as its owner: migrated, with the register, and used by nobody. */
    templateUrl: string;
  }
}

/** Starts one PostgreSQL for the whole run and prepares the database that every test file gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-test-'));
  const server = await startEmbeddedServer({ dataDir, durable: false, progress: console.log });
  await migrate(server.ownerUrl);
  await prepareJobs(server.ownerUrl);
  await importRegister(server.ownerUrl);
  await importHolidays(server.ownerUrl);
  const giveMemoryBack = await copyIntoMemory(server.ownerUrl);
  project.provide('templateUrl', server.ownerUrl);
  return async () => {
    await server.stop();
    await giveMemoryBack();
    await deleteEmbeddedData(dataDir);
  };
}
