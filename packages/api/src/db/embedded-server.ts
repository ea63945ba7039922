import { mkdir, realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Client } from 'pg';
import { embeddedBinaries, serverAccount } from './embedded-binaries.ts';
import { type Cluster, clusterFolder, owner, prepareCluster, recordedCluster } from './embedded-cluster.ts';
import { EmbeddedServerError, type Progress, systemCode } from './embedded-error.ts';
import { type DataLock, dataFolderHolder, lockDataFolder } from './embedded-lock.ts';
import { clearFormerPostmaster, listeningPort, startPostmaster } from './embedded-postmaster.ts';

/** `durable: false` is for tests: quick, and lost when the machine crashes. `progress` gets what takes over a second. */
export type EmbeddedServerOptions = { dataDir: string; durable: boolean; progress: Progress };

/** A running PostgreSQL: the URL of database `lianxin` for its owner, and how to stop it. */
export type EmbeddedServer = { ownerUrl: string; stop(): Promise<void> };

const database = 'lianxin';

/**
 * Starts PostgreSQL on the data of a folder, which is made when it is not there. It listens on 127.0.0.1 only, and
 * stops when this process ends, also when it is killed.
 * @throws EmbeddedServerError, which says what to do, when it cannot be started.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataDir = await openDataFolder(options.dataDir);
  const lock = await orSayWho(dataDir, lockDataFolder(dataDir));
  try {
    return await orSayWho(dataDir, start({ ...options, dataDir }, lock));
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

async function start({ dataDir, durable, progress }: EmbeddedServerOptions, lock: DataLock): Promise<EmbeddedServer> {
  const binaries = await embeddedBinaries(progress);
  const cluster = await prepareCluster(dataDir, binaries, durable, progress);
  await clearFormerPostmaster(cluster.data, progress);
  const log = join(dataDir, 'postgres.log');
  const postmaster = await startPostmaster(cluster.data, log, binaries, durable, progress);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= postmaster.stop().then(lock.release);
    return stopping;
  };
  try {
    await createDatabase(urlOf(cluster, postmaster.port, 'postgres'));
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { ownerUrl: urlOf(cluster, postmaster.port, database), stop };
}

/** The owner's URL of the PostgreSQL that another process runs on a data folder; undefined when none does. */
export async function runningServerUrl(dataDir: string): Promise<string | undefined> {
  const folder = await realpath(dataDir).catch(() => resolve(dataDir));
  const cluster = (await dataFolderHolder(folder)) && (await recordedCluster(folder));
  const port = cluster && (await listeningPort(cluster.data));
  return cluster && port ? urlOf(cluster, port, database) : undefined;
}

const ownFiles = ['postgres', 'owner.json', 'postgres.log', 'postgres.log.1', 'lock'];

/**
 * Deletes the database of a data folder, and the folder when nothing else is in it. Nothing happens when there is none.
 * @throws EmbeddedServerError when a living process uses it.
 */
export async function deleteEmbeddedData(dataDir: string): Promise<void> {
  const folder = await realpath(dataDir).catch(() => undefined);
  if (folder === undefined) return;
  const lock = await lockDataFolder(folder);
  try {
    // Only what this program puts there is deleted, and never a path that was read from a file.
    const data = clusterFolder(folder);
    await clearFormerPostmaster(data, () => {});
    if (serverAccount()) await rm(dirname(data), { recursive: true, force: true });
    for (const name of ownFiles) await rm(join(folder, name), { recursive: true, force: true });
    await rmdir(folder).catch(() => {});
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

function urlOf({ password }: Cluster, port: number, name: string): string {
  return `postgres://${owner}:${password}@127.0.0.1:${port}/${name}`;
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function openDataFolder(dataDir: string): Promise<string> {
  const folder = resolve(dataDir);
  await orSayWho(folder, mkdir(folder, { recursive: true, mode: 0o700 }));
  return await realpath(folder);
}

async function orSayWho<T>(dataDir: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const code = systemCode(cause);
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new EmbeddedServerError(
      `This user (number ${process.getuid?.()}) may not do what it takes: ${message}. ` +
        `Start as the user who installed Lianxin and made ${dataDir}, or choose another data folder.`,
      { cause },
    );
  }
}
