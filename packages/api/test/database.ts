import { Pool, type QueryConfig, type QueryResultRow } from 'pg';
import { inject } from 'vitest';
import { addressOf } from '../src/db/migrate.ts';
import { connect, type Orm } from '../src/db/orm.ts';
import { describe, reconcileAll } from '../src/summaries/reconcile-all.ts';
import { copyOf } from './copy.ts';

/** A database of a test file's own. */
export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  /** Connected as the application's role, under row-level security. */
  orm: Orm;
  /** Runs SQL as the owner, past every policy: to look at what is stored. */
  sql<Row extends QueryResultRow>(text: string | QueryConfig, values?: unknown[]): Promise<Row[]>;
  /** Drops it. Rejects where what its tests recorded is not what the summaries of their towns say: no test may end so. */
  drop(): Promise<void>;
}

/** Copies the run's prepared database. */
export async function copyDatabase(): Promise<TestDatabase> {
  const { url: ownerUrl, drop } = await copyOf(inject('templateUrl'));
  const { url: appUrl } = addressOf(ownerUrl, 'lianxin_app');
  const orm = await connect(appUrl, 10);
  // Kept open: signing in costs more than most of what is asked.
  const owner = new Pool({ connectionString: ownerUrl, max: 2 });
  // A connection that is still taking its leave when the database is dropped is ended by the server.
  owner.on('connect', (client) => client.on('error', unlessEndedByServer));
  owner.on('error', unlessEndedByServer);
  return {
    ownerUrl,
    appUrl,
    orm,
    sql: async (text, values) => (await owner.query(text, values)).rows,
    drop: async () => {
      const differing = await reconcileAll(orm, { mend: false }).then((towns) => towns.flatMap(describe));
      await Promise.all([orm.close(true), owner.end()]);
      await drop();
      if (differing.length > 0) throw new Error(`Summaries differ from facts:\n${differing.join('\n')}`);
    },
  };
}

function unlessEndedByServer(fault: Error & { code?: string }): void {
  if (fault.code !== '57P01') throw fault;
}
