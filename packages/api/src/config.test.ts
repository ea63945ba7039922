import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig, settings } from './config.ts';

it('starts with nothing set: the embedded database, the small demo, port 4000 of this machine', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4000',
    databaseUrl: undefined,
    demo: 'small',
    webhooksToOwnMachine: false,
  });
});

it('has no setting that the README does not name, nor one less', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const [, table = ''] = readme.split('## Settings');
  const rows = table.split('\n## ')[0]?.match(/^\| `.*?` \|/gm) ?? [];
  expect(rows.flatMap((row) => row.match(/[A-Z_]+/g) ?? []).toSorted()).toEqual(settings.toSorted());
});

it('sends webhooks to the own machine only where it is told so', () => {
  expect(readConfig({ WEBHOOKS_TO_OWN_MACHINE: 'yes' }).webhooksToOwnMachine).toBe(true);
});

it('makes no demo on a database of one’s own unless asked for', () => {
  const DATABASE_URL = 'postgres://owner:secret@db/lianxin';
  expect(readConfig({ DATABASE_URL }).demo).toBe('none');
  expect(readConfig({ DATABASE_URL, DEMO: 'full' }).demo).toBe('full');
});

it('takes several keys, so that what an earlier one sealed still opens', () => {
  const [present, old] = ['ab'.repeat(32), 'CD'.repeat(32)];
  const { personalKeys } = readConfig({ PERSONAL_KEY: `${present},${old}` });
  expect(personalKeys.map((key) => key.toString('hex'))).toEqual([present, old.toLowerCase()]);
});

it.each([
  ['PORT', '70000'],
  ['DATABASE_URL', 'postgres://owner@db/lianxin'],
  ['DATABASE_URL', 'mysql://owner:secret@db/lianxin'],
  ['DATABASE_POOL', '5'],
  ['PUBLIC_URL', 'https://example.org/lianxin'],
  ['DEMO', 'huge'],
  ['WEBHOOKS_TO_OWN_MACHINE', 'true'],
  ['PERSONAL_KEY', 'ab'.repeat(31)],
  ['PERSONAL_KEY', `${'ab'.repeat(32)},`],
])('refuses %s=%s and names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(name);
});
