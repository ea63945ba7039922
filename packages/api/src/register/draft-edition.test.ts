import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { draftEdition } from './draft-edition.ts';
import { importRegister } from './import-register.ts';

const platform = testPlatform();

/** Brings an edition of a day on which a town's lines of the register are changed, and draws up its drafts. */
async function bring(validFrom: string, change: (units: string) => string, moreTowns = ''): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-register-'));
  for (const file of ['edition.json', 'districts.csv', 'towns.csv', 'units.csv']) {
    await cp(join(import.meta.dirname, file), join(folder, file));
  }
  const edition = JSON.parse(await readFile(join(folder, 'edition.json'), 'utf8'));
  await writeFile(join(folder, 'edition.json'), JSON.stringify({ ...edition, validFrom }));
  await writeFile(join(folder, 'units.csv'), change(await readFile(join(folder, 'units.csv'), 'utf8')));
  await appendFile(join(folder, 'towns.csv'), moreTowns);
  try {
    await importRegister(platform.database.ownerUrl, folder);
    return await draftEdition(platform.database.orm, validFrom, new Date());
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('a new edition becomes a draft for each town that it touches, which the town applies', async () => {
  const [town, untouched] = [await platform.newTown(), await platform.newTown()];
  const list = `query($code: RegisterCode!) { town(code: $code) {
    units(first: 100, orderBy: CODE) { nodes { id code name } }
    restructurings(first: 5) { nodes { id status origin effectiveOn draftedBy steps { verb name code unit { name } }
      checks { severity code } } } } }`;
  const { town: before } = await town.admin.ask(list, { code: town.code });
  const [first, second] = before.units.nodes;
  const lines = (units: string) =>
    units
      .split('\n')
      .flatMap((line) => {
        if (line.startsWith(first.code)) return [line.replace(first.name, `改${first.name}`)];
        return line.startsWith(second.code) ? [`${town.code}899,新设居委会,${town.code}`] : [line];
      })
      .join('\n');
  expect(await bring('2024-05-01', lines)).toBe(1);
  expect(await bring('2024-05-01', lines)).toBe(0);

  const { town: read } = await town.admin.ask(list, { code: town.code });
  expect(read.units).toEqual(before.units);
  const [draft] = read.restructurings.nodes;
  expect(draft).toMatchObject({ status: 'DRAFT', origin: 'REGISTER', effectiveOn: '2024-05-01', draftedBy: null });
  expect(draft.steps).toEqual([
    { verb: 'OPEN', name: '新设居委会', code: `${town.code}899`, unit: { name: '新设居委会' } },
    { verb: 'RENAME', name: `改${first.name}`, code: null, unit: { name: first.name } },
    { verb: 'CLOSE', name: null, code: null, unit: { name: second.name } },
  ]);
  expect(draft.checks).toEqual([]);
  await changesNothing(platform, untouched, () => bring('2024-05-01', lines));

  await town.admin.do('applyDraft', { draft: draft.id }, 'restructuring { status }');
  const { town: after } = await town.admin.ask(list, { code: town.code });
  const names = after.units.nodes.map((unit: { name: string }) => unit.name);
  expect(names).toContain(`改${first.name}`);
  expect(names).toContain('新设居委会');
  expect(names).not.toContain(second.name);
  expect(await bring('2024-05-01', lines)).toBe(0);
});

it('a town that has done what an edition says has nothing to apply', async () => {
  const town = await platform.newTown();
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { units(first: 1, orderBy: CODE) { nodes { id code name } } } }',
    { code: town.code },
  );
  const [unit] = read.units.nodes;
  await town.admin.do('renameUnit', { unit: unit.id, name: `先改${unit.name}`, from: '2024-05-15' }, 'unit { id }');
  await bring('2024-06-01', (units) =>
    units
      .split('\n')
      .map((line) => (line.startsWith(unit.code) ? line.replace(unit.name, `先改${unit.name}`) : line))
      .join('\n'),
  );
  const { town: after } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { restructurings(status: [DRAFT]) { totalCount } } }',
    { code: town.code },
  );
  expect(after.restructurings.totalCount).toBe(0);
});

it('a town of which an edition lists the first units gets a draft that opens them', async () => {
  const [code, town] = ['310101099', '310101099,新设街道,310101\n'];
  const drafts = `query($code: RegisterCode!) { town(code: $code) {
    restructurings(first: 5, status: [DRAFT]) { nodes { effectiveOn checks { code } steps { verb name code } } } } }`;
  const same = (units: string) => units;
  await bring('2024-07-01', same, town);
  await platform.operator.do('setUpTown', { code }, 'town { code }');
  const opened = { town: code, name: 'admin', displayName: '管理员', role: 'TOWN_ADMINISTRATOR' };
  await platform.operator.do('openAccount', opened, 'account { id }');
  const admin = await platform.clientOf(`admin-${code}`);
  await bring('2024-08-01', same, town);
  expect((await admin.ask(drafts, { code })).town.restructurings.nodes).toEqual([]);
  await bring('2024-09-01', (units) => `${units.trimEnd()}\n${code}001,首个居委会,${code}\n`, town);
  expect((await admin.ask(drafts, { code })).town.restructurings.nodes).toEqual([
    { effectiveOn: '2024-09-01', checks: [], steps: [{ verb: 'OPEN', name: '首个居委会', code: `${code}001` }] },
  ]);
});
