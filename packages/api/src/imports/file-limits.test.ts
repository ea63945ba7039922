import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { fileOf, preview } from './import.fixture.ts';

const platform = testPlatform();
let town: TestTown;
beforeAll(async () => {
  town = await platform.newTown();
});

const tooMuch = { code: 'LIMIT_EXCEEDED', field: 'input.content' };
const refused = (content: string | Uint8Array, verb = 'previewTreeImport') =>
  town.admin.refused(verb, fileOf(town, content), verb === 'previewHouseholdImport' ? 'UPKEEP' : undefined);

/** What is said of a file, in a language. */
async function said(content: string | Uint8Array, language: string): Promise<string | undefined> {
  const client = await platform.clientOf(`admin-${town.code}`, language);
  const query = 'mutation($input: PreviewTreeImportInput!) { previewTreeImport(input: $input) { rows } }';
  return (await client.send(query, { input: fileOf(town, content) })).errors[0]?.message;
}

const head = ['类型', '上级', '名称'];
const villages = (count: number) => Array.from({ length: count }, (_, index) => ['村', '', `汇${index}`]);

/** A workbook of sheets of rows, the first of which is read. Texts stand in the cells or in a list beside them. */
function workbook(sheets: unknown[][][], bookSST = false): Uint8Array {
  const book = utils.book_new();
  for (const rows of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows));
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST }));
}

/** A workbook whose first sheet holds these rows, as they are written in XML. */
function workbookOf(rows: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  });
}

/** A row in XML, with its number where it has one. */
const row = (cells: readonly string[], number?: number) =>
  `<row${number === undefined ? '' : ` r="${number}"`}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

it.each([
  ['previewTreeImport', '类型,上级,名称'],
  ['previewOrganizationImport', '名称,所在单位,组织类别'],
  ['previewHouseholdImport', '户号,块区,姓名'],
])('%s refuses a file of 300,000 rows', async (verb, columns) => {
  const file = `${columns}\n${Array.from({ length: 300_000 }, (_, index) => `${index},东村,某某`).join('\n')}`;
  await changesNothing(platform, town, async () => expect(await refused(file, verb)).toEqual(tooMuch));
});

it('says how many rows there may be, in both languages', async () => {
  const file = [head, ...villages(50_001)].map((cells) => cells.join(',')).join('\n');
  expect(await said(file, 'en')).toBe('At most 50000 rows.');
  expect(await said(file, 'zh')).toBe('最多 50000 行。');
  expect(await preview(town, file.slice(0, file.lastIndexOf('\n')))).toMatchObject({ rows: 50_000, errorCount: 0 });
}, 60_000);

it('reads nothing of a file after the first row that is one too many', async () => {
  const file = `名称,所在单位\n${'厂,东村\n'.repeat(5000)}`;
  const unclosed = '厂,"东村\n';
  expect(await refused(`${file}${unclosed}`, 'previewOrganizationImport')).toEqual({
    code: 'BAD_INPUT',
    field: 'input.content',
  });
  expect(await refused(`${file}厂,东村\n${unclosed}`, 'previewOrganizationImport')).toEqual(tooMuch);
});

it.each([
  ['texts in the cells', false],
  ['texts in a list', true],
])('refuses a workbook of more rows than there may be, with %s', async (_, bookSST) => {
  expect(await refused(workbook([[head, ...villages(5001)]], bookSST), 'previewOrganizationImport')).toEqual(tooMuch);
  // A sheet beside the first one is not read.
  const file = workbook([[head, ...villages(5)], villages(60_000)], bookSST);
  expect(await preview(town, file)).toMatchObject({ rows: 5, errorCount: 0 });
});

it('passes blank rows over, up to 200,000 rows in all', async () => {
  const styled = '<row><c s="0"/><c t="str"><f>""</f><v></v></c></row>';
  const file = workbookOf(`${row(head)}${styled.repeat(100_000)}${row(['村', '', '汇东'])}`);
  expect(await preview(town, file)).toMatchObject({ rows: 1, errorCount: 0 });
  const text = `${head.join(',')}\n${',,\n'.repeat(100_000)}村,,汇东`;
  expect(await preview(town, text)).toMatchObject({ rows: 1, errorCount: 0 });
  const far = workbookOf(row(head, 1) + row(['村', '', '汇东'], 1_000_000));
  for (const each of [far, workbookOf(row(head) + styled.repeat(200_000)), `${head}\n${',,\n'.repeat(200_000)}`]) {
    expect(await said(each, 'en')).toBe('At most 200000 rows, blank ones counted.');
    expect(await said(each, 'zh')).toBe('最多 200000 行，空行也计入。');
  }
}, 60_000);

const sheet = 'xl/worksheets/sheet1.xml';
const blank = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
/** Where the central directory lists the last part of a ZIP file. */
const lastListed = (zip: Buffer) => zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));

it('refuses a workbook whose parts are too large together', async () => {
  expect(await refused(zipSync({ [sheet]: blank(65) }, { level: 9 }))).toEqual(tooMuch);
  expect(await refused(zipSync({ [sheet]: blank(33), 'xl/styles.xml': blank(33) }, { level: 9 }))).toEqual(tooMuch);
  expect(await said(zipSync({ [sheet]: blank(65) }, { level: 9 }), 'zh')).toBe('文件过大：最多 6 MB，且须能很快读完。');
});

it('refuses a workbook one part of which is larger than it says, once it is', async () => {
  const bomb = Buffer.from(zipSync({ [sheet]: blank(200) }, { level: 9 }));
  // The size unpacked, in its 25th to 28th byte.
  bomb.writeUInt32LE(1000, lastListed(bomb) + 24);
  expect(await refused(bomb)).toEqual(tooMuch);
});

it('refuses a workbook of very many parts', async () => {
  const parts = Array.from({ length: 1001 }, (_, index) => [`xl/worksheets/sheet${index}.xml`, new Uint8Array(1)]);
  expect(await refused(zipSync(Object.fromEntries(parts)))).toEqual(tooMuch);
});

it('reads workbooks whose sizes are told by fields of 64 bits, as some programs write all of theirs', async () => {
  const plain = Buffer.from(workbook([[head, ['村', '', '汇东']]]));
  expect(await preview(town, withFieldsOf64Bits(plain))).toMatchObject({ rows: 1, errorCount: 0 });
});

/** The same ZIP file with sizes and places of all parts, and of the directory itself, as ZIP64 has them. */
function withFieldsOf64Bits(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const directory = zip.readUInt32LE(end + 16);
  const listed: Buffer[] = [];
  const count = zip.readUInt16LE(end + 10);
  for (let index = 0, at = directory; index < count; index++) {
    const next = at + 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const entry = Buffer.from(zip.subarray(at, at + 46 + zip.readUInt16LE(at + 28)));
    const extra = Buffer.alloc(28);
    extra.writeUInt16LE(1);
    extra.writeUInt16LE(24, 2);
    for (const [place, field] of [24, 20, 42].entries()) {
      extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + 8 * place);
      entry.writeUInt32LE(0xffff_ffff, field);
    }
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt16LE(0, 32);
    listed.push(entry, extra);
    at = next;
  }
  const all = Buffer.concat(listed);
  const [end64, locator, plainEnd] = [Buffer.alloc(56), Buffer.alloc(20), Buffer.from(zip.subarray(end))];
  end64.writeUInt32LE(0x06064b50);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(directory), 48);
  locator.writeUInt32LE(0x07064b50);
  locator.writeBigUInt64LE(BigInt(directory + all.length), 8);
  plainEnd.writeUInt32LE(0xffff_ffff, 16);
  return Buffer.concat([zip.subarray(0, directory), all, end64, locator, plainEnd]);
}

it('takes a body of more than a megabyte for files alone, of whoever may import', async () => {
  const text = 'a'.repeat(1_100_000);
  const named = 'query($name: String!) { town(code: "CODE") { findHouseholds(text: $name) { id } } }';
  const { status, errors } = await town.admin.send(named.replace('CODE', town.code), { name: text });
  expect([status, errors.map(({ extensions }) => [extensions.code, extensions.limit])]).toEqual([
    413,
    [['LIMIT_EXCEEDED', 'body']],
  ]);
  const both = `mutation($input: PreviewTreeImportInput!) { previewTreeImport(input: $input) { rows } dropDraft(input: { draft: "x" }) { __typename } }`;
  expect((await town.admin.send(both, { input: fileOf(town, text) })).status).toBe(413);
});
