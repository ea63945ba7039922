import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costOfTests } from '../../test/hashing.ts';
import { costOfProduct, hashing, hashPassword, makePassword, verifyPassword } from './password.ts';

describe('password', () => {
  beforeAll(() => {
    hashing.cost = costOfProduct;
  });
  afterAll(() => {
    hashing.cost = costOfTests;
  });

  it('is kept as argon2id with the parameters of OWASP, and recognised again', async () => {
    const hash = await hashPassword('心连心 2026');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('心连心 2026', hash)).toBe(true);
    expect(await verifyPassword('心连心 2027', hash)).toBe(false);
    expect(await hashPassword('心连心 2026')).not.toBe(hash);
  });

  it('recognises what the reference implementation of Argon2 writes', async () => {
    // A vector of its test suite: password 'password', salt 'somesalt'.
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', reference)).toBe(true);
    expect(await verifyPassword('Password', reference)).toBe(false);
  });

  it('is the same however its accents were typed', async () => {
    expect(await verifyPassword('re\u0301sume\u0301', await hashPassword('r\u00e9sum\u00e9'))).toBe(true);
  });

  it('takes as long for an account that does not exist, and never fits', async () => {
    const hash = await hashPassword('known');
    const timeOf = async (kept: string | undefined) => {
      const times: number[] = [];
      for (let round = 0; round < 7; round++) {
        // Of the processor: what else the machine does makes the other time longer, and tells nothing.
        const start = process.cpuUsage();
        expect(await verifyPassword('guess', kept)).toBe(false);
        times.push(process.cpuUsage(start).user);
      }
      return Math.min(...times);
    };
    const ratio = (await timeOf(undefined)) / (await timeOf(hash));
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('refuses a hash of another kind', async () => {
    await expect(verifyPassword('x', '$2b$10$abcdefghijklmnopqrstuv')).rejects.toThrow('argon2id');
  });

  it('can be made up, without characters that look alike', () => {
    const made = Array.from({ length: 200 }, makePassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
  });
});
