import DataLoader from 'dataloader';
import { CompiledQuery } from 'kysely';
import type { PoolClient } from 'pg';
import { kyselyOn } from './kysely-on.ts';
import type { Orm } from './orm.ts';
import type { Sealing } from './sealing.ts';
import type { Db, Tables } from './tables.ts';

/**
 * Where a transaction sits: in one town as its people, over the towns of a district, at the platform, at sign-in
 * (for one account, once it is known), where one town’s webhooks are sent (0 for those of none), where a town of the sandbox
 * begins anew, or as everybody before the boards of one town.
 */
export type Seat =
  | { role: 'app_town'; town: number }
  | { role: 'app_district'; towns: readonly number[] }
  | { role: 'app_platform' }
  | { role: 'app_signin'; account?: string }
  | { role: 'app_webhook'; town: number }
  | { role: 'app_public'; town: number }
  | { role: 'app_sandbox'; town: number };

/** Answers a list of keys with a list of values in the same order, in a number of statements that does not grow. */
export type Batch<Key, Value> = (desk: Desk, keys: readonly Key[]) => Promise<readonly Value[]>;

/**
 * One unit of work: a transaction in one seat. Made only by this file, so every statement on a town's rows has passed
 * `app.enter`.
 */
export class Desk {
  readonly #loaders = new Map<unknown, unknown>();
  readonly #works = new Map<string, Promise<unknown>>();
  #tree: { version: number | undefined; isKept: boolean };

  constructor(
    /** Typed SQL within this transaction. */
    readonly db: Db,
    readonly seat: Seat,
    /** The moment of the request; all of it happens then. */
    readonly now: Date,
    /** Seals and opens what the database itself must not tell. */
    readonly sealing: Sealing,
    /** Tells one database from another, as what seals in it does; see `keptByTree`. */
    readonly database: object,
    /** The version of the town's tree in the one moment of which a transaction that reads sees everything. */
    treeVersion?: number,
  ) {
    this.#tree = { version: treeVersion, isKept: false };
  }

  /** The version of the town's tree of which all is that is read here; undefined where others may change it meanwhile, or this does. */
  get treeVersion(): number | undefined {
    return this.#tree.version;
  }

  /** Whether this transaction keeps others from changing the town's tree. */
  get keepsTree(): boolean {
    return this.#tree.isKept;
  }

  /** Notes that this transaction keeps others from changing the town's tree: as it is, at a version, or while it changes it. */
  noteKeepingTree(version: number | undefined): void {
    this.#tree = { version, isKept: true };
  }

  /** Runs a statement that is written out, with its values for `$1`, `$2`, …. Returns its rows. */
  async run<Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.db.executeQuery<Row>(CompiledQuery.raw(statement, [...values]))).rows;
  }

  /** The town that this desk sits in. Throws where it sits above the towns: a mistake in the code. */
  get town(): number {
    if (!('town' in this.seat)) throw new Error(`No town at a desk of ${this.seat.role}`);
    return this.seat.town;
  }

  /** Forgets what was loaded, after a change that it may not show. */
  forget(): void {
    this.#loaders.clear();
    this.#works.clear();
  }

  /** Loads one key through a batch; all keys asked for in the same tick go into one call. */
  load<Key, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value> {
    return this.#loaderOf(batch).load(key);
  }

  /** What was begun at this desk under a name, or else is begun now. */
  once(name: string, work: () => Promise<unknown>): Promise<unknown> {
    const begun = this.#works.get(name) ?? work();
    this.#works.set(name, begun);
    return begun;
  }

  /** Notes what a batch would answer for a key, where another statement has told it. */
  prime<Key, Value>(batch: Batch<Key, Value>, key: Key, value: Value): void {
    this.#loaderOf(batch).prime(key, value);
  }

  #loaderOf<Key, Value>(batch: Batch<Key, Value>): DataLoader<Key, Value, string> {
    let loader = this.#loaders.get(batch) as DataLoader<Key, Value, string> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value, string>((keys) => Promise.resolve(batch(this, keys)), {
        cacheKeyFn: (cached) => JSON.stringify(cached),
      });
      this.#loaders.set(batch, loader);
    }
    return loader;
  }
}

/** What desks are opened on: connections to one database, and what seals in it. */
export type Opening = Pick<Orm, 'pool' | 'sealing'>;

/** A desk that stays open until it is closed. */
export interface OpenDesk {
  desk: Desk;
  /** Ends the transaction; `keep` commits. */
  close(keep: boolean): Promise<void>;
}

/**
 * Opens the one door: begins a transaction, takes on the seat's role and scope, and hands out its desk.
 * A read is a `REPEATABLE READ`, read-only transaction, so that all of an answer is of one moment: of a `snapshot` that another
 * transaction has told and keeps, where that is given.
 */
export async function openDesk(
  opening: Opening,
  seat: Seat,
  now: Date,
  mode: 'read' | 'write',
  snapshot?: string,
): Promise<OpenDesk> {
  const client = await opening.pool.connect();
  const tree = await enter(client, seat, mode, snapshot).catch((error) => {
    client.release(true);
    throw error;
  });
  const lent = kyselyOn<Tables>(client);
  const close = async (keep: boolean) => {
    let isLost = true;
    lent.end();
    try {
      await client.query(keep ? 'commit' : 'rollback');
      isLost = false;
    } finally {
      client.release(isLost);
    }
  };
  const desk = new Desk(lent.db, seat, now, opening.sealing, opening.sealing, mode === 'read' ? tree : undefined);
  return { desk, close };
}

/** Begins a transaction and takes on the seat, in one message. Returns the version of the town's tree, where it sits in a town. */
async function enter(
  client: PoolClient,
  seat: Seat,
  mode: 'read' | 'write',
  snapshot: string | undefined,
): Promise<number | undefined> {
  const begin = mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin';
  const moment = snapshot === undefined ? '' : `set transaction snapshot ${client.escapeLiteral(snapshot)};`;
  const [role, scope] = [seat.role, scopeOf(seat)].map((each) => client.escapeLiteral(each));
  const answers: unknown = await client.query(`${begin}; ${moment} select app.enter(${role}, ${scope}) as tree`);
  const entered: { rows: { tree: number | null }[] } | undefined = Array.isArray(answers) ? answers.at(-1) : undefined;
  return entered?.rows[0]?.tree ?? undefined;
}

/** Does one piece of work in one transaction: committed when it returns, rolled back when it throws. */
export async function atDesk<T>(
  opening: Opening,
  seat: Seat,
  now: Date,
  mode: 'read' | 'write',
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const { desk, close } = await openDesk(opening, seat, now, mode);
  let result: T;
  try {
    result = await work(desk);
  } catch (error) {
    await close(false);
    throw error;
  }
  await close(true);
  return result;
}

function scopeOf(seat: Seat): string {
  switch (seat.role) {
    case 'app_town':
    case 'app_webhook':
    case 'app_sandbox':
    case 'app_public':
      return String(seat.town);
    case 'app_district':
      return seat.towns.join(',');
    case 'app_signin':
      return seat.account ?? '';
    case 'app_platform':
      return '';
  }
}
