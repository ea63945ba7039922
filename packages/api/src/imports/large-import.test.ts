import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { csv, exportFile, fileOf, importFile, line, preview } from './import.fixture.ts';

const platform = testPlatform();

/** A town of so many villages, each of 5 blocks of 2 teams of 6 members, and with 4 officers: 100 rows. */
function townOf(villages: number): string[][] {
  const rows: string[][] = [];
  for (let village = 1; village <= villages; village++) {
    const name = `汇${village}`;
    rows.push(line('村', '', { 名称: name, 编码: `V${village}`, 开始日期: '2024-01-01' }));
    for (const [index, title] of ['书记', '主任', '副主任', '工作人员'].entries()) {
      rows.push(line('干部', name, { 角色: title, 姓名: `干部${index}`, 开始日期: '2024-01-01' }));
    }
    for (let block = 1; block <= 5; block++) {
      rows.push(line('块区', name, { 名称: `第${block}块区`, 开始日期: '2024-02-01' }));
      for (let team = 1; team <= 2; team++) {
        const path = `${name}/第${block}块区`;
        rows.push(line('组团', path, { 名称: `第${team}组团`, 开始日期: '2024-03-01' }));
        for (let member = 0; member < 8; member++) {
          const role = member === 0 ? '牵头负责人' : '志愿者';
          const person = member === 0 ? '干部0' : `成员${block}-${team}-${member}`;
          rows.push(line('成员', `${path}/第${team}组团`, { 角色: role, 姓名: person, 开始日期: '2024-03-01' }));
        }
      }
    }
  }
  return rows;
}

it('refuses a file of 10,000 rows with errors in its middle: each is named, and nothing is changed', async () => {
  const town = await platform.newTown();
  const rows = townOf(100);
  expect(rows).toHaveLength(10_000);
  rows[4998] = line('块区', '没有的村', { 名称: '第1块区' });
  rows[5006] = line('块区', '汇51', { 名称: '第1块区', 开始日期: '昨天' });
  await changesNothing(platform, town, async () => {
    const found = await preview(town, csv(rows));
    expect(found).toMatchObject({ rows: 10_000 });
    const causes = found.errors.filter(({ code }: { code: string }) => code !== 'rowParentAtFault');
    expect(causes.map(({ row, code }: Record<string, unknown>) => [row, code])).toEqual([
      [5000, 'rowParentMissing'],
      [5008, 'rowDay'],
    ]);
    const chinese = await platform.clientOf(`admin-${town.code}`, 'zh');
    const input = fileOf(town, csv(rows), { expectedDigest: found.digest });
    const query = 'mutation($input: ImportTreeInput!) { importTree(input: $input) { rows } }';
    const { errors } = await chinese.send(query, { input });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'input.content' });
    expect(errors[0]?.message).toMatch(/未导入任何内容。第 5000 行：“没有的村”既不在本镇，也不在文件中。/);
  });
}, 60_000);

it('imports 10,000 rows, and again nothing', async () => {
  const town = await platform.newTown();
  const started = performance.now();
  const done = await importFile(town, csv(townOf(100)));
  // Looked at and imported, on two cores with tests beside.
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(done).toMatchObject({ rows: 10_000, opens: 600, teams: 1000, people: 7400, members: 8000, officers: 400 });
  const file = await exportFile(town, town.admin, 'XLSX');
  const { rows, unchanged } = await preview(town, file);
  expect(unchanged).toBe(rows);
}, 90_000);

it('opens 10,000 units at once', async () => {
  const town = await platform.newTown();
  const rows = [line('村', '', { 名称: '汇东' })];
  for (let block = 1; block <= 333; block++) {
    rows.push(line('块区', '汇东', { 名称: `第${block}块区` }));
    for (let each = 1; each <= 29; each++) rows.push(line('楼组', `汇东/第${block}块区`, { 名称: `${each}号楼` }));
  }
  const started = performance.now();
  expect(await importFile(town, csv(rows))).toMatchObject({ rows: 9991, opens: 9991 });
  expect(performance.now() - started).toBeLessThan(30_000);
}, 90_000);
