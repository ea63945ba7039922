import { createHmac } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from './migrations/index.ts';
import { mapping } from './orm.ts';

/** One migration at a time per database; any number that nothing else uses. */
const migrationLock = 4_117_310;

/**
 * Brings the database to the present version and gives the application's role its password.
 * `ownerUrl` signs in as the owner of the database, who may create roles; a direct connection, not a pool.
 * Returns the address under which the application signs in.
 */
export async function migrate(ownerUrl: string): Promise<{ appUrl: string; applied: string[] }> {
  const orm = await MikroORM.init({
    ...mapping,
    clientUrl: ownerUrl,
    pool: { min: 0, max: 2 },
    logger: () => {},
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, transactional: true },
  });
  try {
    const { appUrl, password } = appAddress(ownerUrl);
    const lock = orm.em.fork();
    await lock.begin();
    await lock.execute('select pg_advisory_xact_lock(?)', [migrationLock]);
    const applied = await orm.migrator.up();
    await lock.execute(`alter role lianxin_app password '${password}'`);
    await lock.commit();
    return { appUrl, applied: applied.map((migration) => migration.name) };
  } finally {
    await orm.close(true);
  }
}

/**
 * The application's own address: the owner's, with the role lianxin_app. Its password follows from the owner's, so that
 * every process works it out and none has to be told.
 */
export function appAddress(ownerUrl: string): { appUrl: string; password: string } {
  const url = new URL(ownerUrl);
  if (url.password === '')
    throw new Error('The address of the database holds no password to derive the application’s from');
  const password = createHmac('sha256', decodeURIComponent(url.password)).update('lianxin_app').digest('hex');
  url.username = 'lianxin_app';
  url.password = password;
  return { appUrl: url.href, password };
}
