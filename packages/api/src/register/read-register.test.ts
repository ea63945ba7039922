import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegister } from './read-register.ts';
import { RegisterError } from './register-rows.ts';

const official = import.meta.dirname;

describe('the official register of 2023', () => {
  it('has the published numbers of districts, towns and units', async () => {
    const register = await readRegister(official);
    expect(register).toMatchObject({ edition: '2023', validFrom: '2023-01-01' });
    expect(register.districts).toHaveLength(16);
    expect(countKinds(register.towns)).toEqual({ TOWN: 106, SUBDISTRICT: 107, TOWNSHIP: 2, SPECIAL_ZONE: 19 });
    expect(countKinds(register.units)).toEqual({ VILLAGE: 1555, COMMITTEE: 4941, SPECIAL_AREA: 13 });
  });

  it('gives Pujiang 浦江镇 its 35 villages and 41 committees', async () => {
    const { towns, units } = await readRegister(official);
    const pujiang = towns.find((town) => town.name === '浦江镇');
    expect(pujiang).toMatchObject({ districtCode: '310112', kind: 'TOWN' });
    const below = units.filter((unit) => unit.townCode === pujiang?.code);
    expect(countKinds(below)).toMatchObject({ VILLAGE: 35, COMMITTEE: 41 });
  });
});

const small = {
  'edition.json': '{"edition":"2024","validFrom":"2024-01-01","source":"a test"}',
  'districts.csv': 'code,name\n310112,闵行区\n310114,嘉定区\n',
  'towns.csv': 'code,name,district_code\n310112114,浦江镇,310112\n310114103,马陆镇,310114\n',
  'units.csv': 'code,name,town_code\n310112114201,光明村委会,310112114\n310114103001,育兰居委会,310114103\n',
};

type File = keyof typeof small;

describe('a register with a mistake', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'register-'));
    await Promise.all(Object.entries(small).map(([file, text]) => writeFile(join(folder, file), text)));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is accepted before the mistake is made, with a byte order mark and with Windows line ends', async () => {
    expect((await readRegister(folder)).units).toHaveLength(2);
    await writeFile(join(folder, 'units.csv'), `\uFEFF${small['units.csv'].replaceAll('\n', '\r\n')}`);
    expect((await readRegister(folder)).units).toHaveLength(2);
  });

  const mistakes: [string, File, string, string, number, RegExp][] = [
    ['a wrong header', 'units.csv', 'town_code', 'town', 1, /header must be "code,name,town_code"/],
    ['columns in another order', 'towns.csv', 'code,name,', 'name,code,', 1, /header/],
    ['a missing column', 'units.csv', '光明村委会,310112114\n', '光明村委会\n', 2, /2 columns instead of 3/],
    ['a column too many', 'towns.csv', ',310114\n', ',310114,\n', 3, /4 columns instead of 3/],
    ['an empty line', 'districts.csv', '310114,', '\n310114,', 3, /1 columns instead of 2/],
    ['a file cut off in a row', 'units.csv', ',310114103\n', '', 3, /2 columns instead of 3/],
    ['a short code', 'districts.csv', '310114', '31011', 3, /"31011" does not have exactly 6 digits/],
    ['a long code', 'units.csv', '310112114201', '3101121142010', 2, /exactly 12 digits/],
    ['a code with a letter', 'towns.csv', '310114103', '31011410X', 3, /exactly 9 digits/],
    ['full-width digits', 'districts.csv', '310114', '３１０１１４', 3, /exactly 6 digits/],
    ['a district twice', 'districts.csv', '310114', '310112', 3, /310112 is there twice/],
    ['a town twice', 'towns.csv', '310114103,马陆镇,310114', '310112114,马陆镇,310112', 3, /is there twice/],
    ['a unit twice', 'units.csv', '310114103001,育兰居委会,310114103', '310112114201,甲居委会,310112114', 3, /twice/],
    ['an unknown district', 'towns.csv', ',310114\n', ',310199\n', 3, /district "310199" is not in the register/],
    ['an unknown town', 'units.csv', ',310112114\n', ',310112999\n', 2, /town "310112999" is not in the register/],
    ['a town of another district', 'towns.csv', ',310114\n', ',310112\n', 3, /does not begin with.*310112/],
    ['a unit of another town', 'units.csv', ',310112114\n', ',310114103\n', 2, /does not begin with.*310114103/],
    ['an empty name', 'towns.csv', '马陆镇', '', 3, /name is empty/],
    ['a name of blanks', 'districts.csv', '嘉定区', ' \u3000', 3, /name is empty/],
    ['blanks around a name', 'districts.csv', '嘉定区', '嘉定区 ', 3, /blanks around/],
    ['a control character', 'units.csv', '光明', '光\u0007明', 2, /control or replacement character/],
    ['a zero-width space', 'units.csv', '光明', '光\u200b明', 2, /control or replacement character/],
    ['a replacement character', 'towns.csv', '马陆', '马\uFFFD', 3, /control or replacement character/],
    ['a line break inside a name', 'districts.csv', '闵行区', '"闵行\n区"', 2, /control or replacement character/],
    ['a quote that never closes', 'units.csv', '光明', '"光明', 2, /broken quoting/],
    ['a unit whose name tells no kind', 'units.csv', '育兰居委会', '育兰', 3, /"育兰" does not tell its kind/],
    ['a unit that is only a suffix', 'units.csv', '育兰居委会', '居委会', 3, /does not tell its kind/],
    ['a town whose name tells no kind', 'towns.csv', '马陆镇', '马陆', 3, /"马陆" does not tell its kind/],
    ['no rows', 'districts.csv', '310112,闵行区\n310114,嘉定区\n', '', 1, /no rows/],
    ['an edition that is not JSON', 'edition.json', '}', '', 1, /is not JSON/],
    ['an edition without its day', 'edition.json', '2024-01-01', '2024', 1, /validFrom/],
  ];

  it.each(mistakes)('%s is refused with its file and line', async (_, file, from, to, line, reason) => {
    const text = small[file].replace(from, to);
    expect(text).not.toBe(small[file]);
    await writeFile(join(folder, file), text);
    expect(await refusal(folder)).toMatchObject({ file, line, reason: expect.stringMatching(reason) });
  });

  it('counts the lines of the file, also after a quoted line break', async () => {
    const text = small['units.csv'].replace('光明村委会', '"光明\n村委会"').replace('育兰', '"育兰');
    await writeFile(join(folder, 'units.csv'), text);
    expect(await refusal(folder)).toMatchObject({
      file: 'units.csv',
      line: 4,
      reason: expect.stringMatching(/quoting/),
    });
  });

  it('finds the line that is not UTF-8', async () => {
    const gbk = Buffer.from([0xd3, 0xfd, 0xc0, 0xbc]); // 育兰 in GBK
    const [head = '', tail = ''] = small['units.csv'].split('育兰');
    await writeFile(join(folder, 'units.csv'), Buffer.concat([Buffer.from(head), gbk, Buffer.from(tail)]));
    expect(await refusal(folder)).toMatchObject({ file: 'units.csv', line: 3, reason: 'is not valid UTF-8' });
  });

  it('names a missing file', async () => {
    await rm(join(folder, 'towns.csv'));
    expect(await refusal(folder)).toMatchObject({ file: 'towns.csv', reason: expect.stringMatching(/cannot be read/) });
  });

  it('finds a mistake in the middle of the real files', async () => {
    for (const file of Object.keys(small)) await writeFile(join(folder, file), await readFile(join(official, file)));
    const lines = (await readFile(join(folder, 'units.csv'), 'utf8')).split('\n');
    lines[4999] = (lines[4999] ?? '').replace(/(村|居)委会/, '');
    await writeFile(join(folder, 'units.csv'), lines.join('\n'));
    expect(await refusal(folder)).toMatchObject({ file: 'units.csv', line: 5000 });
  });
});

/** Counts a list by kind. */
function countKinds(list: { kind: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of list) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Reads a register that must be refused and returns what it was refused with. */
async function refusal(folder: string): Promise<RegisterError> {
  const outcome: unknown = await readRegister(folder).catch((cause: unknown) => cause);
  if (!(outcome instanceof RegisterError)) throw new Error('the register was read, or failed in another way');
  return outcome;
}
