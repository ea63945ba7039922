import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { Client } from 'pg';
import { deleteEmbeddedData, startEmbeddedServer } from '../db/embedded-server.ts';
import { migrate } from '../db/migrate.ts';
import { connect, type Orm } from '../db/orm.ts';
import { securityHeaders } from '../security-headers.ts';
import { mountSignIn } from './mount-sign-in.ts';
import { hashPassword } from './password.ts';

/** A database of its own with the platform's tables. `sql` runs as its owner, past every policy. */
export async function testDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), 'lianxin-'));
  const server = await startEmbeddedServer({ dataDir, durable: false, progress: () => {} });
  const { appUrl } = await migrate(server.ownerUrl);
  const orm = await connect(appUrl, 10);
  const sql = (text: string, values: unknown[] = []) =>
    asOwner(server.ownerUrl, async (client) => (await client.query(text, values)).rows);
  const drop = async () => {
    await orm.close(true);
    await server.stop();
    await deleteEmbeddedData(dataDir);
  };
  return { orm, appUrl, ownerUrl: server.ownerUrl, sql, drop };
}

async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const testPassword = 'correct horse battery';
const testHash = hashPassword(testPassword);

/** Opens an account with `testPassword`. Answers its id. */
export async function openAccount({ sql }: Awaited<ReturnType<typeof testDatabase>>, name: string): Promise<string> {
  const id = randomUUIDv7();
  await sql(
    'insert into account (id, name, display_name, password_hash, signed_out_before) values ($1, $2, $3, $4, now())',
    [id, name, `${name} 先生`, await testHash],
  );
  return id;
}

/** Serves sign-in on a port of its own. `publicUrl` is that port's address unless another is given. */
export async function serveSignIn(orm: Orm, publicUrl?: string) {
  const app = express();
  app.use(securityHeaders(publicUrl ?? 'http://127.0.0.1'));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const faults: unknown[] = [];
  const provider = await mountSignIn(app, orm, { publicUrl: publicUrl ?? url }, (fault) => faults.push(fault));
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url, port, provider, faults, close };
}
