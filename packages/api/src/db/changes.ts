import pg from 'pg';
import type { Orm } from './orm.ts';

/** What is told of towns that have changed is sent at most so often, in milliseconds: a commit that notifies waits for all others that do. */
const every = 1000;
/** How long after a lost connection it is tried again, in milliseconds, and how often a quiet one is asked whether it is there. */
const again = 1000;
const pulse = 20_000;
const channel = 'lianxin_changes';

/** Whoever is told of changes. */
export interface Watcher {
  /** These towns have changed. */
  changed(towns: readonly number[]): void;
  /** Something may have changed unheard, since the connection was lost meanwhile. */
  missed(): void;
}

/**
 * Tells every process of the platform which towns have changed: ids alone, over PostgreSQL's LISTEN and NOTIFY. A change is noted
 * after its commit and told within a second, many at once; what a process that dies had still to tell is lost, as a notification may be.
 */
export class Changes {
  readonly #orm: Orm;
  readonly #watchers = new Set<Watcher>();
  readonly #towns = new Set<number>();
  #sending: NodeJS.Timeout | undefined;
  #listening: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wasLost = false;
  #stopped = false;

  constructor(orm: Orm) {
    this.#orm = orm;
  }

  /** Notes that a town has changed. */
  note(town: number): void {
    this.#towns.add(town);
    if (this.#stopped) return;
    this.#sending ??= setTimeout(() => void this.#send(), every).unref();
  }

  /** Has somebody told of changes from here on. Returns what ends it. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    if (!this.#listening && !this.#timer) void this.#listen();
    return () => void this.#watchers.delete(watcher);
  }

  /** Tells what is still to be told, and listens no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#sending);
    clearTimeout(this.#timer);
    this.#watchers.clear();
    if (this.#towns.size > 0) await this.#send();
    await this.#leave();
  }

  async #send(): Promise<void> {
    this.#sending = undefined;
    const towns = [...this.#towns];
    this.#towns.clear();
    try {
      // A list of all towns fits what one notification may hold.
      await this.#orm.em.fork().execute('select pg_notify(?, ?)', [channel, towns.join(',')]);
    } catch {
      // The database is away: they are told once it is back.
      for (const town of towns) this.note(town);
    }
  }

  /** Listens on a connection of its own: a pool would hand on what it hears to whoever has the connection then. */
  async #listen(): Promise<void> {
    this.#timer = undefined;
    const client = new pg.Client({ connectionString: this.#orm.config.get('clientUrl') ?? '', keepAlive: true });
    this.#listening = client;
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', ({ payload = '' }) => {
      const towns = payload.split(',').filter(Boolean).map(Number);
      for (const watcher of this.#watchers) watcher.changed(towns);
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      return this.#lose(client);
    }
    if (this.#wasLost) for (const watcher of this.#watchers) watcher.missed();
    this.#wasLost = false;
    this.#feel(client);
  }

  /** Asks a connection now and then whether it is there: one that is cut on the way says nothing by itself. */
  #feel(client: pg.Client): void {
    this.#timer = setTimeout(async () => {
      if (this.#watchers.size === 0) return void (await this.#leave());
      const late = setTimeout(() => this.#lose(client), pulse).unref();
      await client.query('select 1').catch(() => this.#lose(client));
      clearTimeout(late);
      if (this.#listening === client) this.#feel(client);
    }, pulse).unref();
  }

  #lose(client: pg.Client): void {
    if (this.#listening !== client) return;
    this.#listening = undefined;
    this.#wasLost = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    client.end().catch(() => {});
    if (this.#stopped || this.#watchers.size === 0) return;
    this.#timer = setTimeout(() => void this.#listen(), again).unref();
  }

  async #leave(): Promise<void> {
    const client = this.#listening;
    this.#listening = undefined;
    this.#timer = undefined;
    await client?.end().catch(() => {});
  }
}

/** By database: one process may have several. */
const all = new WeakMap<Orm, Changes>();

/** What tells of changes in a database. */
export function changesOf(orm: Orm): Changes {
  const known = all.get(orm) ?? new Changes(orm);
  all.set(orm, known);
  return known;
}
