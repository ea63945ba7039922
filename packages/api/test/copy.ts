import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database that is a copy of another: its address, as the owner, and how to be rid of it. */
export interface Copy {
  url: string;
  drop(): Promise<void>;
}

/** Copies a database that nobody is connected to. */
export async function copyOf(template: string): Promise<Copy> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await maintain(template, `create database ${name} template ${new URL(template).pathname.slice(1)}`);
  return { url: at(template, name), drop: () => maintain(template, `drop database ${name} with (force)`) };
}

async function maintain(server: string, text: string): Promise<void> {
  const client = new Client({ connectionString: at(server, 'postgres') });
  await client.connect();
  try {
    // One copy at a time: PostgreSQL copies only what nobody else is connected to.
    await client.query('select pg_advisory_lock(1)');
    await client.query(text);
  } finally {
    await client.end();
  }
}

function at(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
