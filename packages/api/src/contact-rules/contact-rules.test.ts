import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { categoriesOf } from '../categories/category.fixture.ts';
import { ruleInput, rulesSeen, setRule } from './contact-rule.fixture.ts';

const platform = testPlatform();

const everyHousehold = async (town: TestTown) =>
  (await rulesSeen(town.admin, town.code)).filter((rule) => rule.startsWith('各户'));

async function ruleOn(town: TestTown, day: string): Promise<string> {
  const query = `query($code: RegisterCode!, $asOf: Date) { town(code: $code) { contactRules(asOf: $asOf) { id category { id } } } }`;
  const { contactRules } = (await town.admin.ask(query, { code: town.code, asOf: day })).town;
  return contactRules.find(({ category }: Data) => category === null).id;
}

describe('a town’s contact rules', () => {
  it('start with a contact a year, more often for key households, and at once for must-visit ones', async () => {
    const town = await platform.newTown();
    const rules = await rulesSeen(town.admin, town.code);
    expect(rules).toHaveLength(14);
    expect(rules).toEqual(
      expect.arrayContaining([
        '各户 - 12月',
        '教师 - 12月 在工作时间以外联系',
        '残疾人家庭 - 3月',
        '独居老人 3日 3月 AT_HOME',
      ]),
    );
  });

  it('hold from a day on until what is settled for a later one, and are kept as they were before', async () => {
    const town = await platform.newTown();
    await setRule(town, { everyMonths: 6, from: '2025-01-01' });
    await setRule(town, {
      everyMonths: 4,
      firstWithinDays: 30,
      ways: ['AT_HOME'],
      note: '先电话约好',
      from: '2024-01-01',
    });
    const held = [
      '各户 - 12月 至2024-01-01',
      '各户 30日 4月 AT_HOME 先电话约好 2024-01-01 至2025-01-01',
      '各户 - 6月 2025-01-01',
    ];
    expect(await everyHousehold(town)).toEqual(held);
    const rule = await ruleOn(town, '2024-06-01');
    await town.admin.do('endContactRule', { rule, on: '2024-07-01' }, 'contactRules { id }');
    expect(await everyHousehold(town)).toEqual([held[0], held[1]?.replace('2025-01-01', '2024-07-01'), held[2]]);
    expect(await rulesSeen(town.admin, town.code, '2024-08-01')).toHaveLength(13);
    const again = await ruleOn(town, '2024-06-01');
    await town.admin.do('endContactRule', { rule: again, on: '2024-01-01' }, 'contactRules { id }');
    expect(await everyHousehold(town)).toEqual([held[0], held[2]]);
    const [stored] = await platform.database.sql<{ count: number }>(
      'select count(*)::int from contact_rule where town_id = $1 and superseded_at is not null',
      [town.code],
    );
    // Only what stood by itself for a while: the first rule twice, the second twice.
    expect(stored?.count).toBe(4);
  });

  it('are the town’s own, settled by its administrator alone and read by whoever sees its categories', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const block = await town.openUnit();
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(block) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const [setting, ending] = [ruleInput(town, { everyMonths: 6 }), { rule: await ruleOn(town, '2024-01-01') }];
    await changesNothing(platform, town, async () => {
      for (const client of [member, officer]) {
        expect(await client.refused('setContactRule', setting)).toEqual({ code: 'FORBIDDEN' });
        expect(await client.refused('endContactRule', ending)).toEqual({ code: 'FORBIDDEN' });
      }
      expect(await other.admin.refused('setContactRule', setting)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
      expect(await other.admin.refused('endContactRule', ending)).toEqual({ code: 'NOT_FOUND', field: 'input.rule' });
    });
    expect(await rulesSeen(member, town.code)).toEqual(await rulesSeen(town.admin, town.code));
  });

  it('are refused what they cannot ask for, on the field at fault, and nothing is changed', async () => {
    const town = await platform.newTown();
    const ids = await categoriesOf(town);
    const adding = { town: town.code, name: '新', group: 'KEY', from: '2024-01-01' };
    const { category } = await town.admin.do('addCategory', adding, 'category { id }');
    await town.admin.do('endCategory', { category: ids.律师, on: '2024-06-01' }, 'category { id }');
    const replaced = await ruleOn(town, '2024-01-01');
    await setRule(town, { everyMonths: 6, from: '2024-01-01' });
    const rule = await ruleOn(town, '2023-01-01');
    const set = (more: Record<string, unknown>) => ruleInput(town, { everyMonths: 6, ...more });
    const wrong: [string, Record<string, unknown>, string, string][] = [
      ['setContactRule', ruleInput(town, {}), 'BAD_INPUT', 'input.everyMonths'],
      ['setContactRule', set({ everyMonths: 0 }), 'BAD_INPUT', 'input.everyMonths'],
      ['setContactRule', set({ everyMonths: 25 }), 'BAD_INPUT', 'input.everyMonths'],
      ['setContactRule', set({ firstWithinDays: -1 }), 'BAD_INPUT', 'input.firstWithinDays'],
      ['setContactRule', set({ firstWithinDays: 61 }), 'BAD_INPUT', 'input.firstWithinDays'],
      ['setContactRule', set({ ways: [] }), 'BAD_INPUT', 'input.ways'],
      ['setContactRule', set({ ways: ['LETTER'] }), 'BAD_INPUT', 'input.ways[0]'],
      ['setContactRule', set({ note: '长'.repeat(201) }), 'BAD_INPUT', 'input.note'],
      ['setContactRule', set({ from: '2099-01-01' }), 'BAD_INPUT', 'input.from'],
      ['setContactRule', set({ category: category.id, from: '2023-12-31' }), 'BAD_INPUT', 'input.from'],
      ['setContactRule', set({ category: ids.律师, from: '2024-06-01' }), 'CONFLICT', 'input.category'],
      ['endContactRule', { rule: replaced }, 'NOT_FOUND', 'input.rule'],
      ['endContactRule', { rule, on: '2024-01-01' }, 'CONFLICT', 'input.rule'],
      ['endContactRule', { rule, on: '1949-09-30' }, 'BAD_INPUT', 'input.on'],
    ];
    await changesNothing(platform, town, async () => {
      for (const [verb, input, code, field] of wrong) {
        expect({ verb, input, ...(await town.admin.refused(verb, input)) }).toEqual({ verb, input, code, field });
      }
    });
  });

  it('are never two at a time, also where ten are settled at once', async () => {
    const town = await platform.newTown();
    const query = 'mutation($input: SetContactRuleInput!) { setContactRule(input: $input) { __typename } }';
    const input = (everyMonths: number) => ruleInput(town, { everyMonths, from: '2024-01-01' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => town.admin.send(query, { input: input(index + 1) })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await everyHousehold(town)).toHaveLength(2);
    expect(platform.faults).toEqual([]);
  });
});
