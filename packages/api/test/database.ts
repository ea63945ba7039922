import { randomUUID } from 'node:crypto';
import { Client, type QueryResultRow } from 'pg';
import { inject } from 'vitest';
import { appAddress } from '../src/db/migrate.ts';
import { connect, type Orm } from '../src/db/orm.ts';

/** A database of a test file's own. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Connected as the application's role, under row-level security. */
  orm: Orm;
  /** Runs SQL as the owner, past every policy: to look at what is stored. */
  sql<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** Copies the run's prepared database. */
export async function copyDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'));
  const own = new URL(template);
  own.pathname = `/t_${randomUUID().replaceAll('-', '')}`;
  const maintenance = new URL(template);
  maintenance.pathname = '/postgres';
  // One copy at a time: PostgreSQL copies only what nobody else is connected to.
  const asMaintainer = (text: string) =>
    withClient(maintenance.href, async (client) => {
      await client.query('select pg_advisory_lock(1)');
      await client.query(text);
    });
  await asMaintainer(`create database ${own.pathname.slice(1)} template ${template.pathname.slice(1)}`);
  const { appUrl } = appAddress(own.href);
  const orm = await connect(appUrl, 10);
  return {
    ownerUrl: own.href,
    appUrl,
    orm,
    sql: (text, values) => withClient(own.href, async (client) => (await client.query(text, values)).rows),
    drop: async () => {
      await orm.close(true);
      await asMaintainer(`drop database ${own.pathname.slice(1)} with (force)`);
    },
  };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
