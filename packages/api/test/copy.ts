import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

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
  await maintain(template, `create database ${name} template ${new URL(template).pathname.slice(1)}`);
  const url = at(template, name);
  const run = (text: string) => connected(url, async (client) => void (await client.query(text)));
  return { url, run, drop: () => maintain(template, `drop database ${name} with (force)`) };
}

async function maintain(server: string, text: string): Promise<void> {
  await connected(at(server, 'postgres'), async (client) => {
    // One copy at a time: PostgreSQL copies only what nobody else is connected to.
    await client.query('select pg_advisory_lock(1)');
    await client.query(text);
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
