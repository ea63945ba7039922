import { Client } from 'pg';
import { expect, it, vi } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { fileOf, importFile, inputOf, organization, preview } from './organization-import.fixture.ts';

const platform = testPlatform();

async function rowsFor(town: TestTown, count: number): Promise<string[][]> {
  const { unit } = await town.admin.ask('query($id: ID!) { unit(id: $id) { name } }', { id: town.unit(0) });
  return Array.from({ length: count }, (_, index) =>
    organization(`企业${index}`, unit.name, { 党员人数: String(index % 5), 负责人: '王老板', 联系电话: '13812345678' }),
  );
}

/** How many statements about organisations a file of so many takes when it is looked at again and imported, and so for their revision. */
async function statementsFor(count: number): Promise<number> {
  const town = await platform.newTown();
  const rows = await rowsFor(town, count);
  const file = fileOf(rows);
  const grown = fileOf(rows.map(([name, unit, ...rest]) => [name ?? '', unit ?? '', '园区', ...rest.slice(1)]));
  await preview(town, file);
  const sent = vi.spyOn(Client.prototype, 'query');
  try {
    expect(await importFile(town, file)).toMatchObject({ organizations: count, errors: [] });
    const revising = { from: '2025-01-01', differences: 'REVISE' };
    expect(await importFile(town, grown, revising)).toMatchObject({ revised: count, organizations: 0, errors: [] });
    return sent.mock.calls.filter((each) => /organization/.test(JSON.stringify(each[0]))).length;
  } finally {
    sent.mockRestore();
  }
}

it('2,000 organisations take as many statements as ten do', async () => {
  const few = await statementsFor(10);
  const many = await statementsFor(2000);
  expect(few).toBeGreaterThan(0);
  expect(many).toBe(few);
}, 60_000);

it('of 2,000 rows the one at fault is named', async () => {
  const town = await platform.newTown();
  const rows = await rowsFor(town, 2000);
  rows[998] = organization('孤厂', '没有的村');
  const found = await preview(town, fileOf(rows));
  expect(found).toMatchObject({ rows: 2000, errorCount: 1 });
  expect(found.errors.map(({ row, column }: Record<string, unknown>) => [row, column])).toEqual([[1000, '所在单位']]);
}, 60_000);

it('large bodies are taken from who may import organisations, and from nobody else', async () => {
  const town = await platform.newTown();
  const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const rows = Array.from({ length: 5000 }, (_, index) => organization(`${'长'.repeat(55)}${index}`, '没有的村'));
  const content = fileOf(rows);
  expect(content.length).toBeGreaterThan(1024 * 1024);
  expect(await preview(town, content, {}, committee)).toMatchObject({ rows: 5000, errorCount: 5000 });
  const query =
    'mutation($input: PreviewOrganizationImportInput!) { previewOrganizationImport(input: $input) { rows } }';
  const { status, errors } = await officer.send(query, { input: inputOf(town, content) });
  expect([status, errors[0]?.extensions.code]).toEqual([413, 'LIMIT_EXCEEDED']);
}, 60_000);
