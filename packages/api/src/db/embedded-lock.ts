import { mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddedServerError, systemCode } from './embedded-error.ts';
import { processLife } from './embedded-process.ts';

const holderShape = z.object({ pid: z.int(), life: z.string() });

/** Who uses a data folder: the process, and which life of its number. */
export type Holder = z.infer<typeof holderShape>;

/** A data folder that this process alone may use, until it releases it or ends. */
export type DataLock = { release(): Promise<void> };

/*
 * The lock is a row of numbered symbolic links whose target says who holds it (they are made in one step, or not at
 * all). The highest counts. Taking over from a dead holder is making the next number, which only one process can;
 * the highest is never deleted, so a slow process that makes an old number again sees a higher one and gives way.
 */
const lockFolder = (dataDir: string) => join(dataDir, 'lock');

/**
 * Takes the data folder for this process. A lock whose process is dead is taken over.
 * @throws EmbeddedServerError when a living process holds it.
 */
export async function lockDataFolder(dataDir: string): Promise<DataLock> {
  const folder = lockFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const self: Holder = { pid: process.pid, life: (await processLife(process.pid)) ?? '' };
  for (;;) {
    const highest = Math.max(0, ...(await lockNumbers(folder)));
    const holder = await livingHolder(folder, highest);
    if (holder) {
      throw new EmbeddedServerError(
        `Lianxin is already running, pid ${holder.pid}, with the data in ${dataDir}. Stop it first, or use it.`,
      );
    }
    const own = highest + 1;
    if (!(await makeLink(folder, own, JSON.stringify(self)))) continue;
    const numbers = await lockNumbers(folder);
    if (numbers.some((number) => number > own)) {
      await removeLink(folder, own);
      continue;
    }
    for (const number of numbers) if (number < own) await removeLink(folder, number);
    return {
      release: async () => {
        await makeLink(folder, own + 1, 'free');
        await removeLink(folder, own);
      },
    };
  }
}

/** The living process that uses a data folder, if there is one. */
export async function dataFolderHolder(dataDir: string): Promise<Holder | undefined> {
  const folder = lockFolder(dataDir);
  return await livingHolder(folder, Math.max(0, ...(await lockNumbers(folder))));
}

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^[0-9]+$/.test(name)).map(Number);
}

async function makeLink(folder: string, number: number, target: string): Promise<boolean> {
  try {
    await symlink(target, join(folder, String(number)));
    return true;
  } catch (cause) {
    if (systemCode(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function removeLink(folder: string, number: number): Promise<void> {
  await rm(join(folder, String(number)), { force: true });
}

async function livingHolder(folder: string, number: number): Promise<Holder | undefined> {
  const target = await readlink(join(folder, String(number))).catch(() => 'free');
  if (target === 'free') return undefined;
  const holder = holderShape.safeParse(JSON.parse(target));
  return holder.success && (await processLife(holder.data.pid)) === holder.data.life ? holder.data : undefined;
}
