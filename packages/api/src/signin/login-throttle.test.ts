import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { connect, type Orm } from '../db/orm.ts';
import { LoginThrottle, networkOf } from './login-throttle.ts';

let database: TestDatabase;
let otherProcess: Orm;
let throttle: LoginThrottle;

beforeAll(async () => {
  database = await copyDatabase();
  otherProcess = await connect(database.appUrl, 10);
  throttle = new LoginThrottle(database.orm, 'a secret');
});
beforeEach(() => database.sql('delete from sign_in_attempt'));
afterAll(async () => {
  await otherProcess.close(true);
  await database.drop();
});

const start = new Date('2026-11-22T08:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const wang = { account: 'wang', address: '192.0.2.1' };

/** Fails so many times at one moment, each as far as it may. Answers the last wait. */
async function fail(times: number, attempt = wang, now = start): Promise<number> {
  let wait = 0;
  for (let time = 0; time < times; time++) wait = await throttle.count(attempt, now);
  return wait;
}

describe('attempts to sign in', () => {
  it('may fail five times for an account from an address, then wait ever longer', async () => {
    expect(await fail(5)).toBe(0);
    expect(await fail(1)).toBe(30);
    expect(await fail(1, wang, after(29))).toBe(1);
    let now = 30;
    for (const wait of [60, 120, 240, 480, 900, 900]) {
      expect(await throttle.count(wang, after(now))).toBe(0);
      expect(await throttle.count(wang, after(now))).toBe(wait);
      now += wait;
    }
    expect(await fail(5, wang, after(now + 24 * 3600))).toBe(0);
  });

  it('of other accounts or from other addresses do not wait with them', async () => {
    await fail(6);
    expect(await throttle.count({ ...wang, address: '192.0.2.2' }, start)).toBe(0);
    expect(await throttle.count({ ...wang, account: 'li' }, start)).toBe(0);
  });

  it('begin anew after one that was right', async () => {
    await fail(4);
    expect(await throttle.count(wang, start)).toBe(0);
    await throttle.forgive(wang, start);
    expect(await fail(5)).toBe(0);
    expect(await fail(1)).toBe(30);
  });

  it('from one address fail fifty times an hour at most, over all accounts', async () => {
    for (let guess = 0; guess < 50; guess++) expect(await fail(1, { ...wang, account: `guess-${guess}` })).toBe(0);
    expect(await fail(1, { ...wang, account: 'one-more' }, after(60))).toBe(3540);
    expect(await fail(1, { ...wang, account: 'one-more' }, after(3600))).toBe(0);
  });

  it('that are right do not use up the fifty', async () => {
    for (let person = 0; person < 60; person++) {
      const attempt = { ...wang, account: `person-${person}` };
      expect(await throttle.count(attempt, start)).toBe(0);
      await throttle.forgive(attempt, start);
    }
  });

  it('do not buy more guesses by signing in to one’s own account in between', async () => {
    const own = { ...wang, account: 'own' };
    await throttle.count(own, start);
    await throttle.forgive(own, start);
    for (let guess = 0; guess < 50; guess++) await fail(1, { ...wang, account: `guess-${guess}` });
    expect(await throttle.count(own, start)).toBe(0);
    await throttle.forgive(own, start);
    expect(await fail(1, { ...wang, account: 'one-more' })).toBe(3600);
  });

  it('from everywhere stop one account after a hundred, but not where its holder has signed in before', async () => {
    await throttle.count(wang, start);
    await throttle.forgive(wang, start);
    for (let guess = 0; guess < 100; guess++) await fail(1, { ...wang, address: `198.51.100.${guess}` });
    expect(await fail(1, { ...wang, address: '203.0.113.1' }, after(600))).toBe(3000);
    expect(await throttle.count(wang, after(600))).toBe(0);
  });

  it('at once are counted one by one, over all processes', async () => {
    const processes = [throttle, new LoginThrottle(otherProcess, 'a secret')];
    const waits = await Promise.all(Array.from({ length: 40 }, (_, index) => processes[index % 2]?.count(wang, start)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    // Those that came too early have not made the wait longer.
    expect(await throttle.count(wang, after(30))).toBe(0);
    expect(await throttle.count(wang, after(30))).toBe(60);
  });

  it('leave no trace when they are refused', async () => {
    for (let guess = 0; guess < 50; guess++) await fail(1, { ...wang, account: `guess-${guess}` });
    const rows = () => database.sql('select count(*)::int as n from sign_in_attempt').then(([row]) => row?.n);
    const before = await rows();
    for (let guess = 50; guess < 60; guess++) await fail(1, { ...wang, account: `guess-${guess}` });
    expect(await rows()).toBe(before);
  });
});

describe('an address', () => {
  it('of IPv6 counts with its whole network', () => {
    expect(networkOf('192.0.2.1')).toBe('192.0.2.1');
    expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:0DB8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
  });
});
