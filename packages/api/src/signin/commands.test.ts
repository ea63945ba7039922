import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { bearerReader } from './bearer.ts';
import { Browser } from './browser.fixture.ts';
import { markDemoAccounts } from './demo-accounts.ts';
import { openAccount, serveSignIn } from './signin.fixture.ts';

const run = promisify(execFile);
let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

function command(
  file: string,
  args: string[],
  environment: Record<string, string> = { DATABASE_URL: database.ownerUrl },
) {
  const options = { cwd: resolve(import.meta.dirname, '../../../..'), env: { PATH: process.env.PATH, ...environment } };
  return run(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file), ...args], options);
}

describe('the command token', () => {
  it('prints a token for a demo account and nothing else, while the platform runs', async () => {
    const id = await openAccount(database, 'admin-310112114');
    await markDemoAccounts(database.orm, [id], new Date());
    await markDemoAccounts(database.orm, [id], new Date());
    const { stdout, stderr } = await command('token.ts', ['admin-310112114']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^[\w-]{43}\n$/);
    const actor = await bearerReader(database.orm)(stdout.trim(), new Date());
    expect(actor).toMatchObject({ accountId: id, name: 'admin-310112114' });
  });

  it('refuses real accounts, unknown ones and none', async () => {
    await openAccount(database, 'real');
    const refused = (args: string[], message: string) =>
      expect(command('token.ts', args)).rejects.toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining(message),
      });
    await refused(['real'], 'no demo account');
    await refused(['unknown'], 'no account unknown');
    await refused([], 'npm run --silent token');
  });

  it('says so when no platform runs', async () => {
    await expect(command('token.ts', ['operator'], { DATA_DIR: '/nonexistent' })).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'No platform is running on /nonexistent. Start it with npm start, or set DATABASE_URL.\n',
    });
  });
});

describe('the command operator', () => {
  it('opens an account that operates the platform and prints a password for it, once', async () => {
    const { stdout } = await command('operator.ts', ['first']);
    const password = /^[a-z0-9-]{19}$/m.exec(stdout)?.[0] ?? '';
    const served = await serveSignIn(database.orm);
    const { access_token } = await new Browser(served.url).signIn('first', password);
    await served.close();
    const actor = await bearerReader(database.orm)(access_token, new Date());
    expect(actor).toMatchObject({ name: 'first', offices: [{ districtCode: null, towns: [] }] });
    await expect(command('operator.ts', ['first'])).rejects.toMatchObject({ code: 1, stdout: '' });
    await expect(command('operator.ts', ['No Name'])).rejects.toMatchObject({ code: 1, stdout: '' });
    expect(await database.sql(`select from office`)).toHaveLength(1);
  });
});
