import { describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { membersOn, recordOf } from '../residents/resident.fixture.ts';
import { fileOf, importFile, inputOf, member, preview } from './household-import.fixture.ts';

const platform = testPlatform();

const households = `query($id: ID!) @purpose(of: CHECK) { unit(id: $id) { ... on Block { households { nodes {
  id code address categories { category { name } } } } } } }`;

describe('a file of households', () => {
  it('brings households with their members, addresses and categories, from a workbook as from text', async () => {
    const { town, blocks } = await settledTown(platform, 0);
    const village = await villageOf(town);
    const zhang = {
      块区: `${village}/东块`,
      地址: '幸福路１号',
      姓名: '张三',
      户主: '是',
      出生年份: '1940',
      电话: '138-1234-5678',
    };
    const rows = [
      member('A1', { ...zhang, 类别: await twoCategories(town), 类别原因: '子女在外地' }),
      member('A1', { 姓名: '张四', 出生年份: '1970' }),
      member('A2', { 块区: `${village}/西块` }),
    ];
    const file = fileOf(rows, 'XLSX');
    const workbook = { fileName: '住户.xlsx' };
    expect(await importFile(town, file, workbook)).toMatchObject({
      rows: 3,
      households: 2,
      members: 2,
      categories: 2,
      errors: [],
    });
    const { nodes } = (await town.admin.ask(households, { id: blocks[0] })).unit.households;
    expect(nodes).toMatchObject([{ code: 'A1', address: '幸福路1号' }]);
    expect(nodes[0].categories).toHaveLength(2);
    expect(await membersOn(town.admin, nodes[0].id, '2024-01-01')).toEqual(['张三 1940 13812345678 户主', '张四 1970']);
    expect((await recordOf(town.admin, nodes[0].id)).map((entry) => entry.split(' ')[0])).toEqual([
      'REGISTERED',
      'ADDRESS_SET',
      'RESIDENT_ADDED',
      'RESIDENT_ADDED',
      'CATEGORIZED',
      'CATEGORIZED',
    ]);
    // The same file again finds that all is there.
    expect(await importFile(town, file, workbook)).toMatchObject({
      households: 0,
      members: 0,
      categories: 0,
      unchanged: 2,
    });
    const more = fileOf([member('A1', { 姓名: '张五' }), member('A2', { 地址: '幸福路2号' })]);
    expect(await importFile(town, more)).toMatchObject({ households: 0, members: 1, duplicateCount: 0 });
  });

  it('shows who may be in another household already before anything is written, and leaves them out or adds them', async () => {
    const { town, blocks } = await settledTown(platform, 0);
    const village = await villageOf(town);
    const li = { 姓名: '李红', 出生年份: '1980' };
    await importFile(town, fileOf([member('A1', { 块区: `${village}/东块`, ...li })]));
    const rows = [
      member('A2', { 块区: `${village}/东块`, ...li }),
      member('A2', { 姓名: '李红', 出生年份: '1950' }),
      member('A3', { 块区: `${village}/东块`, 姓名: '王明', 电话: '13900000001' }),
      member('A4', { 块区: `${village}/东块`, 姓名: '王明', 电话: '139 0000 0001' }),
    ];
    const file = fileOf(rows);
    const found = await preview(town, file);
    expect(found).toMatchObject({
      duplicateCount: 2,
      duplicates: [
        { row: 2, household: { code: 'A1' }, otherRow: null },
        { row: 5, household: null, otherRow: 4 },
      ],
    });
    await changesNothing(platform, town, async () => {
      const input = inputOf(town, file, { expectedDigest: found.digest });
      expect(await town.admin.refused('importHouseholds', input, 'UPKEEP')).toEqual({
        code: 'CONFLICT',
        field: 'input.duplicates',
      });
    });
    expect(await importFile(town, file, { duplicates: 'SKIP' })).toMatchObject({ households: 3, members: 2 });
    const added = await importFile(town, file, { duplicates: 'ADD' });
    expect(added).toMatchObject({ households: 0, members: 2, unchanged: 2 });
    const { nodes } = (await town.admin.ask(households, { id: blocks[0] })).unit.households;
    expect(nodes.map((each: { code: string }) => each.code)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  it('leaves out and adds its duplicates row by row, as is chosen for each once the file was looked at', async () => {
    const { town, blocks } = await settledTown(platform, 0);
    const village = await villageOf(town);
    const [li, wang] = [
      { 姓名: '李红', 出生年份: '1980' },
      { 姓名: '王明', 出生年份: '1970' },
    ];
    await importFile(town, fileOf([member('A1', { 块区: `${village}/东块`, ...li }), member('A1', wang)]));
    const file = fileOf([member('A2', { 块区: `${village}/东块`, ...li }), member('A2', wang)]);
    const { digest, duplicates } = await preview(town, file);
    expect(duplicates).toMatchObject([
      { row: 2, code: 'A2', household: { code: 'A1' } },
      { row: 3, code: 'A2', household: { code: 'A1' } },
    ]);
    const choosing = (choices: unknown[], more = {}) =>
      inputOf(town, file, { expectedDigest: digest, choices, ...more });
    const add = { row: 2, handling: 'ADD' };
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of [
        [choosing([add]), 'CONFLICT', 'input.duplicates'],
        [choosing([add, { row: 9, handling: 'SKIP' }]), 'BAD_INPUT', 'input.choices.1.row'],
        [choosing(Array.from({ length: 1001 }, () => add)), 'BAD_INPUT', 'input.choices'],
      ] as const) {
        expect(await town.admin.refused('importHouseholds', input, 'UPKEEP')).toEqual({ code, field });
      }
    });
    const selection = 'households members';
    const done = await town.admin.do('importHouseholds', choosing([add], { duplicates: 'SKIP' }), selection, 'UPKEEP');
    expect(done).toEqual({ households: 1, members: 1 });
    const { nodes } = (await town.admin.ask(households, { id: blocks[0] })).unit.households;
    expect(await membersOn(town.admin, nodes[1].id, '2024-01-01')).toEqual(['李红 1980']);
  });

  it('is held against who lives there for a purpose alone, which the auditor finds with all whom it knew', async () => {
    const { town } = await settledTown(platform, 0);
    const auditor = await town.account('AUDITOR');
    const block = `${await villageOf(town)}/东块`;
    await importFile(town, fileOf([member('A1', { 块区: block, 姓名: '李红', 出生年份: '1980' })]));
    const query = `query($code: RegisterCode!) { town(code: $code) { readings(first: 100) { nodes { fields purpose subjects } } } }`;
    const latest = async () => (await auditor.ask(query, { code: town.code })).town.readings.nodes;
    const before = await latest();
    const file = fileOf([
      member('A1', { 姓名: '李红' }),
      member('A2', { 块区: block, 姓名: '李红', 出生年份: '1980' }),
    ]);
    const looked = inputOf(town, file);
    const input = { ...looked, expectedDigest: 'x' };
    await changesNothing(platform, town, async () => {
      const refused = { code: 'BAD_INPUT', field: 'input.content' };
      expect(await town.admin.refused('previewHouseholdImport', looked)).toEqual(refused);
      expect(await town.admin.refused('importHouseholds', input)).toEqual(refused);
    });
    expect(await latest()).toEqual(before);
    const seen = { fields: ['Resident.name'], purpose: 'UPKEEP', subjects: 1 };
    expect(await preview(town, file)).toMatchObject({ unchanged: 1, duplicateCount: 1 });
    expect((await town.admin.refused('importHouseholds', input, 'UPKEEP')).field).toBe('input.expectedDigest');
    await preview(town, fileOf([member('A3', { 块区: block, 姓名: '王明' })]));
    expect((await latest()).slice(0, 3)).toEqual([{ ...seen, subjects: 0 }, seen, ...before.slice(0, 1)]);
  });

  it('starts from an empty one, which whoever imports households is given', async () => {
    const { town } = await settledTown(platform, 0);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const query = `query($code: RegisterCode!, $format: TreeFileFormat!) { town(code: $code) {
      householdFileTemplate(format: $format) { fileName contentType content } } }`;
    const read = async (format: string) =>
      (await town.admin.ask(query, { code: town.code, format })).town.householdFileTemplate;
    const text = await read('CSV');
    expect(text.fileName).toBe('住户导入.csv');
    expect(Buffer.from(text.content, 'base64').toString('utf8').trim()).toBe(
      '\uFEFF户号,块区,地址,起始日期,姓名,户主,出生年份,电话,类别,类别原因'.trim(),
    );
    const { content } = await read('XLSX');
    expect(await preview(town, content, { fileName: '住户导入.xlsx' })).toMatchObject({ rows: 0, errors: [] });
    const { errors } = await officer.send(query, { code: town.code, format: 'CSV' });
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('with rows at fault is refused as a whole, each named by row and column', async () => {
    const { town, households: known, codes } = await settledTown(platform, 2);
    const village = await villageOf(town);
    await openOverlay(town, ['籍贯块']);
    await town.admin.do('endHousehold', { household: known[1], on: '2023-06-01' }, 'household { id }');
    const rows: [string[], string, string][] = [
      [member('', { 姓名: '甲' }), '户号', 'required'],
      [member('B1', { 姓名: '甲' }), '块区', 'required'],
      [member('B2', { 块区: '没有的块' }), '块区', 'rowParentMissing'],
      [member('B3', { 块区: `${village}/籍贯块` }), '块区', 'notABlock'],
      [member('B4', { 块区: `${village}/东块`, 起始日期: '2022-01-01' }), '起始日期', 'dateBeforeBeginning'],
      [member('B5', { 块区: `${village}/东块`, 姓名: '乙', 电话: '12345' }), '电话', 'noTelephone'],
      [member('B6', { 块区: `${village}/东块`, 姓名: '乙', 出生年份: '九零' }), '出生年份', 'birthYear'],
      [member('B7', { 块区: `${village}/东块`, 电话: '13912345678' }), '姓名', 'required'],
      [member('B8', { 块区: `${village}/东块`, 类别: '不知道', 类别原因: '无' }), '类别', 'rowWord'],
      [member('B9', { 块区: `${village}/东块`, 类别: '教师' }), '类别原因', 'required'],
      [member('B10', { 块区: `${village}/东块`, 姓名: '丙', 户主: '也许' }), '户主', 'rowWord'],
      [member(codes[1] ?? '', { 块区: `${village}/东块`, 姓名: '丁' }), '户号', 'rowHouseholdEnded'],
      [member(codes[0] ?? '', { 块区: `${village}/西块` }), '块区', 'rowDiffers'],
    ];
    const twice = [member('B11', { 块区: `${village}/东块`, 姓名: '戊', 户主: '是' }), member('B11', { 姓名: '戊' })];
    const heads = [
      member('B12', { 块区: `${village}/东块`, 姓名: '己', 户主: '是' }),
      member('B12', { 块区: `${village}/西块`, 姓名: '庚', 户主: '是' }),
    ];
    const file = fileOf([...rows.map(([row]) => row), ...twice, ...heads]);
    const found = await preview(town, file);
    await changesNothing(platform, town, async () => {
      const expected = rows.map(([, column, code], index) => ({ row: index + 2, column, code }));
      const last = rows.length + 2;
      expect(found.errors.map(({ message: _, ...error }: { message: string }) => error)).toEqual([
        ...expected,
        { row: last + 1, column: '姓名', code: 'rowTwice' },
        { row: last + 3, column: '块区', code: 'rowDiffersAbove' },
        { row: last + 3, column: '户主', code: 'headThere' },
      ]);
      const input = inputOf(town, file, { expectedDigest: found.digest });
      expect(await town.admin.refused('importHouseholds', input, 'UPKEEP')).toEqual({
        code: 'BAD_INPUT',
        field: 'input.content',
      });
    });
  });

  it('is imported by the administrator alone, as it was looked at, and only into their town', async () => {
    const { town } = await settledTown(platform, 0);
    const village = await villageOf(town);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const elsewhere = await platform.newTown();
    const file = fileOf([member('A1', { 块区: `${village}/东块` })]);
    const input = inputOf(town, file);
    await changesNothing(platform, town, async () => {
      expect((await officer.refused('previewHouseholdImport', input, 'UPKEEP')).code).toBe('FORBIDDEN');
      expect((await elsewhere.admin.refused('previewHouseholdImport', input, 'UPKEEP')).code).toBe('NOT_FOUND');
      const other = { ...input, expectedDigest: 'x' };
      expect(await town.admin.refused('importHouseholds', other, 'UPKEEP')).toEqual({
        code: 'CONFLICT',
        field: 'input.expectedDigest',
      });
      const headless = { ...input, content: Buffer.from('姓名\n甲').toString('base64'), fileName: 'a.csv' };
      expect(await town.admin.refused('previewHouseholdImport', headless, 'UPKEEP')).toEqual({
        code: 'BAD_INPUT',
        field: 'input.content',
      });
    });
  });
});

/** The name of the village or committee in which such towns have their blocks. */
async function villageOf(town: TestTown): Promise<string> {
  return (await town.admin.ask('query($id: ID!) { unit(id: $id) { name } }', { id: town.unit(0) })).unit.name;
}

/** Two categories of the town, as a cell names them. */
async function twoCategories(town: TestTown): Promise<string> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { categories { name sensitive } } }';
  const { categories } = (await town.admin.ask(query, { code: town.code })).town;
  const sensitive = categories.find((each: { sensitive: boolean }) => each.sensitive);
  const open = categories.find((each: { sensitive: boolean }) => !each.sensitive);
  return `${sensitive.name}、${open.name}`;
}
