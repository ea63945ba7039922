import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { connect } from '../db/orm.ts';
import { signingKeys } from './signing-keys.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

describe('signing keys', () => {
  it('are the same for processes that start at once, and ever after', async () => {
    const processes = await Promise.all(Array.from({ length: 4 }, () => connect(database.appUrl, 2)));
    const made = await Promise.all(processes.map((orm) => signingKeys(orm)));
    const [first] = made;
    for (const keys of made) expect(keys).toEqual(first);
    expect(await signingKeys(database.orm)).toEqual(first);
    expect(first?.jwks.keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig' });
    expect(first?.cookies[0]?.length).toBeGreaterThanOrEqual(43);
    expect(first?.attempts).not.toBe(first?.cookies[0]);
    await Promise.all(processes.map((orm) => orm.close(true)));
  });

  it('are open to sign-in alone', async () => {
    for (const role of ['app_town', 'app_district', 'app_platform']) {
      await expect(database.sql(`set role ${role}; select * from signing_key`)).rejects.toThrow('permission denied');
    }
  });
});
