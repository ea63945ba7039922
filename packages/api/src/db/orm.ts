import { MikroORM, type Options } from '@mikro-orm/postgresql';
import pg from 'pg';
import { entities } from './entities.ts';
import { TownNaming } from './naming.ts';
import { PreparingClient } from './preparing-client.ts';
import { keyFrom, Sealing } from './sealing.ts';

// Town ids and counts fit a JavaScript number; without this, pg answers bigint as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * The mapping without a connection's details.
 * Foreign keys neither cascade nor set null: nothing of a town disappears as a side effect.
 */
export const mapping = {
  entities: [...entities],
  namingStrategy: TownNaming,
  autoJoinRefsForFilters: false,
  discovery: {
    onMetadata: (meta) => {
      for (const property of Object.values(meta.properties)) {
        if (property.kind === 'm:1') {
          property.updateRule = 'no action';
          property.deleteRule = 'no action';
        }
      }
    },
  },
} satisfies Options;

/** MikroORM leaves moments as text for plain statements; here every moment is a Date, as the tables' types say. */
function momentsAsDates(pool: pg.Pool): void {
  const { types } = pool.options;
  if (!(types instanceof pg.TypeOverrides)) throw new Error('The pool has no type parsers of its own');
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ));
}

/**
 * Connects the object-relational mapping to one database. `pool` is the most connections that it may hold, `keys` are
 * those that seal personal data, the present one first. One more follows from the password in the address: without any
 * other it seals, and it opens what it sealed before there was one.
 */
export async function connect(url: string, pool: number, keys: readonly Buffer[] = []) {
  const sealing = new Sealing([...keys, keyFrom(new URL(url).password)]);
  const orm = await MikroORM.init({
    ...mapping,
    clientUrl: url,
    pool: { min: 0, max: pool },
    // Milliseconds to wait for a connection when all are taken.
    driverOptions: {
      Client: PreparingClient,
      // Statements that do not wait for each other go out together.
      pipeline: true,
      onPoolCreated: momentsAsDates,
      connectionTimeoutMillis: 10_000,
    },
  });
  return Object.assign(orm, { sealing, pool: await orm.em.getConnection().getNativeClient() });
}

export type Orm = Awaited<ReturnType<typeof connect>>;

/** Further connections to the database of a mapping, for what keeps them long. Whoever asks for them ends them. */
export function furtherPool({ pool: { options } }: Orm, most: number): pg.Pool {
  // The pool hides its password from whoever copies its options.
  return new pg.Pool({ ...options, password: options.password, min: 0, max: most });
}
