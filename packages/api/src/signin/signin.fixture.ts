import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { TestDatabase } from '../../test/database.ts';
import { newId } from '../db/new-id.ts';
import type { Orm } from '../db/orm.ts';
import { securityHeaders } from '../security-headers.ts';
import { mountSignIn } from './mount-sign-in.ts';
import { hashPassword } from './password.ts';

export const testPassword = 'correct horse battery';
const testHash = hashPassword(testPassword);

/** Opens an account with `testPassword`. Answers its id. */
export async function openAccount({ sql }: TestDatabase, name: string): Promise<string> {
  const id = newId();
  // Tokens begin at full milliseconds, and may be issued within the one in which the account is opened.
  await sql(
    `insert into account (id, name, display_name, password_hash, signed_out_before)
     values ($1, $2, $3, $4, date_trunc('milliseconds', now()))`,
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
