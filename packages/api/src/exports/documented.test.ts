import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { exporting, makesExports } from './export.fixture.ts';
import { recordTypeNames } from './record-types.ts';

const platform = testPlatform();
const page = readFileSync(join(import.meta.dirname, '../../../../docs/exports.md'), 'utf8');

it('the example of the page copies a town, and later what changed in it', async () => {
  await makesExports(platform);
  const town = await platform.newTown();
  const { application } = await exporting(platform, town, ['UNIT_READ', 'TEAM_READ']);
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [, script = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  writeFileSync(join(folder, 'copy-town.mjs'), script);
  const env = { TOWN: town.code, CLIENT_ID: application.clientId, SECRET: application.secret, PLATFORM: platform.url };
  const run = () => promisify(execFile)(process.execPath, ['copy-town.mjs'], { cwd: folder, env });
  const copied = () => JSON.parse(readFileSync(join(folder, `${town.code}.json`), 'utf8')).records;
  const block = await town.openUnit({ name: '东块' });
  const before = Number.parseInt((await run()).stdout, 10);
  expect(copied()[block]).toEqual({ name: '东块', kind: 'BLOCK', status: 'ACTIVE' });
  const team = await town.formTeam(block, '一组');
  await town.admin.do('renameUnit', { unit: block, name: '新东块' }, 'unit { id }');
  expect(Number.parseInt((await run()).stdout, 10)).toBe(before + 1);
  expect(copied()).toMatchObject({ [block]: { name: '新东块' }, [team]: { name: '一组', block: { id: block } } });
});

it('the page names every type of records', () => {
  const [, list = ''] = /- \*Types\*:(.*?)\. Of each/s.exec(page) ?? [];
  expect([...list.matchAll(/`(\w+)`/g)].map(([, type]) => type)).toEqual(recordTypeNames);
});
