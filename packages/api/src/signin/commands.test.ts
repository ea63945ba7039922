import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { makeSandbox } from '../sandbox/make-sandbox.ts';
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
  const tsconfig = { TSX_TSCONFIG_PATH: resolve(import.meta.dirname, '../../tsconfig.json') };
  const env = { PATH: process.env.PATH, ...tsconfig, ...environment };
  const options = { cwd: resolve(import.meta.dirname, '../../../..'), env };
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

describe('the command developer', () => {
  it('opens an account that has no office and no role, and prints a password for it, once', async () => {
    const { stdout } = await command('developer.ts', ['maker']);
    const password = /^[a-z0-9-]{19}$/m.exec(stdout)?.[0] ?? '';
    const served = await serveSignIn(database.orm);
    const { access_token } = await new Browser(served.url).signIn('maker', password);
    await served.close();
    const actor = await bearerReader(database.orm)(access_token, new Date());
    expect(actor).toMatchObject({ name: 'maker', offices: [], assignments: [] });
    await expect(command('developer.ts', ['maker'])).rejects.toMatchObject({ code: 1, stdout: '' });
    await expect(command('developer.ts', [])).rejects.toMatchObject({ code: 1, stdout: '' });
  });
});

describe('the command sandbox', () => {
  it('has the sandbox begin anew where there is one, and says what else it needs', async () => {
    const file = '../sandbox/sandbox.ts';
    const refused = (args: string[], message: string) =>
      expect(command(file, args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
    await refused([], 'npm run sandbox -- --reset');
    await refused(['--reset'], 'SANDBOX=yes');
    await makeSandbox(database.orm, database.ownerUrl);
    expect((await command(file, ['--reset'])).stdout).toBe('3 towns of the sandbox have begun anew.\n');
  }, 60_000);
});
