import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { EmbeddedServerError, systemCode } from './embedded-error.ts';
import { processLife } from './embedded-process.ts';

const holderShape = z.object({ pid: z.int(), life: z.string(), port: z.int().optional() });

/** Who uses a data folder: the process, which life of its number, and the port of its PostgreSQL once it listens. */
export type Holder = z.infer<typeof holderShape>;

/** A data folder that this process alone may use. */
export type DataLock = { recordPort(port: number): Promise<void>; release(): Promise<void> };

const lockFile = (dataDir: string) => join(dataDir, 'lock.json');

/**
 * Takes the data folder for this process. A lock whose process is dead is taken over.
 * @throws EmbeddedServerError when a living process holds it.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const file = lockFile(dataDir);
  const self: Holder = { pid: process.pid, life: (await processLife(process.pid)) ?? '' };
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await createLock(file, self)) {
      return {
        recordPort: (port) => replace(file, { ...self, port }),
        release: () => rm(file, { force: true }),
      };
    }
    const text = await readFile(file, 'utf8').catch(() => '');
    const holder = parseHolder(text);
    if (holder && (await isAlive(holder))) {
      throw new EmbeddedServerError(
        `Lianxin is already running, pid ${holder.pid}, with the data in ${dataDir}. Stop it first, or use it.`,
      );
    }
    // An empty file is one that another process is just about to fill, unless it stays so.
    if (!holder && attempt < 20) await sleep(50);
    else await removeDeadLock(file, text);
  }
  throw new EmbeddedServerError(`Too many processes want ${dataDir} at once. Start one of them again.`);
}

/** The living process that uses a data folder, if there is one. */
export async function dataFolderHolder(dataDir: string): Promise<Holder | undefined> {
  const holder = parseHolder(await readFile(lockFile(dataDir), 'utf8').catch(() => ''));
  return holder && (await isAlive(holder)) ? holder : undefined;
}

async function createLock(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function replace(file: string, holder: Holder): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(holder), { mode: 0o600 });
  await rename(fresh, file);
}

/** Of several processes that find the same dead lock only one can rename it; a lock renamed by mistake goes back. */
async function removeDeadLock(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await readFile(aside, 'utf8');
  if (taken === text) await rm(aside);
  else await rename(aside, file);
}

function parseHolder(text: string): Holder | undefined {
  try {
    return holderShape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  return (await processLife(holder.pid)) === holder.life;
}
