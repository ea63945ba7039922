import {
  type ConnectionProvider,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { PoolClient } from 'pg';

const driver = new DummyDriver();
const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
};

/** Typed SQL on one connection, for as long as it is lent. */
export interface Lent<Tables> {
  db: Kysely<Tables>;
  /** Ends the loan: whoever still holds `db` is refused, as what comes next on the connection is somebody else’s. */
  end(): void;
}

/** Lends a connection, on which whoever holds it begins and ends transactions. */
export function kyselyOn<Tables>(client: PoolClient): Lent<Tables> {
  let isOver = false;
  const connection = {
    executeQuery: async <Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => {
      if (isOver) throw new Error('The transaction is over');
      const { rows, rowCount, command } = await client.query(sql, [...parameters]);
      const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
      const answered: Row[] = rows;
      return changes ? { rows: answered, numAffectedRows: BigInt(rowCount ?? 0) } : { rows: answered };
    },
    streamQuery: () => {
      throw new Error('No rows are read one by one');
    },
  };
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return {
    db: new Kysely<Tables>({ config: { dialect }, dialect, driver, executor }),
    end: () => {
      isOver = true;
    },
  };
}
