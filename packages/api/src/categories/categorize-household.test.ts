import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { openOverlay, settledTown } from '../households/household.fixture.ts';
import { inhabitedTown } from '../residents/resident.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { categoriesOf, categoriesSeen, categorize, heldBy } from './category.fixture.ts';

const platform = testPlatform();

describe('a household', () => {
  it('is in categories with dates and reasons, one after another and several at once', async () => {
    const { town, households } = await settledTown(platform, 1);
    const [household] = households;
    const ids = await categoriesOf(town);
    await categorize(town.admin, household, ids.独居老人, '2024-01-01', { reason: '子女均在外地' });
    await categorize(town.admin, household, ids.教师, '2024-02-01', { reason: '退休教师' });
    const { 独居老人: alone } = await heldBy(town.admin, household);
    const ending = { householdCategory: alone, on: '2024-05-01' };
    await town.admin.do('endHouseholdCategory', ending, 'household { id }');
    await categorize(town.admin, household, ids.独居老人, '2024-06-01', { reason: '又独居' });
    expect(await categoriesSeen(town.admin, household)).toEqual([
      '独居老人 子女均在外地 2024-01-01 2024-05-01',
      '教师 退休教师 2024-02-01',
      '独居老人 又独居 2024-06-01',
    ]);
    expect(await categoriesSeen(town.admin, household, '2024-05-01')).toEqual(['教师 退休教师 2024-02-01']);
    const { 教师: taught } = await heldBy(town.admin, household);
    await town.admin.do('endHouseholdCategory', { householdCategory: taught, on: '2024-02-01' }, 'household { id }');
    expect(await categoriesSeen(town.admin, household, '2024-02-01')).toHaveLength(1);
  });

  it('is refused wrong input on the field at fault, and nothing is changed', async () => {
    const { town, households } = await settledTown(platform, 2);
    const [household, gone] = households;
    const ids = await categoriesOf(town);
    await town.admin.do('endHousehold', { household: gone, on: '2024-04-01' }, 'household { id }');
    await town.admin.do('endCategory', { category: ids.律师, on: '2024-04-01' }, 'category { id }');
    await categorize(town.admin, household, ids.残疾人家庭, '2024-03-01');
    await categorize(town.admin, household, ids.教师, '2024-03-01');
    const held = await heldBy(town.admin, household);
    const ended = { householdCategory: held.教师, on: '2024-04-01' };
    await town.admin.do('endHouseholdCategory', ended, 'household { id }');
    const into = { household, category: ids.困难家庭, reason: '低保' };
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['categorizeHousehold', { ...into, reason: '' }, 'BAD_INPUT', 'input.reason'],
      ['categorizeHousehold', { ...into, reason: '两\n行' }, 'BAD_INPUT', 'input.reason'],
      ['categorizeHousehold', { ...into, reason: '长'.repeat(201) }, 'BAD_INPUT', 'input.reason'],
      ['categorizeHousehold', { ...into, from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
      ['categorizeHousehold', { ...into, household: gone, from: '2024-04-01' }, 'CONFLICT', 'input.household'],
      ['categorizeHousehold', { ...into, category: ids.律师, from: '2024-04-01' }, 'CONFLICT', 'input.category'],
      ['categorizeHousehold', { ...into, category: ids.残疾人家庭 }, 'CONFLICT', 'input.category'],
      ['categorizeHousehold', { ...into, category: ids.残疾人家庭, from: '2024-01-01' }, 'CONFLICT', 'input.category'],
      ['categorizeHousehold', { ...into, category: ids.教师, from: '2024-03-31' }, 'CONFLICT', 'input.category'],
      ['endHouseholdCategory', { ...ended, on: '2024-05-01' }, 'CONFLICT', 'input.householdCategory'],
      ['endHouseholdCategory', { ...ended, on: '2024-02-01' }, 'BAD_INPUT', 'input.on'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
    });
  });

  it('is categorised by whoever is in charge of its block, or of a block of an overlay that holds it, and by nobody beside', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const [household] = households;
    const ids = await categoriesOf(town);
    const { blocks: overlaid } = await openOverlay(town, ['安徽']);
    await town.admin.do('placeInOverlay', { household, block: overlaid[0], from: '2024-01-01' }, 'household { id }');
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const head = await town.account('TEAM_LEAD', { team: await town.formTeam(overlaid[0] ?? '') });
    const neighbour = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
    await categorize(member, household, ids.困难家庭, '2024-03-01', { reason: '低保' });
    await categorize(head, household, ids.独居老人, '2024-04-01');
    const held = await heldBy(member, household);
    const input = { household, category: ids.教师, reason: '退休' };
    const { admin: other } = await platform.newTown();
    await changesNothing(platform, town, async () => {
      for (const client of [neighbour, officer, other]) {
        expect(await client.refused('categorizeHousehold', input)).toEqual({
          code: 'NOT_FOUND',
          field: 'input.household',
        });
        const ending = { householdCategory: held.困难家庭 };
        expect(await client.refused('endHouseholdCategory', ending)).toEqual({
          code: 'NOT_FOUND',
          field: 'input.householdCategory',
        });
      }
    });
    await head.do('endHouseholdCategory', { householdCategory: held.困难家庭, on: '2024-05-01' }, 'household { id }');
    expect(await categoriesSeen(member, household)).toEqual([
      '困难家庭 低保 2024-03-01 2024-05-01',
      '独居老人 走访得知 2024-04-01',
    ]);
  });

  it('comes into a category once, also when ten say so at once, and into none that ends meanwhile', async () => {
    const { town, households } = await settledTown(platform, 3);
    const ids = await categoriesOf(town);
    const query = 'mutation($input: CategorizeHouseholdInput!) { categorizeHousehold(input: $input) { __typename } }';
    for (const name of ['残疾人家庭', '困难家庭']) {
      const input = { household: households[0], category: ids[name], reason: '同时', from: '2024-01-01' };
      const answers = await Promise.all(Array.from({ length: 10 }, () => town.admin.send(query, { input })));
      const refused = answers.flatMap(({ errors }) => errors.map((error) => error.extensions));
      expect(refused).toEqual(Array(9).fill({ code: 'CONFLICT', field: 'input.category' }));
    }
    const input = { household: households[1], category: ids.重病家庭, reason: '同时', from: '2024-01-01' };
    const ending = 'mutation($input: EndCategoryInput!) { endCategory(input: $input) { __typename } }';
    const [into, ended] = await Promise.all([
      town.admin.send(query, { input }),
      town.admin.send(ending, { input: { category: ids.重病家庭, on: '2024-06-01' } }),
    ]);
    expect([into.errors, ended.errors]).toEqual([[], []]);
    expect(await categoriesSeen(town.admin, households[1])).toEqual(['重病家庭 同时 2024-01-01 2024-06-01']);
    expect(platform.faults).toEqual([]);
  });
});

describe('a household is in a category', () => {
  it('because of a member as long as they stay in it, once for each member', async () => {
    const { town, households, heads } = await inhabitedTown(platform, 2);
    const ids = await categoriesOf(town);
    const because = (resident: string | undefined) => ({ resident });
    await categorize(town.admin, households[0], ids.重病家庭, '2024-01-01', because(heads[0]));
    await categorize(town.admin, households[0], ids.重病家庭, '2024-02-01');
    const query = `query($id: ID!) @purpose(of: CHECK) { household(id: $id) { categories { resident { name } validTo } } }`;
    const seen = async () => (await town.admin.ask(query, { id: households[0] })).household.categories;
    expect(await seen()).toEqual([
      { resident: { name: '张三丰' }, validTo: null },
      { resident: null, validTo: null },
    ]);
    const again = { household: households[0], category: ids.重病家庭, reason: '又', resident: heads[0] };
    const wrong: [Record<string, unknown>, string, string][] = [
      [again, 'CONFLICT', 'input.category'],
      [{ ...again, resident: heads[1] }, 'NOT_FOUND', 'input.resident'],
      [{ ...again, from: '2022-12-31' }, 'CONFLICT', 'input.resident'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [input, code, field] of wrong) {
        expect(await town.admin.refused('categorizeHousehold', input)).toEqual({ code, field });
      }
    });
    const other = { household: households[0], name: '李四', from: '2024-01-01' };
    const { resident: second } = await town.admin.do('addResident', other, 'resident { id }');
    await town.admin.do('changeHead', { resident: second.id, from: '2024-03-01' }, 'resident { id }');
    expect((await seen())[0].validTo).toBeNull();
    await town.admin.do('residentLeaves', { resident: heads[0], on: '2024-06-01' }, 'resident { id }');
    expect((await seen())[0].validTo).toBe('2024-06-01');
    const { 重病家庭: held } = await heldBy(town.admin, households[0]);
    await town.admin.do('endHouseholdCategory', { householdCategory: held, on: '2024-07-01' }, 'household { id }');
    expect((await seen()).map(({ validTo }: Data) => validTo)).toEqual(['2024-06-01', '2024-07-01']);
  });

  it('as a visit found out, and out of it as another found, which both visits tell', async () => {
    const { town, households } = await settledTown(platform, 2);
    const ids = await categoriesOf(town);
    const [first, second, elsewhere] = [
      await recordVisit(town, households[0], '2024-01-01'),
      await recordVisit(town, households[0], '2024-05-01'),
      await recordVisit(town, households[1], '2024-05-01'),
    ];
    await categorize(town.admin, households[0], ids.独居老人, '2024-01-01', { visit: first });
    const { 独居老人: alone } = await heldBy(town.admin, households[0]);
    const ending = { householdCategory: alone, on: '2024-05-01' };
    const into = { household: households[0], category: ids.教师, reason: '退休' };
    await changesNothing(platform, town, async () => {
      const missing = { code: 'NOT_FOUND', field: 'input.visit' };
      expect(await town.admin.refused('endHouseholdCategory', { ...ending, visit: elsewhere })).toEqual(missing);
      expect(await town.admin.refused('categorizeHousehold', { ...into, visit: elsewhere })).toEqual(missing);
    });
    await town.admin.do('endHouseholdCategory', { ...ending, visit: second }, 'household { id }');
    const query = `query($id: ID!) { household(id: $id) { visits { nodes {
      visitedOn categoriesBegun { name } categoriesEnded { name } } } } }`;
    expect((await town.admin.ask(query, { id: households[0] })).household.visits.nodes).toEqual([
      { visitedOn: '2024-05-01', categoriesBegun: [], categoriesEnded: [{ name: '独居老人' }] },
      { visitedOn: '2024-01-01', categoriesBegun: [{ name: '独居老人' }], categoriesEnded: [] },
    ]);
  });
});

describe('a sensitive category', () => {
  it('is named, with whom and why, to whoever says what for, and else only that there is one', async () => {
    const { town, blocks, households, heads } = await inhabitedTown(platform, 1);
    const ids = await categoriesOf(town);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const more = { reason: '肢体二级', resident: heads[0] };
    await categorize(member, households[0], ids.残疾人家庭, '2024-01-01', more);
    await categorize(member, households[0], ids.教师, '2024-02-01', { reason: '退休' });
    const query = (purpose: string) => `query($id: ID!) ${purpose} { household(id: $id) {
      categories { name sensitive category { name } resident { name } reason } } }`;
    const masked = await member.ask(query(''), { id: households[0] });
    expect(masked.household.categories).toEqual([
      { name: 'Sensitive category', sensitive: true, category: null, resident: null, reason: null },
      { name: '教师', sensitive: false, category: { name: '教师' }, resident: null, reason: null },
    ]);
    const full = await member.ask(query('@purpose(of: VISIT)'), { id: households[0] });
    expect(full.household.categories[0]).toEqual({
      ...{ name: '残疾人家庭', sensitive: true, category: { name: '残疾人家庭' } },
      ...{ resident: { name: '张三丰' }, reason: '肢体二级' },
    });
  });

  it('is stored so that the database tells neither which it is nor why, and is named nowhere without need', async () => {
    const { town, households } = await settledTown(platform, 2);
    const ids = await categoriesOf(town);
    const input = { household: households[0], category: ids.残疾人家庭, reason: '肢体二级', idempotencyKey: 'k1' };
    const read = 'household { categories { name reason sensitive category { id } } }';
    const { household } = await town.admin.do('categorizeHousehold', { ...input, from: '2024-01-01' }, read);
    expect(household.categories).toEqual([
      { name: 'Sensitive category', reason: null, sensitive: true, category: null },
    ]);
    await categorize(town.admin, households[1], ids.重病家庭, '2024-01-01', { reason: '肢体二级' });
    const stored = await platform.database.sql<{ all: string; sealed: Buffer }>(
      `select r::text as all, sealed from household_category r where town_id = $1`,
      [town.code],
    );
    const kept = await platform.database.sql<{ all: string }>('select r::text as all from idempotency_record r');
    for (const { all } of [...stored, ...kept]) expect(all).not.toContain('肢体');
    const categories = await platform.database.sql<{ id: string }>('select id from category where town_id = $1', [
      town.code,
    ]);
    for (const { all } of [...stored, ...kept]) {
      expect(categories.filter(({ id }) => all.includes(id))).toEqual([]);
    }
    expect(new Set(stored.map(({ sealed }) => sealed.length)).size).toBe(1);
  });

  it('cannot be moved to another household in the database', async () => {
    const { town, households } = await settledTown(platform, 2);
    const ids = await categoriesOf(town);
    await categorize(town.admin, households[0], ids.残疾人家庭, '2024-01-01');
    await platform.database.sql(
      `update household_category set household_id = (select id from household h where h.town_id = $1 and h.id <> household_id limit 1) where town_id = $1`,
      [town.code],
    );
    const query = 'query($id: ID!) { household(id: $id) { categories { name } } }';
    const answers = await Promise.all(households.map((id) => town.admin.send(query, { id })));
    expect(answers.flatMap(({ errors }) => errors.map((error) => error.extensions.code))).toEqual(['INTERNAL']);
    platform.faults.length = 0;
  });
});
