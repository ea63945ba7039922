import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { copyDatabase, type TestDatabase } from '../../test/database.ts';
import { importRegister } from './import-register.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianxin-register-'));
  for (const file of ['edition.json', 'districts.csv', 'towns.csv', 'units.csv']) {
    await cp(join(import.meta.dirname, file), join(folder, file));
  }
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything of the register that is stored, as one fingerprint. */
async function stored(): Promise<string | undefined> {
  const [row] = await database.sql<{ print: string }>(`
    select md5(concat((select string_agg(d::text, ',' order by code) from district d), (select string_agg(t::text, ',' order by id) from town t),
      (select string_agg(v::text, ',' order by town_id) from town_version v), (select string_agg(u::text, ',' order by code) from register_unit u))) as print`);
  return row?.print;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
}

it('brings 16 districts, 234 towns and 6,509 units, and again changes nothing', async () => {
  const before = await stored();
  expect(await importRegister(database.ownerUrl, folder)).toMatchObject({ districts: 16, towns: 234, units: 6509 });
  expect(await stored()).toBe(before);
  const [counts] = await database.sql(`
    select (select count(*)::int from district) as districts, (select count(*)::int from town) as towns,
      (select count(*)::int from register_unit where kind = 'VILLAGE') as villages,
      (select count(*)::int from register_unit where kind = 'COMMITTEE') as committees,
      (select count(*)::int from register_unit where kind = 'SPECIAL_AREA') as special_areas`);
  expect(counts).toEqual({ districts: 16, towns: 234, villages: 1555, committees: 4941, special_areas: 13 });
});

it('changes nothing where a row is wrong, and names file, line and reason', async () => {
  const before = await stored();
  await edit('units.csv', (text) =>
    text.replace('云南中路居委会', '云南路居委会').replace(/\n([^\n]*)\n$/, '\n310101999001,无名居委会,310101999\n'),
  );
  const lines = (await readFile(join(folder, 'units.csv'), 'utf8')).trimEnd().split('\n').length;
  await expect(importRegister(database.ownerUrl, folder)).rejects.toMatchObject({ file: 'units.csv', line: lines });
  expect(await stored()).toBe(before);
});

it('takes over what another edition says, in the order in which it says it', async () => {
  await edit('units.csv', (text) => text.replace('云南中路居委会', '云南路居委会'));
  await importRegister(database.ownerUrl, folder);
  const [unit] = await database.sql(`select name from register_unit where code = '310101002001'`);
  expect(unit).toEqual({ name: '云南路居委会' });
});
