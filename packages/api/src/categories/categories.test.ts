import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { categoriesOf, categoriesSeen, categorize } from './category.fixture.ts';

const platform = testPlatform();

const list = `query($code: RegisterCode!, $asOf: Date) { town(code: $code) {
  categories(asOf: $asOf) { name group sensitive position } } }`;

async function named(town: TestTown, group: string, asOf?: string): Promise<string[]> {
  const { categories } = (await town.admin.ask(list, { code: town.code, asOf })).town;
  return categories.filter((each: Data) => each.group === group).map((each: Data) => each.name);
}

const seen = async (client: ApiClient, code: string) => (await client.ask(list, { code })).town.categories;

describe('a town’s list of categories', () => {
  it('starts with the standard ones, of which those about health and disability are sensitive', async () => {
    const town = await platform.newTown();
    expect(await named(town, 'RESOURCE')).toEqual(['教师', '医务工作者', '律师']);
    expect(await named(town, 'KEY')).toEqual(['纯老家庭', '残疾人家庭', '重病家庭', '优抚家庭', '群租户']);
    expect((await named(town, 'MUST_VISIT')).slice(0, 2)).toEqual(['独居老人', '新入住家庭']);
    const all = await seen(town.admin, town.code);
    const sensitive = all.filter((each: Data) => each.sensitive).map((each: Data) => each.name);
    expect(sensitive).toEqual(['残疾人家庭', '重病家庭']);
  });

  it('is the town’s own: what it adds, renames, moves and ends is in no other', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const adding = { town: town.code, name: '高龄老人', group: 'KEY', from: '2024-01-01' };
    const { category } = await town.admin.do('addCategory', adding, 'category { id position sensitive version }');
    expect(category).toMatchObject({ position: 6, sensitive: false, version: 1 });
    const revising = { category: category.id, name: '九十岁以上老人', position: 1, expectedVersion: 1 };
    await town.admin.do('reviseCategory', revising, 'category { name }');
    expect((await named(town, 'KEY')).slice(0, 2)).toEqual(['纯老家庭', '九十岁以上老人']);
    const ids = await categoriesOf(town);
    await town.admin.do('endCategory', { category: ids.群租户, on: '2024-06-01' }, 'category { validTo }');
    expect(await named(town, 'KEY', '2024-05-31')).toContain('群租户');
    expect(await named(town, 'KEY', '2024-06-01')).not.toContain('群租户');
    await town.admin.do('addCategory', { ...adding, name: '群租户', from: '2024-06-01' }, 'category { id }');
    expect(await named(other, 'KEY')).toEqual(['纯老家庭', '残疾人家庭', '重病家庭', '优抚家庭', '群租户']);
  });

  it('is read by whoever sees households, changed by the administrator alone, and neither by a district office', async () => {
    const { town, blocks } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    expect(await seen(member, town.code)).toEqual(await seen(town.admin, town.code));
    const ids = await categoriesOf(town);
    const [adding, one] = [{ town: town.code, name: '新', group: 'KEY' }, { category: ids.教师 }];
    const { admin: other } = await platform.newTown();
    const district = town.code.slice(0, 6);
    const opening = { name: 'office', displayName: '区', district };
    await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    const office = await platform.clientOf(`office-${district}`);
    await changesNothing(platform, town, async () => {
      for (const client of [member, officer, office]) {
        expect(await client.refused('addCategory', adding)).toEqual({ code: 'FORBIDDEN' });
        expect(await client.refused('reviseCategory', { ...one, name: '新' })).toEqual({ code: 'FORBIDDEN' });
        expect(await client.refused('endCategory', one)).toEqual({ code: 'FORBIDDEN' });
      }
      expect(await other.refused('addCategory', adding)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
      const missing = { code: 'NOT_FOUND', field: 'input.category' };
      expect(await other.refused('reviseCategory', { ...one, name: '新' })).toEqual(missing);
      expect(await other.refused('endCategory', one)).toEqual(missing);
    });
    expect((await office.send(list, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('refuses wrong input on the field at fault, and changes nothing', async () => {
    const town = await platform.newTown();
    const ids = await categoriesOf(town);
    await town.admin.do('endCategory', { category: ids.律师, on: '2024-06-01' }, 'category { id }');
    const adding = { town: town.code, name: '新', group: 'KEY' };
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['addCategory', { ...adding, name: ' ' }, 'BAD_INPUT', 'input.name'],
      ['addCategory', { ...adding, name: '长'.repeat(61) }, 'BAD_INPUT', 'input.name'],
      ['addCategory', { ...adding, name: '教师' }, 'CONFLICT', 'input.name'],
      ['addCategory', { ...adding, name: '律师', from: '2024-05-31' }, 'CONFLICT', 'input.name'],
      ['addCategory', { ...adding, position: 0 }, 'BAD_INPUT', 'input.position'],
      ['addCategory', { ...adding, group: 'RICH' }, 'BAD_INPUT', 'input.group'],
      ['addCategory', { ...adding, from: '1900-01-01' }, 'BAD_INPUT', 'input.from'],
      ['reviseCategory', { category: ids.教师, name: '医务工作者' }, 'CONFLICT', 'input.name'],
      ['reviseCategory', { category: ids.教师, position: 1000 }, 'BAD_INPUT', 'input.position'],
      ['reviseCategory', { category: ids.教师, name: '新', expectedVersion: 7 }, 'CONFLICT', 'input.expectedVersion'],
      ['endCategory', { category: ids.律师 }, 'CONFLICT', 'input.category'],
      ['endCategory', { category: ids.教师, on: '1949-09-30' }, 'BAD_INPUT', 'input.on'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
    });
  });
});

describe('a category that ends', () => {
  it('takes its households out on that day, unless one comes into it later', async () => {
    const { town, households } = await settledTown(platform, 3);
    const ids = await categoriesOf(town);
    for (const name of ['群租户', '残疾人家庭']) {
      await categorize(town.admin, households[0], ids[name], '2024-01-01');
      await categorize(town.admin, households[1], ids[name], '2024-03-01');
      const ending = { category: ids[name], on: '2024-02-01' };
      await changesNothing(platform, town, async () => {
        expect(await town.admin.refused('endCategory', ending)).toEqual({ code: 'CONFLICT', field: 'input.on' });
      });
      await town.admin.do('endCategory', { ...ending, on: '2024-03-01' }, 'category { validTo }');
      const late = { household: households[2], category: ids[name], reason: '晚', from: '2024-03-01' };
      expect(await town.admin.refused('categorizeHousehold', late)).toEqual({
        code: 'CONFLICT',
        field: 'input.category',
      });
      await categorize(town.admin, households[2], ids[name], '2024-02-29');
    }
    expect(await categoriesSeen(town.admin, households[0])).toEqual([
      '群租户 走访得知 2024-01-01 2024-03-01',
      '残疾人家庭 走访得知 2024-01-01 2024-03-01',
    ]);
    expect(await categoriesSeen(town.admin, households[1])).toEqual([]);
    expect(await categoriesSeen(town.admin, households[2])).toEqual([
      '群租户 走访得知 2024-02-29 2024-03-01',
      '残疾人家庭 走访得知 2024-02-29 2024-03-01',
    ]);
  });
});
