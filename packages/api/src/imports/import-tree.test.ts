import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { pathsOf } from '../restructurings/restructuring.fixture.ts';
import { csv, exportFile, fileOf, importFile, line, linesOf, preview } from './import.fixture.ts';

const platform = testPlatform();

const village = (cells: Record<string, string> = {}) => line('村', '', { 名称: '汇东', 编码: 'HD', ...cells });
const sample = [
  line('成员', '汇东/第1块区/第1组团', { 角色: '牵头负责人', 姓名: '王秀英' }),
  line('成员', '汇东/第1块区/第1组团', { 角色: '志愿者', 姓名: '赵磊', 开始日期: '2024-05-01' }),
  line('成员', '汇东/第1块区/第1组团', { 角色: '共建单位', 共建单位: '幼儿园' }),
  line('组团', '汇东/第1块区', { 名称: '第1组团', 开始日期: '2024-03-01' }),
  line('块区', 'HD', { 名称: '第1块区', 开始日期: '2024-02-01' }),
  line('楼组', '汇东/第1块区', { 名称: '1号楼', 状态: '筹建', 开始日期: '2024-04-01' }),
  line('干部', '汇东', { 角色: '书记', 姓名: '王秀英' }),
  village({ 开始日期: '2024-01-01' }),
];
const said = {
  rows: 8,
  opens: 3,
  teams: 1,
  people: 3,
  members: 3,
  officers: 1,
  unchanged: 0,
  errorCount: 0,
  errors: [],
};

it('imports units, teams, officers and members, parents before or after what hangs on them', async () => {
  const town = await platform.newTown();
  await changesNothing(platform, town, async () => {
    expect(await preview(town, csv(sample))).toMatchObject(said);
  });
  expect(await importFile(town, csv(sample), { documentNumber: '镇发〔2024〕1号' })).toMatchObject(said);
  const { town: read } = await town.admin.ask(
    `query($code: RegisterCode!) { town(code: $code) { tree { id parent name kind status }
      restructurings { nodes { origin reason documentNumber effectiveOn } } } }`,
    { code: town.code },
  );
  expect(pathsOf(read.tree)).toEqual(
    expect.arrayContaining([
      '汇东 VILLAGE',
      '汇东/第1块区 BLOCK',
      '汇东/第1块区/1号楼 BUILDING',
      '汇东/第1块区/第1组团 TEAM',
    ]),
  );
  expect(read.tree.find((node: { name: string }) => node.name === '1号楼').status).toBe('PREPARATORY');
  const event = { origin: 'FILE', reason: '组织树.csv', documentNumber: '镇发〔2024〕1号' };
  expect(read.restructurings.nodes).toEqual(
    ['2024-04-01', '2024-02-01', '2024-01-01'].map((effectiveOn) => ({ ...event, effectiveOn })),
  );
  const { town: people } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { people { nodes { name posts { title unit { name } } } } partners { nodes { name } } } }',
    { code: town.code },
  );
  expect(people.partners.nodes).toEqual([{ name: '幼儿园' }]);
  // The lead of the team is the village's Party secretary.
  expect(people.people.nodes).toEqual([
    { name: '王秀英', posts: [{ title: 'PARTY_SECRETARY', unit: { name: '汇东' } }] },
    { name: '赵磊', posts: [] },
  ]);
  await changesNothing(platform, town, async () => {
    expect(await preview(town, csv(sample))).toMatchObject({ rows: 8, opens: 0, people: 0, unchanged: 8, errors: [] });
  });
});

it('exports what it imports: the same file again changes nothing', async () => {
  const town = await platform.newTown();
  await importFile(town, csv(sample));
  for (const format of ['CSV', 'XLSX'] as const) {
    const file = await exportFile(town, town.admin, format);
    const { rows, unchanged, errors } = await preview(town, file);
    expect({ errors, unchanged }).toEqual({ errors: [], unchanged: rows });
  }
  expect(linesOf(await exportFile(town, town.admin))).toEqual(
    expect.arrayContaining([
      '村,,汇东,HD,,,,,,,2024-01-01',
      '块区,汇东,第1块区,,,,,,,,2024-02-01',
      '楼组,汇东/第1块区,1号楼,,筹建,,,,,,2024-04-01',
      '成员,汇东/第1块区/第1组团,,,,,志愿者,赵磊,,,2024-05-01',
    ]),
  );
});

it('names what is wrong with each row, in the language of the caller, and says once what hangs on it', async () => {
  const town = await platform.newTown();
  const rows = [
    village(),
    line('块区', '汇东', { 名称: '第1块区', 开始日期: '2024-02-30' }),
    line('组团', '汇东/第1块区', { 名称: '第1组团' }),
    line('成员', '汇东/第1块区/第1组团', { 角色: '志愿者', 姓名: '赵磊' }),
    line('块区', '汇东', { 名称: '第2块区' }),
    line('块区', '汇东', { 名称: '第2块区' }),
    line('组', '汇东', { 名称: '某' }),
    line('楼组', '汇东', { 名称: '1号楼' }),
    line('组团', '汇西/第1块区', { 名称: '第1组团' }),
    line('块区', '汇东', { 名称: '第3块区', 姓名: '赵磊' }),
    line('组团', '汇东/第2块区', { 名称: '第1组团' }),
    line('成员', '汇东/第2块区/第1组团', { 角色: '牵头负责人', 姓名: '赵磊' }),
    line('成员', '汇东/第2块区/第1组团', { 角色: '牵头负责人', 姓名: '孙丽' }),
    line('成员', '汇东/第2块区/第1组团', { 角色: '志愿者', 姓名: '赵磊' }),
    line('成员', '汇东/第2块区/第1组团', { 角色: '志愿者', 共建单位: '幼儿园' }),
    line('干部', '汇东', { 角色: '国王', 姓名: '赵磊' }),
    line('村', '', { 名称: '汇南', 编码: 'HD' }),
  ];
  await changesNothing(platform, town, async () => {
    const { errors, errorCount } = await preview(town, csv(rows));
    expect(errors.map(({ row, column, code }: Record<string, unknown>) => [row, column, code])).toEqual([
      [3, '开始日期', 'rowDay'],
      [7, '名称', 'rowTwice'],
      [8, '类型', 'rowWord'],
      [9, '类型', 'kindNotAllowed'],
      [10, '上级', 'rowParentMissing'],
      [11, '姓名', 'rowUnused'],
      [14, '角色', 'rowSecondLead'],
      [15, '姓名', 'rowTwice'],
      [16, '共建单位', 'partnerRole'],
      [16, '姓名', 'required'],
      [17, '角色', 'rowWord'],
      [18, '编码', 'codeTaken'],
      [4, '上级', 'rowParentAtFault'],
      [5, '上级', 'rowParentAtFault'],
    ]);
    expect(errorCount).toBe(13);
    expect(errors[1].message).toBe('The same as row 6.');
    const chinese = await platform.clientOf(`admin-${town.code}`, 'zh');
    expect((await preview(town, csv(rows), {}, chinese)).errors[1].message).toBe('与第 6 行重复。');
    const refusal = await town.admin.refused('importTree', fileOf(town, csv(rows), { expectedDigest: 'any' }));
    expect(refusal).toEqual({ code: 'BAD_INPUT', field: 'input.content' });
  });
});
