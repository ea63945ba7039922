import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { csv, exportFile, importFile, line, linesOf, preview } from './import.fixture.ts';

const platform = testPlatform();

const block = [line('村', '', { 名称: '汇东' }), line('块区', '汇东', { 名称: '第1块区' })];
const team = (name: string) => line('组团', '汇东/第1块区', { 名称: name });
const member = (of: string, person: string, cells: Record<string, string> = {}) =>
  line('成员', `汇东/第1块区/${of}`, { 角色: '志愿者', 姓名: person, ...cells });

const peopleOf = async (town: TestTown): Promise<string[]> => {
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { people(first: 100) { nodes { name } } } }',
    { code: town.code },
  );
  return read.people.nodes.map(({ name }: Data) => name);
};

it('takes one name in one village for one person, and elsewhere for another', async () => {
  const town = await platform.newTown();
  const rows = [
    ...block,
    team('甲'),
    team('乙'),
    line('干部', '汇东', { 角色: '书记', 姓名: '王秀英' }),
    member('甲', '王秀英'),
    member('乙', '王秀英'),
    line('村', '', { 名称: '汇西' }),
    line('干部', '汇西', { 角色: '书记', 姓名: '王秀英' }),
  ];
  expect(await importFile(town, csv(rows))).toMatchObject({ people: 2, members: 2, officers: 2 });
  const more = csv([member('甲', '赵磊'), line('干部', '汇东', { 角色: '主任', 姓名: '王秀英' })]);
  expect(await importFile(town, more)).toMatchObject({ people: 1, members: 1, officers: 1, unchanged: 0 });
  expect(await peopleOf(town)).toEqual(['王秀英', '王秀英', '赵磊']);
});

it('asks which of several is meant, names them, and takes a number', async () => {
  const town = await platform.newTown();
  const both = [member('甲', '赵磊', { 同名序号: '1' }), member('甲', '赵磊', { 同名序号: '2', 角色: '党小组长' })];
  expect(await importFile(town, csv([...block, team('甲'), team('乙'), ...both]))).toMatchObject({ people: 2 });
  expect(
    linesOf(await exportFile(town, town.admin))
      .filter((each) => each.startsWith('成员'))
      .map((each) => each.slice(0, -11)),
  ).toEqual(['成员,汇东/第1块区/甲,,,,,党小组长,赵磊,,2', '成员,汇东/第1块区/甲,,,,,志愿者,赵磊,,1']);
  const { errors } = await preview(town, csv([member('乙', '赵磊')]));
  expect(errors).toEqual([
    {
      row: 2,
      column: '姓名',
      code: 'rowNamesakes',
      message:
        'There are several of this name there: 1 赵磊（甲）；2 赵磊（甲）. Give the number, counted from 1, in 同名序号.',
    },
  ]);
  const second = csv([member('乙', '赵磊', { 同名序号: '2' }), member('乙', '赵磊', { 同名序号: '3' })]);
  expect(await importFile(town, second)).toMatchObject({ people: 1, members: 2 });
  expect(await peopleOf(town)).toEqual(['赵磊', '赵磊', '赵磊']);
  // What is there already is found without a number.
  expect(await preview(town, csv([member('甲', '赵磊')]))).toMatchObject({ unchanged: 1, errors: [] });
});

it('knows a partner organisation in the whole town, and keeps to one lead', async () => {
  const town = await platform.newTown();
  await town.admin.do('registerPartner', { town: town.code, name: '幼儿园' }, 'partner { id }');
  const partner = (of: string) => line('成员', `汇东/第1块区/${of}`, { 角色: '共建单位', 共建单位: '幼儿园' });
  const rows = [
    ...block,
    team('甲'),
    team('乙'),
    partner('甲'),
    partner('乙'),
    member('甲', '赵磊', { 角色: '牵头负责人' }),
  ];
  expect(await importFile(town, csv(rows))).toMatchObject({ people: 1, members: 3 });
  const wrong = csv([
    member('甲', '孙丽', { 角色: '牵头负责人' }),
    member('甲', '赵磊'),
    partner('丙'),
    line('组团', '汇东', { 名称: '甲' }),
    line('组团', '汇东/第1块区', { 名称: '甲', 开始日期: '2024-01-01' }),
    line('块区', '汇东', { 名称: '第1块区', 编码: 'X' }),
  ]);
  const { errors } = await preview(town, wrong);
  expect(errors.map(({ row, code }: Data) => [row, code])).toEqual([
    [2, 'teamHasLead'],
    [3, 'alreadyMember'],
    [4, 'rowParentMissing'],
    [5, 'notABlock'],
    [6, 'dateBeforeBeginning'],
    [7, 'rowDiffers'],
  ]);
});
