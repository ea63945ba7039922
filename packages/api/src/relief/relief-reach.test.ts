import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { applied, granted, reliefHands } from './relief.fixture.ts';

const platform = testPlatform();

it('whoever is in charge of a household sees its relief, and nobody else does, wherever it goes', async () => {
  const { town, blocks, households } = await settledTown(platform, 2);
  const [household, other] = households;
  const { worker, officer } = await reliefHands(town);
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0] ?? '') });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const { id } = await applied(town, household, { on: '2026-01-10' }, lead);
  await applied(town, other, { on: '2026-01-11' }, worker);
  const list =
    'query($code: RegisterCode!, $filter: ReliefFilter) { town(code: $code) { reliefApplications(filter: $filter) { totalCount nodes { id } } } }';
  const count = async (client: ApiClient, filter?: Record<string, unknown>) =>
    (await client.ask(list, { code: town.code, filter })).town.reliefApplications.totalCount;
  const one = 'query($id: ID!) { reliefApplication(id: $id) { number } }';
  const sees = async (client: ApiClient) => (await client.send(one, { id })).errors.length === 0;
  for (const client of [town.admin, worker, officer, lead]) {
    expect([await count(client), await sees(client)]).toEqual([2, true]);
  }
  expect([await count(elsewhere), await sees(elsewhere)]).toEqual([0, false]);
  const asking = { household, item: (await reliefIds(town, 'items')).春节帮困, reason: '困难', amount: '1' };
  expect(await elsewhere.refused('applyForRelief', asking)).toEqual({ code: 'NOT_FOUND', field: 'input.household' });
  expect(await elsewhere.refused('endorseRelief', { reliefApplication: id })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.reliefApplication' },
  });
  const block = await town.openUnit({ parent: town.unit(1), from: '2023-01-01' });
  await town.admin.do('moveHousehold', { household, block, from: '2026-02-01' }, 'household { id }');
  expect([await count(elsewhere), await sees(elsewhere)]).toEqual([1, true]);
  expect([await count(officer), await sees(officer), await sees(lead)]).toEqual([1, false, false]);
  expect(await count(town.admin, { unit: town.unit(1) })).toBe(1);
  expect(await count(town.admin, { applied: { first: '2026-01-11', last: '2026-01-11' } })).toBe(1);
  expect(await count(town.admin, { state: ['PAID'] })).toBe(0);
});

it('who gets relief for health or disability is found and named only for a purpose, and every look is recorded', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [items, categories] = [await reliefIds(town, 'items'), await reliefIds(town, 'categories')];
  await applied(town, households[0], { item: items.重残人员帮困, reason: '行动不便' });
  const query = (purpose: string) =>
    `query($code: RegisterCode!, $filter: ReliefFilter) ${purpose} { town(code: $code) { reliefApplications(filter: $filter) { nodes { itemName reason item { name } } } } }`;
  const ask = (filter: Record<string, unknown>, purpose = '') =>
    town.admin.send(query(purpose), { code: town.code, filter });
  const nodes = async (purpose = '') => (await ask({}, purpose)).data.town.reliefApplications.nodes;
  expect(await nodes()).toEqual([{ itemName: 'Relief for health or disability', reason: null, item: null }]);
  const inFull = [{ itemName: '重残人员帮困', reason: '行动不便', item: { name: '重残人员帮困' } }];
  expect(await nodes('@purpose(of: RELIEF)')).toEqual(inFull);
  for (const filter of [{ category: categories.助残 }, { item: items.重残人员帮困 }]) {
    const field = `filter.${Object.keys(filter)[0]}`;
    expect((await ask(filter)).errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field });
    expect((await ask(filter, '@purpose(of: RELIEF)')).data.town.reliefApplications.nodes).toEqual(inFull);
  }
  expect((await ask({ category: categories.助困 })).data.town.reliefApplications.nodes).toEqual([]);
  const auditor = await town.account('AUDITOR');
  const readings =
    'query($code: RegisterCode!) { town(code: $code) { readings(first: 20) { nodes { purpose fields } } } }';
  const seen = (await auditor.ask(readings, { code: town.code })).town.readings.nodes;
  const fields = ['ReliefApplication.item', 'ReliefApplication.itemName', 'ReliefApplication.reason'];
  expect(seen.map((each: Data) => each.purpose)).toEqual(expect.arrayContaining([null, 'RELIEF']));
  expect(seen.every((each: Data) => JSON.stringify(each.fields) === JSON.stringify(fields))).toBe(true);
});

it('a restructuring is not undone once relief is recorded under what it made', async () => {
  const { town, blocks, households } = await settledTown(platform, 1);
  const [household] = households;
  const opened = { open: { ref: 'n', kind: 'BLOCK', parent: town.unit(0), name: '新块' } };
  const moved = { transferHouseholds: { from: blocks[0], to: '#n', households: [household] } };
  const restructuring = await apply(town, '2024-03-01', [opened, moved]);
  const money = [{ fund: (await fund(town)).id, amount: '1' }];
  await granted(town, await reliefHands(town), household, money, { on: '2026-01-10' });
  const query = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(query, { id: restructuring })).dependents).toEqual([{ kind: 'RELIEF', count: 1 }]);
  expect(await town.admin.refused('undoRestructuring', { restructuring, reason: '误' })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.restructuring' },
  });
});

it('who looks for those who applied for what is sensitive stands in the trail, whatever they read of them', async () => {
  const { town, households } = await settledTown(platform, 1);
  const { worker } = await reliefHands(town);
  const auditor = await town.account('AUDITOR');
  await applied(town, households[0], { item: (await reliefIds(town, 'items')).大病救助 }, worker);
  const category = (await reliefIds(town, 'categories')).助医;
  const look = `query($code: RegisterCode!, $category: ID!) @purpose(of: RELIEF) { town(code: $code) {
    reliefApplications(filter: { category: $category }) { nodes { number } } } }`;
  const { reliefApplications } = (await town.admin.ask(look, { code: town.code, category })).town;
  expect(reliefApplications.nodes).toHaveLength(1);
  const trail = 'query($code: RegisterCode!) { town(code: $code) { readings(first: 1) { nodes { fields purpose } } } }';
  expect((await auditor.ask(trail, { code: town.code })).town.readings.nodes).toEqual([
    { fields: ['ReliefApplication.item'], purpose: 'RELIEF' },
  ]);
});
