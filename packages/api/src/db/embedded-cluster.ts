import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { type Binaries, rootFolder, serverAccount } from './embedded-binaries.ts';
import { EmbeddedServerError, type Progress, tellWhenSlow } from './embedded-error.ts';

const run = promisify(execFile);
const ownerShape = z.object({ data: z.string(), password: z.string() });

/** Where the data of a folder really are, and the password of `lianxin_owner` for them. */
export type Cluster = z.infer<typeof ownerShape>;

/** The role that owns everything in the embedded server. */
export const owner = 'lianxin_owner';

/** PostgreSQL gets this environment and nothing of ours: no PG* variable, no language of the machine. */
export const cleanEnvironment = { LC_ALL: 'C', PATH: '/usr/bin:/bin' };

const ownerFile = (dataDir: string) => join(dataDir, 'owner.json');

/** The folder of PostgreSQL's data for a data folder (an absolute path without symbolic links). */
export function clusterFolder(dataDir: string): string {
  if (!serverAccount()) return join(dataDir, 'postgres');
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(rootFolder, hash, 'postgres');
}

/** What was recorded when the data were made; undefined when nothing was. */
export async function recordedCluster(dataDir: string): Promise<Cluster | undefined> {
  if (!existsSync(ownerFile(dataDir))) return undefined;
  return ownerShape.parse(JSON.parse(await readFile(ownerFile(dataDir), 'utf8')));
}

/**
 * Finds the data of a folder, or makes new ones.
 * @throws EmbeddedServerError when they were moved, belong to another account or to another PostgreSQL.
 */
export async function prepareCluster(
  dataDir: string,
  binaries: Binaries,
  durable: boolean,
  progress: Progress,
): Promise<Cluster> {
  const data = clusterFolder(dataDir);
  const recorded = await recordedCluster(dataDir);
  if (recorded && recorded.data !== data && existsSync(recorded.data)) {
    throw new EmbeddedServerError(
      `The data of ${dataDir} are in ${recorded.data}: the folder was moved or copied, or another user started it. ` +
        `Move it back or start as that user to go on with them; to begin with none, delete ${ownerFile(dataDir)}.`,
    );
  }
  if (!existsSync(join(data, 'PG_VERSION'))) return await makeCluster(dataDir, data, binaries, durable, progress);
  await checkMajorVersion(data, binaries.major);
  if (recorded) return recorded;
  if (!binaries.account) {
    throw new EmbeddedServerError(
      `${ownerFile(dataDir)} with the password of ${data} is missing. Restore it, or move ${data} away to begin anew.`,
    );
  }
  // The data folder was deleted, and with it the password: its owner wants to begin anew.
  const aside = `${data}.${new Date().toISOString().slice(0, 19).replaceAll(':', '')}`;
  await rename(data, aside);
  progress(`Data of an earlier ${dataDir} are kept in ${aside}; delete them when nobody misses them.`);
  return await makeCluster(dataDir, data, binaries, durable, progress);
}

async function checkMajorVersion(data: string, major: string): Promise<void> {
  const written = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (written === major) return;
  throw new EmbeddedServerError(
    `The data in ${data} were written by PostgreSQL ${written}; this Lianxin brings ${major}. ` +
      `Dump them with a PostgreSQL ${written} and restore the dump here, or move ${data} away to begin anew.`,
  );
}

async function makeCluster(
  dataDir: string,
  data: string,
  { initdb, account }: Binaries,
  durable: boolean,
  progress: Progress,
): Promise<Cluster> {
  const cluster = { data, password: randomBytes(24).toString('base64url') };
  await writeFile(ownerFile(dataDir), `${JSON.stringify(cluster)}\n`, { mode: 0o600 });
  const parent = dirname(data);
  await mkdir(parent, { recursive: true });
  if (account) {
    await chmod(parent, 0o755);
    await writeFile(join(parent, 'made-for'), `${dataDir}\n`);
  }
  // Made beside and renamed, so that an interrupted attempt leaves nothing that looks like data.
  const fresh = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(fresh, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (account) await Promise.all([fresh, passwordFile].map((path) => chown(path, account.uid, account.gid)));
  const options = [
    `--pgdata=${fresh}`,
    `--username=${owner}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own C.UTF-8 sorts alike on every machine, for ever; Chinese order is asked for with zh-x-icu.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
  try {
    const made = run(initdb, options, { ...account, cwd: '/', env: cleanEnvironment });
    await tellWhenSlow(progress, `Creating the database in ${data}`, made);
  } catch (cause) {
    const output = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedServerError(`The database could not be created in ${data}.\n${output}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, data);
  return cluster;
}
