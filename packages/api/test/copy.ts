import { randomUUID } from 'node:crypto';
import { chown, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { serverAccount } from '../src/db/embedded-binaries.ts';
import { isProcessNumberTaken } from '../src/db/embedded-process.ts';

/** A database that is a copy of another: its address, as the owner, and how to be rid of it. */
export interface Copy {
  url: string;
  /** Runs SQL in it, as the owner. */
  run(text: string): Promise<void>;
  drop(): Promise<void>;
}

/** Copies a database that nobody is connected to. */
export async function copyOf(template: string): Promise<Copy> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await maintain(template, async (client) => {
    const { rowCount } = await client.query('select from pg_tablespace where spcname = $1', [tablespace]);
    const where = rowCount === 0 ? '' : ` tablespace ${tablespace}`;
    await client.query(`create database ${name} template ${new URL(template).pathname.slice(1)}${where}`);
  });
  const url = at(template, name);
  const run = (text: string) => connected(url, async (client) => void (await client.query(text)));
  const drop = () =>
    maintain(template, async (client) => void (await client.query(`drop database ${name} with (force)`)));
  return { url, run, drop };
}

const memory = '/dev/shm';
const prefix = 'lianxin-test-';
const tablespace = 'memory';
/** How much must be free, in bytes, though a run takes a few hundred megabytes at most. */
const room = 2 ** 30;

/**
 * Has copies of a server's databases made in memory, where this machine has room for them. A copy is a thousand files, and
 * ext4 searches longer for a place for each the more were deleted in the last minutes: nearly all of the 0.6 seconds that a copy
 * took. Returns what gives the memory back.
 */
export async function copyIntoMemory(server: string): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail * bsize < room) return async () => {};
  // What runs that were killed have left.
  for (const name of (await readdir(memory)).filter((each) => each.startsWith(prefix))) {
    if (!isProcessNumberTaken(Number.parseInt(name.slice(prefix.length), 10))) await remove(join(memory, name));
  }
  const folder = await mkdtemp(join(memory, `${prefix}${process.pid}-`));
  const account = serverAccount();
  if (account) await chown(folder, account.uid, account.gid);
  await maintain(server, async (client) => {
    await client.query(`create tablespace ${tablespace} location '${folder}'`);
  });
  return () => remove(folder);
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });

async function maintain(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  await connected(at(server, 'postgres'), async (client) => {
    // One copy at a time: PostgreSQL copies only what nobody else is connected to.
    await client.query('select pg_advisory_lock(1)');
    await work(client);
  });
}

async function connected(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function at(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
