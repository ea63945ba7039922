import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { csv, exportFile, header, importFile, line, linesOf, preview } from './import.fixture.ts';

const platform = testPlatform();

const names = ['东', '西', '=1', "'-1", 'a/b', 'a\\', '东〔村〕', '〔村〕', ' x', '"q"', 'a,b;c', '3#楼'];
const people = ['王秀英', '赵磊', '@孙', '李；娟'];
const days = ['2024-01-01', '2024-03-01', '2024-06-30', ''];
const roles = ['牵头负责人', '条线干部', '志愿者', '共建单位'];
const titles = ['党组织书记', '主任', '副主任', '工作人员'];

const some = <Value>(value: fc.Arbitrary<Value>, most = 3) => fc.array(value, { maxLength: most });
const name = fc.constantFrom(...names);
const day = fc.constantFrom(...days);
const who = fc.record({ person: fc.constantFrom(...people), number: fc.constantFrom('', '1', '2'), day });
const member = fc.record({ who, role: fc.constantFrom(...roles) });
const team = fc.record({ name, day, members: some(member, 4) });
const building = fc.record({ name, day, status: fc.constantFrom('', '筹建') });
const block = fc.record({ name, day, teams: some(team), buildings: some(building) });
const officer = fc.record({ who, title: fc.constantFrom(...titles) });
const village = fc.record({
  kind: fc.constantFrom('村', '居委会', '园区'),
  name,
  day,
  blocks: some(block),
  officers: some(officer),
});

/** The rows of a random tree. Some do not fit each other; those that the import refuses are left out. */
function rowsOf(villages: readonly (typeof village extends fc.Arbitrary<infer Value> ? Value : never)[]): string[][] {
  const escaped = (text: string) => text.trim().replaceAll(/[\\/〔〕]/g, '\\$&');
  return villages.flatMap(({ kind, name: own, day: from, blocks, officers }) => {
    const path = `${escaped(own)}〔${kind}〕`;
    return [
      line(kind, '', { 名称: own, 开始日期: from }),
      ...officers.map(({ who: held, title }) =>
        line('干部', path, { 角色: title, 姓名: held.person, 同名序号: held.number, 开始日期: held.day }),
      ),
      ...blocks.flatMap((each) => {
        const below = `${path}/${escaped(each.name)}`;
        return [
          line('块区', path, { 名称: each.name, 开始日期: each.day }),
          ...each.buildings.map((one) => line('楼组', below, { 名称: one.name, 状态: one.status, 开始日期: one.day })),
          ...each.teams.flatMap((formed) => [
            line('组团', below, { 名称: formed.name, 开始日期: formed.day }),
            ...formed.members.map(({ who: held, role }) =>
              line('成员', `${below}/${escaped(formed.name)}`, {
                角色: role,
                [role === '共建单位' ? '共建单位' : '姓名']: held.person,
                同名序号: held.number,
                开始日期: held.day,
              }),
            ),
          ]),
        ];
      }),
    ];
  });
}

/** A file in CSV whose cells are written as text that no reader takes for a formula or a quotation. */
const written = (rows: readonly string[][]) =>
  csv(rows.map((row) => row.map((cell) => (/^'*[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""'))));

/** Imports what of random rows can be imported. */
async function grow(town: TestTown, rows: string[][]): Promise<void> {
  let left = rows;
  for (let pass = 0; pass < 50; pass++) {
    const { errors, errorCount } = await preview(town, written(left));
    if (errorCount === 0) break;
    const wrong = new Set(errors.map((error: { row: number }) => error.row - 2));
    left = left.filter((_, index) => !wrong.has(index));
  }
  await importFile(town, written(left));
}

it(
  'brings any tree into another town as it is, and into its own without a change',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(village, { minLength: 1, maxLength: 3 }), async (villages) => {
        const [town, twin] = [await platform.newTown(), await platform.newTown()];
        // Both have villages of the register beforehand, some of one name and different codes.
        const before = new Set(
          [await exportFile(town, town.admin), await exportFile(twin, twin.admin)].flatMap((file) => linesOf(file)),
        );
        const grown = (file: Buffer) => linesOf(file).filter((each) => !before.has(each));
        await grow(town, rowsOf(villages));
        const file = await exportFile(town, town.admin);
        const again = await preview(town, file);
        expect({ errors: again.errors, unchanged: again.unchanged }).toEqual({ errors: [], unchanged: again.rows });
        await importFile(twin, [header.join(), ...grown(file)].join('\r\n'));
        expect(grown(await exportFile(twin, twin.admin))).toEqual(grown(file));
      }),
      { numRuns: 6 * times, endOnFailure: true },
    );
  },
  240_000 * times,
);
