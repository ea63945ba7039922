import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { campaign, relieve } from '../relief/relief.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';

const platform = testPlatform();

const sums = `query($code: RegisterCode!, $by: ReliefGroup!, $period: PeriodInput!, $campaign: ID, $unit: ID) @purpose(of: RELIEF) {
  town(code: $code) { reliefSums(by: $by, period: $period, campaign: $campaign, unit: $unit) {
    total { households applications granted paid }
    groups { households applications granted source category { id name } item { name } unit { id } campaign { name } } } } }`;

it('Pujiang gives over 4 million yuan before a Spring Festival in 5 categories with 30 items, from four sources, and sees the sums of each', async () => {
  const { town, households: here } = await settledTown(platform, 6);
  const { admin, code, unit } = town;
  const elsewhere = await town.openUnit({ parent: unit(1), from: '2023-01-01' });
  const households = [...here, ...(await register(town, elsewhere, ['甲', '乙', '丙', '丁']))];
  const clerk = await town.account('TOWN_ADMINISTRATOR');
  const deputy = await town.account('TOWN_ADMINISTRATOR');
  const round = { name: '2026年春节帮困', firstDay: '2026-01-15', lastDay: '2026-02-16' };
  const { id: within } = await campaign(town, round);
  const budgets = { FISCAL: '2600000', CHARITY: '900000', PARTY_DUES: '350000', UNION: '420000' };
  const funds: Record<string, string> = {};
  for (const [source, budget] of Object.entries(budgets)) funds[source] = (await fund(town, { source, budget })).id;
  const list = 'query($code: RegisterCode!) { town(code: $code) { reliefCategories { name items { id name } } } }';
  const categories: Data[] = (await admin.ask(list, { code })).town.reliefCategories;
  const items: Data[] = categories.flatMap(({ items }) => items);
  expect([categories.length, items.length]).toEqual([5, 30]);

  // Each item is applied for, endorsed by somebody else and approved by a third, for a household that stands for many.
  const [amount, on] = ['134200', '2026-01-20'];
  const applications: string[] = [];
  for (const [index, { id: item }] of items.entries()) {
    const asked = { households: [households[index % 10]], item, campaign: within, reason: '节前帮困', amount, on };
    const { reliefApplications } = await clerk.do('applyForReliefTogether', asked, 'reliefApplications { id }');
    applications.push(...reliefApplications.map(({ id }: Data) => id));
  }
  const sourceOf = (index: number) =>
    index < 19 ? 'FISCAL' : index < 25 ? 'CHARITY' : index < 27 ? 'PARTY_DUES' : 'UNION';
  for (const [index, id] of applications.entries()) {
    await relieve(deputy, 'endorseRelief', id, { on });
    const grants = [{ fund: funds[sourceOf(index)], amount }];
    await relieve(admin, 'approveRelief', id, { grants, on: '2026-02-01' });
    if (index < 10) await relieve(admin, 'payRelief', id, { way: 'BANK_CARD', on: '2026-02-05' });
  }

  const period = { first: '2026-01-01', last: '2026-02-16' };
  const ask = async (by: string, more: Record<string, unknown> = {}, client: ApiClient = admin) =>
    (await client.ask(sums, { code, by, period, ...more })).town.reliefSums;
  const total = { households: 10, applications: 30, granted: '4026000.00', paid: '1342000.00' };
  const byCategory = await ask('CATEGORY');
  expect(byCategory.total).toEqual(total);
  const told = (groups: Data[], name: (group: Data) => string) =>
    Object.fromEntries(groups.map((group) => [name(group), [group.applications, group.granted]]));
  expect(told(byCategory.groups, ({ category }) => category.name)).toEqual({
    ...{ 助困: [8, '1073600.00'], 助医: [6, '805200.00'], 助老: [6, '805200.00'] },
    ...{ 助残: [5, '671000.00'], 助优: [5, '671000.00'] },
  });
  const byItem = (await ask('ITEM')).groups;
  expect(told(byItem, ({ item }) => item.name)).toEqual(
    Object.fromEntries(items.map(({ name }) => [name, [1, '134200.00']])),
  );
  // Who sees the applications sees what is sensitive of few together, without a name, and it adds up; by category they are not few.
  const plain = sums.replace(' @purpose(of: RELIEF)', '');
  const unnamed = (await admin.ask(plain, { code, by: 'ITEM', period })).town.reliefSums;
  expect(unnamed.total).toEqual(total);
  const together = unnamed.groups.filter(({ item }: Data) => item === null);
  expect(together).toMatchObject([{ applications: 11, granted: '1476200.00' }]);
  expect(unnamed.groups).toHaveLength(30 - 11 + 1);
  expect((await admin.ask(plain, { code, by: 'CATEGORY', period })).town.reliefSums).toEqual(byCategory);
  const bySource = (await ask('SOURCE')).groups;
  expect(told(bySource, ({ source }) => source)).toEqual({
    ...{ FISCAL: [19, '2549800.00'], CHARITY: [6, '805200.00'] },
    ...{ PARTY_DUES: [2, '268400.00'], UNION: [3, '402600.00'] },
  });
  const held = 'query($code: RegisterCode!) { town(code: $code) { reliefFunds { source committed } } }';
  const { reliefFunds } = (await admin.ask(held, { code })).town;
  expect(bySource).toEqual(
    expect.arrayContaining(
      reliefFunds.map(({ source, committed }: Data) => expect.objectContaining({ source, granted: committed })),
    ),
  );
  const byUnit = told((await ask('UNIT')).groups, ({ unit }) => unit.id);
  expect(byUnit).toEqual({ [unit(0)]: [18, '2415600.00'], [unit(1)]: [12, '1610400.00'] });
  expect((await ask('CAMPAIGN', { campaign: within })).groups).toMatchObject([{ campaign: { name: round.name } }]);
  const before = { first: '2025-01-01', last: '2025-12-31' };
  const nothing = { households: 0, applications: 0, granted: '0.00', paid: '0.00' };
  expect(await ask('ITEM', { period: before })).toEqual({ total: nothing, groups: [] });

  // Each sum opens into the applications that it counts.
  const opened = `query($code: RegisterCode!, $filter: ReliefFilter!) @purpose(of: RELIEF) {
    town(code: $code) { reliefApplications(filter: $filter) { totalCount } } }`;
  const open = async (
    granted: Record<string, unknown>,
    more: Record<string, unknown> = {},
    client: ApiClient = admin,
  ) =>
    (await client.ask(opened, { code, filter: { granted: { period, ...granted }, ...more } })).town.reliefApplications
      .totalCount;
  for (const { category, applications } of (await ask('CATEGORY')).groups) {
    expect(await open({}, { category: category.id })).toBe(applications);
  }
  for (const { source, applications } of bySource) expect(await open({ source })).toBe(applications);
  for (const { unit, applications } of (await ask('UNIT')).groups)
    expect(await open({ unit: unit.id })).toBe(applications);
  expect(await open({ period: { first: '2026-02-02', last: '2026-02-28' } })).toBe(0);
  const nowhere = await admin.send(opened, { code, filter: { granted: { period, unit: within } } });
  expect(nowhere.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'filter.granted.unit' });

  // A unit's officer sees the sums of its own households more closely, and of no other unit.
  const officer = await town.account('UNIT_OFFICER', { unit: unit(0) });
  expect((await ask('ITEM', { unit: unit(0) }, officer)).total).toMatchObject({ households: 6, granted: '2415600.00' });
  expect([await open({}, {}, officer), await open({ unit: unit(1) }, {}, officer)]).toEqual([18, 0]);
  const beyond = await officer.send(sums, { code, by: 'ITEM', period, unit: unit(1) });
  expect(beyond.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'unit' });

  // A district office sees the same sums, how many grants there were, and no household.
  const district = code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: `p${code}`, displayName: '区', district }, 'account { id }');
  const office = await platform.clientOf(`p${code}-${district}`);
  for (const by of ['CATEGORY', 'ITEM', 'UNIT', 'CAMPAIGN', 'SOURCE']) {
    expect(await ask(by, {}, office)).toEqual(await ask(by));
  }
  // It sees no application with which they would tell whose they are.
  expect((await office.ask(plain, { code, by: 'ITEM', period })).town.reliefSums).toEqual(await ask('ITEM'));
  expect((await office.send(sums, { code, by: 'ITEM', period, unit: unit(0) })).errors[0]?.extensions.code).toBe(
    'NOT_FOUND',
  );
  const counted =
    'query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) { figure(indicator: "relief-grant", period: $period) { numerator } } }';
  expect((await office.ask(counted, { code, period })).town.figure.numerator).toBe(30);
  const closed = 'query($code: RegisterCode!) { town(code: $code) { reliefApplications { totalCount } } }';
  expect((await office.send(closed, { code })).errors[0]?.extensions.code).toBe('FORBIDDEN');

  // An application of others that counts and does not read is told no sums.
  const application = await registerApplication(platform, ['TOWN_READ', 'RELIEF_COUNT'], admin);
  await consent(town, application, ['TOWN_READ', 'RELIEF_COUNT']);
  const counting = await clientOf(platform, application, 'town:read relief:count');
  const refused = await counting.send(sums, { code, by: 'ITEM', period });
  expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
});
