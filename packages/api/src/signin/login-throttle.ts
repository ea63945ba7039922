import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { sql } from 'kysely';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { Db } from '../db/tables.ts';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/** Failures of one account from one address before waits begin, and those waits, each twice the one before. */
const pairFailures = 5;
const firstWait = 30 * second;
const longestWait = 15 * 60 * second;
/** Failures in an hour, over all accounts from one address and over all addresses for one account. */
const addressFailures = 50;
const accountFailures = 100;
/** How long a successful sign-in makes an address familiar for its account. */
const familiar = 30 * day;

/** What an attempt to sign in is counted under; `address` is the IP address it comes from. */
export interface Attempt {
  account: string;
  address: string;
}

type Counted = 'pair' | 'address' | 'account';

/**
 * Limits guessing of passwords, counted in the database for all processes.
 * Whoever guesses has to wait: at once for the account they guess at from their address, later for their address, last
 * for the account. The last two spare an address from which the account has signed in before, so nobody can lock
 * somebody else out from elsewhere, and one guesser does not lock out an office behind the same address.
 */
export class LoginThrottle {
  readonly #orm: Orm;
  readonly #secret: string;

  constructor(orm: Orm, secret: string) {
    this.#orm = orm;
    this.#secret = secret;
  }

  /** Counts an attempt as failed before its password is looked at. Answers the seconds to wait; 0 when it may go on. */
  count(attempt: Attempt, now: Date): Promise<number> {
    const keys = this.#keys(attempt);
    return atDesk(this.#orm, { role: 'app_signin' }, now, 'write', async ({ db }) => {
      // A refused attempt leaves no trace, so that they cannot fill the table.
      const waiting = waitOf(keys, await standing(db, keys, now), now);
      return waiting > 0 ? waiting : waitOf(keys, await countAll(db, keys, now), now);
    });
  }

  /** Takes the count of an attempt back, because it had the right password. */
  forgive(attempt: Attempt, now: Date): Promise<void> {
    const keys = this.#keys(attempt);
    return atDesk(this.#orm, { role: 'app_signin' }, now, 'write', async ({ db }) => {
      for (const [kind, key] of inOrder(keys)) {
        const change = db.updateTable('sign_in_attempt').where('key_hash', '=', key);
        if (kind === 'pair') {
          const forgotten = new Date(now.getTime() + familiar);
          await change.set({ failures: 0, waits_until: null, trusted: true, forgotten_at: forgotten }).execute();
        } else {
          // A wait that has begun stays, or signing in to one's own account would buy more guesses at others'.
          const calm = change.where((where) =>
            where.or([where('waits_until', 'is', null), where('waits_until', '<=', now)]),
          );
          await calm.set({ failures: sql`greatest(failures - 1, 0)` }).execute();
        }
      }
    });
  }

  #keys({ account, address }: Attempt): Record<Counted, string> {
    const network = networkOf(address);
    const hash = (...parts: string[]) =>
      createHmac('sha256', this.#secret).update(JSON.stringify(parts)).digest('base64url');
    return {
      pair: hash('pair', account, network),
      address: hash('address', network),
      account: hash('account', account),
    };
  }
}

/** An IPv4 address, or the /64 of an IPv6 address: a customer gets all of it. */
export function networkOf(address: string): string {
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ipv4) return ipv4;
  if (!isIPv6(address)) return address;
  const [front = [], back = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0');
  const groups = [...front, ...zeros, ...back].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}

interface Count {
  key_hash: string;
  failures: number;
  trusted: boolean;
  /** In milliseconds. */
  waits: number | null;
  forgotten: number;
}

const counted = [
  'key_hash',
  'failures',
  'trusted',
  sql<number | null>`(extract(epoch from waits_until) * 1000)::float8`.as('waits'),
  sql<number>`(extract(epoch from forgotten_at) * 1000)::float8`.as('forgotten'),
] as const;

async function standing(db: Db, keys: Record<Counted, string>, now: Date): Promise<Count[]> {
  return await db
    .selectFrom('sign_in_attempt')
    .select(counted)
    .where('key_hash', 'in', Object.values(keys))
    .where('forgotten_at', '>', now)
    .execute();
}

/** Counts under each key, always in the same order, so that two attempts never wait for each other in a circle. */
async function countAll(db: Db, keys: Record<Counted, string>, now: Date): Promise<Count[]> {
  const counts: Count[] = [];
  for (const [kind, key] of inOrder(keys)) {
    const over = sql<boolean>`sign_in_attempt.forgotten_at <= ${now}`;
    const waiting = sql<boolean>`coalesce(sign_in_attempt.waits_until > ${now}, false)`;
    const forgottenAt = new Date(now.getTime() + (kind === 'pair' ? day : hour));
    const count = await db
      .insertInto('sign_in_attempt')
      .values({ key_hash: key, failures: 1, waits_until: null, trusted: false, forgotten_at: forgottenAt })
      .onConflict((conflict) =>
        conflict.column('key_hash').doUpdateSet({
          failures: sql`case when ${over} then 1 when ${waiting} then sign_in_attempt.failures else sign_in_attempt.failures + 1 end`,
          trusted: sql`sign_in_attempt.trusted and not ${over}`,
          forgotten_at:
            kind === 'pair'
              ? sql`greatest(sign_in_attempt.forgotten_at, excluded.forgotten_at)`
              : sql`case when ${over} then excluded.forgotten_at else sign_in_attempt.forgotten_at end`,
        }),
      )
      .returning(counted)
      .executeTakeFirstOrThrow();
    counts.push(count);
    const waits = waitsUntil(kind, count, now);
    if (waits)
      await db.updateTable('sign_in_attempt').set({ waits_until: waits }).where('key_hash', '=', key).execute();
  }
  return counts;
}

/** Until when the next attempt has to wait once this one is counted; undefined when it does not or already must. */
function waitsUntil(kind: Counted, count: Count, now: Date): Date | undefined {
  if (count.waits !== null && count.waits > now.getTime()) return undefined;
  if (kind !== 'pair') {
    const most = kind === 'address' ? addressFailures : accountFailures;
    return count.failures >= most ? new Date(count.forgotten) : undefined;
  }
  if (count.failures < pairFailures) return undefined;
  return new Date(now.getTime() + Math.min(firstWait * 2 ** (count.failures - pairFailures), longestWait));
}

function waitOf(keys: Record<Counted, string>, counts: Count[], now: Date): number {
  const familiarPair = counts.some((count) => count.key_hash === keys.pair && count.trusted);
  const heeded = familiarPair ? counts.filter((count) => count.key_hash === keys.pair) : counts;
  const until = Math.max(0, ...heeded.map((count) => count.waits ?? 0));
  return Math.max(0, Math.ceil((until - now.getTime()) / second));
}

function inOrder({ pair, account, address }: Record<Counted, string>): [Counted, string][] {
  return [
    ['pair', pair],
    ['account', account],
    ['address', address],
  ];
}
