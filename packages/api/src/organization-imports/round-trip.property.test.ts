import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { times } from '../../test/times.ts';
import { checkCharacter } from '../organizations/credit-code.ts';
import { exportFile, fileOf, importFile, linesOf, organization, preview } from './organization-import.fixture.ts';

const platform = testPlatform();

const names = ['甲厂', '乙厂', '=1', "'-1", 'a/b', '甲〔村〕', '"q"', 'a,b;c', '@部', '３号'];
const blocks = ['东', '=1', "'-1", 'a/b', '东〔村〕', 'a\\', 'a,b'];
const kinds = ['规模以上非公企业', '群众活动团队', '园区', '=类'];
const people = ['', '王秀英', '@孙', '李；娟', '=1'];
const begins = '2024-01-01';
/** A day on which all are there. */
const day = '2026-07-01';

const any = fc.record({
  name: fc.constantFrom(...names),
  unit: fc.nat(blocks.length),
  类别: fc.constantFrom(...kinds),
  code: fc.option(fc.nat(20)),
  行业: fc.constantFrom('', '制造业', '金融', '+业'),
  人数: fc.constantFrom('', '3', '30', '1000000'),
  党员人数: fc.constantFrom('', '0', '3'),
  负责人: fc.constantFrom(...people),
  联系人: fc.constantFrom(...people),
  联系电话: fc.constantFrom('', '13812345678', '02157412345'),
  起始日期: fc.constantFrom('2024-01-01', '2024-03-01', '2026-06-30'),
});

/** How a path writes a name. */
const escaped = (name: string) => name.replaceAll(/[\\/〔〕]/g, '\\$&');

function rowOf({ name, unit, code, ...cells }: typeof any extends fc.Arbitrary<infer One> ? One : never) {
  const before = `91310116MA1G${String(code).padStart(5, '0')}`;
  const block = blocks[unit];
  const path = block === undefined ? '汇东' : `汇东/${escaped(block)}`;
  return organization(name, path, { ...cells, 统一社会信用代码: code === null ? '' : before + checkCharacter(before) });
}

/** A town with a village of blocks whose names are hard to write, and lists of which some entries are so, too. */
async function furnished(): Promise<TestTown> {
  const town = await platform.newTown();
  const own = { kind: 'VILLAGE', name: '汇东', parent: undefined, from: begins };
  const parent = await town.openUnit(own);
  for (const name of blocks) await town.openUnit({ parent, name, from: begins });
  const entry = { town: town.code, from: begins };
  await town.admin.do('addOrganizationKind', { ...entry, name: '=类', class: 'PARK' }, 'kind { id }');
  await town.admin.do('addIndustry', { ...entry, name: '+业' }, 'industry { id }');
  return town;
}

/** Imports what of random rows can be imported: those that describe what another row does are left out. */
async function grow(town: TestTown, rows: string[][]): Promise<void> {
  const { errors } = await preview(town, fileOf(rows));
  const wrong = new Set(errors.map(({ row }: { row: number }) => row - 2));
  const left = rows.filter((_, index) => !wrong.has(index));
  await importFile(town, fileOf(left), { duplicates: 'ADD' });
}

it(
  'brings any organisations into another town as they are, and into its own without a change',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 12 }), async (organizations) => {
        const [town, twin] = [await furnished(), await furnished()];
        await grow(town, organizations.map(rowOf));
        const file = await exportFile(town, 'CSV', day);
        const lines = linesOf(file);
        expect(lines.length).toBeGreaterThan(1);
        for (const format of ['CSV', 'XLSX'] as const) {
          const again = await preview(town, await exportFile(town, format, day), { from: null });
          expect(again).toMatchObject({ errors: [], duplicateCount: 0, unchanged: lines.length - 1, organizations: 0 });
        }
        await importFile(twin, file, { from: null, duplicates: 'ADD' });
        // Those of one name stand in the order in which they were registered.
        expect(linesOf(await exportFile(twin, 'CSV', day)).sort()).toEqual(lines.sort());
      }),
      { numRuns: 4 * times, endOnFailure: true },
    );
  },
  240_000 * times,
);
