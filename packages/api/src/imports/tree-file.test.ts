import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { csv, exportFile, fileOf, header, importFile, line, linesOf, preview } from './import.fixture.ts';

const platform = testPlatform();

const village = (name: string, cells: Record<string, string> = {}) => line('村', '', { 名称: name, ...cells });

/** A workbook of one sheet. */
function workbook(rows: readonly (readonly unknown[])[], options: { date1904?: boolean } = {}): Uint8Array {
  const book = utils.book_new(utils.aoa_to_sheet(rows.map((row) => [...row])));
  book.Workbook = { WBProps: { date1904: options.date1904 === true } };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

it.each([
  ['GB18030', Buffer.from('c0e0d0cd2cc9cfbcb62cc3fbb3c60ab4e52c2cbbe3b6ab0a', 'hex')],
  ['UTF-8 with a mark, semicolons', '\uFEFF类型;上级;名称\n村;;汇东\n'],
  ['tabs', '类型\t上级\t名称\n村\t\t汇东\n'],
  [
    'full-width commas and blanks, blank rows, other line ends',
    '类型，上级，名称\r\n，，\r\n\r\n　村　，，　汇东　\r\n',
  ],
  ['UTF-16', Buffer.from('\uFEFFkind\tparent\tname\nvillage\t\t汇东\n', 'utf16le')],
  ['a workbook', workbook([['类型', '上级', '名称'], [], ['村', null, '汇东']])],
])('reads %s', async (_name, content) => {
  const town = await platform.newTown();
  expect(await importFile(town, content)).toMatchObject({ rows: 1, opens: 1, errors: [] });
  expect(linesOf(await exportFile(town, town.admin)).some((each) => each.startsWith('村,,汇东,'))).toBe(true);
});

it.each([
  ['2024-02-29', '2024-02-29'],
  ['2024/2/29', '2024-02-29'],
  ['2024年2月29日', '2024-02-29'],
  ['２０２４．２．２９', '2024-02-29'],
  ['20240229', '2024-02-29'],
  ['45351', '2024-02-29'],
])('reads the day %s', async (written, day) => {
  const town = await platform.newTown();
  await importFile(town, csv([village('汇东', { 开始日期: written })]));
  expect(linesOf(await exportFile(town, town.admin)).find((each) => each.startsWith('村,,汇东,'))).toContain(`,${day}`);
});

it('reads days of workbooks, also of those that count from 1904', async () => {
  const town = await platform.newTown();
  const dated = (name: string, serial: number) => ['村', '', name, { t: 'n', v: serial, z: 'yyyy-mm-dd' }];
  const head = ['类型', '上级', '名称', '开始日期'];
  await importFile(town, workbook([head, dated('汇东', 45351)]));
  await importFile(town, workbook([head, dated('汇西', 45351 - 1462)], { date1904: true }));
  const lines = linesOf(await exportFile(town, town.admin)).filter((each) => /^村,,汇[东西],/.test(each));
  expect(lines.map((each) => each.slice(-10))).toEqual(['2024-02-29', '2024-02-29']);
});

it('keeps what a spreadsheet would take for a formula from being one, and reads it back as it was', async () => {
  const town = await platform.newTown();
  const names = ['=1+1', '@SUM(A1)', '-1', '+1', "'=x", '＝1', 'a/b\\c〔村〕', '〔村〕', '"a", b'];
  for (const name of names) await town.admin.do('openUnit', { town: town.code, kind: 'VILLAGE', name }, 'unit { id }');
  for (const parent of ['a/b\\c〔村〕', '〔村〕', '=1+1']) {
    const { town: read } = await town.admin.ask(
      'query($code: RegisterCode!, $name: String!) { town(code: $code) { units(filter: { name: $name }) { nodes { id name } } } }',
      { code: town.code, name: parent },
    );
    const { id } = read.units.nodes.find((each: { name: string }) => each.name === parent);
    await town.openUnit({ parent: id, name: '块' });
  }
  for (const format of ['CSV', 'XLSX'] as const) {
    const file = await exportFile(town, town.admin, format);
    const { rows, unchanged, errors } = await preview(town, file);
    expect({ errors, unchanged }).toEqual({ errors: [], unchanged: rows });
    if (format === 'CSV') expect(file.toString('utf8')).not.toMatch(/(^|,|\n)"?[=+\-@＝]/);
  }
});

it('refuses what is no table of a town', async () => {
  const town = await platform.newTown();
  const zip = zipSync({ 'a.txt': new Uint8Array(10) });
  const wrong: [string, string | Uint8Array][] = [
    ['nothing', ' '],
    ['no headers', '村,,汇东\n'],
    ['a column twice', '类型,上级,名称,名称\n村,,汇东,\n'],
    ['an unknown column', '类型,上级,名称,电话\n村,,汇东,\n'],
    ['no text', new Uint8Array([0x00, 0xff, 0xfe, 0x80, 0xff])],
    ['an open quotation mark', '类型,上级,名称\n村,,"汇东\n'],
    ['a zip that is no workbook', zip],
    ['what only begins as a zip', Buffer.from('PK\u0003\u0004汇东')],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
  ];
  await changesNothing(platform, town, async () => {
    for (const [name, content] of wrong) {
      const input = fileOf(town, content);
      const refusal = await town.admin.refused('previewTreeImport', input);
      expect([name, refusal]).toEqual([name, { code: 'BAD_INPUT', field: 'input.content' }]);
    }
    expect(await town.admin.refused('previewTreeImport', { ...fileOf(town, ''), content: 'nönsense' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.content',
    });
  });
  expect(platform.faults).toEqual([]);
});

it('says of a file that is named as a workbook and is none just that', async () => {
  const town = await platform.newTown();
  const said = async (fileName: string, language: string) => {
    const client = await platform.clientOf(`admin-${town.code}`, language);
    const query = 'mutation($input: PreviewTreeImportInput!) { previewTreeImport(input: $input) { rows } }';
    const { errors } = await client.send(query, { input: { ...fileOf(town, '名称\n东海'), fileName } });
    return errors[0]?.message;
  };
  expect(await said('组织树.XLSX', 'zh')).toBe('不是有效的 XLSX 工作簿。');
  expect(await said('组织树.xlsx', 'en')).toBe('This is no valid XLSX workbook.');
  expect(await said('组织树.csv', 'zh')).toContain('第一行必须是列名');
});

it('takes large bodies only from those who may import', async () => {
  const town = await platform.newTown();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const rows = Array.from({ length: 10_000 }, (_, index) => village(`汇东第${index}村的一个比较长的名称用来占地方`));
  const input = fileOf(town, csv([header, ...rows]));
  expect(input.content.length).toBeGreaterThan(1024 * 1024);
  const query = 'mutation($input: PreviewTreeImportInput!) { previewTreeImport(input: $input) { rows } }';
  expect((await town.admin.send(query, { input })).data).toEqual({ previewTreeImport: { rows: 10_001 } });
  for (const client of [officer, platform.public]) {
    const { status, errors } = await client.send(query, { input });
    expect([status, errors[0]?.extensions.code]).toEqual([413, 'LIMIT_EXCEEDED']);
  }
});
