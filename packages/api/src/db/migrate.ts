import { createHmac } from 'node:crypto';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { migrations } from './migrations/index.ts';
import { mapping } from './orm.ts';

/** One migration at a time per database; any number that nothing else uses. */
const migrationLock = 4_117_310;

/**
 * Brings the database to the present version and gives the roles that sign in their passwords.
 * `ownerUrl` signs in as the owner of the database, who may create roles; a direct connection, not a pool.
 * Returns the addresses under which the application and its queue of jobs sign in.
 */
export async function migrate(ownerUrl: string): Promise<{ appUrl: string; jobsUrl: string; applied: string[] }> {
  const orm = await MikroORM.init({
    ...mapping,
    clientUrl: ownerUrl,
    pool: { min: 0, max: 2 },
    logger: () => {},
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, transactional: true },
  });
  try {
    const [app, jobs] = [addressOf(ownerUrl, 'lianxin_app'), addressOf(ownerUrl, 'lianxin_jobs')];
    const lock = orm.em.fork();
    await lock.begin();
    await lock.execute('select pg_advisory_xact_lock(?)', [migrationLock]);
    const applied = await orm.migrator.up().catch(async (fault: unknown) => {
      // Closing waits for the connection of whoever still holds the lock.
      await lock.rollback();
      throw fault;
    });
    await lock.execute(`alter role lianxin_app password '${app.password}'`);
    await lock.execute(`alter role lianxin_jobs password '${jobs.password}'`);
    await lock.commit();
    return { appUrl: app.url, jobsUrl: jobs.url, applied: applied.map((migration) => migration.name) };
  } finally {
    await orm.close(true);
  }
}

/**
 * The address of one of the roles that sign in: the owner's, with that role. Its password follows from the owner's, so
 * that every process works it out and none has to be told.
 */
export function addressOf(ownerUrl: string, role: 'lianxin_app' | 'lianxin_jobs'): { url: string; password: string } {
  const url = new URL(ownerUrl);
  if (url.password === '')
    throw new Error(`The address of the database holds no password to derive that of ${role} from`);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(role).digest('hex');
  url.username = role;
  url.password = password;
  return { url: url.href, password };
}
