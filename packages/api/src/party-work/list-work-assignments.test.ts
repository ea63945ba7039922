import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { assign } from './party-work.fixture.ts';

const platform = testPlatform();
let town: TestTown;
let other: TestTown;
/** A village with a block under it, an enterprise in the block and one in the next village, and two people. */
let village: string;
let block: string;
let next: string;
let mill: string;
let shop: string;
let liaison: string;
let leader: string;
beforeAll(async () => {
  [town, other] = [await platform.newTown(), await platform.newTown()];
  [village, next] = [town.unit(0), town.unit(1)];
  block = await town.openUnit({ parent: village, from: '2023-01-01' });
  mill = (await registerOrganization(town, { name: '阿里磨坊', unit: block })).id;
  shop = (await registerOrganization(town, { name: '八方商店', unit: next })).id;
  [liaison, leader] = [await town.person('陆联络'), await town.person('林领导')];
  await assign(town, { organization: mill, person: liaison, from: '2024-01-01' });
  await assign(town, { organization: shop, person: leader, role: 'LEADER', from: '2024-01-01' });
  await assign(town, { unit: village, person: leader, role: 'INSTRUCTOR', from: '2024-01-01' });
  const ended = await assign(town, { organization: shop, person: liaison, from: '2024-01-01' });
  await town.admin.do('endWorkAssignment', { assignment: ended, on: '2024-06-01' }, 'assignment { id }');
});

const query = (
  selection: string,
) => `query($code: RegisterCode!, $filter: WorkAssignmentFilter, $day: Date, $after: String) {
  town(code: $code) { workAssignments(filter: $filter, asOf: $day, first: 2, after: $after) { ${selection} } } }`;
const nodes = 'nodes { role person { name } organization { name } unit { id } }';

async function listed(filter: Data = {}, day = '2025-01-01', client: ApiClient = town.admin): Promise<string[]> {
  const { workAssignments } = (await client.ask(query(nodes), { code: town.code, filter, day })).town;
  return workAssignments.nodes.map(
    ({ role, person, organization }: Data) => `${role} ${person?.name ?? '?'} ${organization?.name ?? 'unit'}`,
  );
}

describe('the list of who is assigned in a town', () => {
  it('has those to units and to single organisations together, by what they are to, page by page', async () => {
    const page = async (after: string | null) =>
      (
        await town.admin.ask(query(`totalCount pageInfo { hasNextPage endCursor } ${nodes}`), {
          ...{ code: town.code, day: '2025-01-01', after },
        })
      ).town.workAssignments;
    const first = await page(null);
    expect(first.totalCount).toBe(3);
    const second = await page(first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const all = [...first.nodes, ...second.nodes];
    expect(all.filter(({ unit }: Data) => unit?.id === village)).toHaveLength(1);
    const names = all.map(({ organization }: Data) => organization?.name).filter((name) => name !== undefined);
    expect(names).toEqual(['阿里磨坊', '八方商店']);
  });

  it('has those of the day alone', async () => {
    expect(await listed({}, '2023-12-31')).toEqual([]);
    expect(await listed({ organization: shop }, '2024-05-31')).toEqual([
      'LIAISON 陆联络 八方商店',
      'LEADER 林领导 八方商店',
    ]);
    expect(await listed({ organization: shop })).toEqual(['LEADER 林领导 八方商店']);
  });

  it('is narrowed to roles, to units or organisations, to a unit with what is under it, and to a person', async () => {
    expect(await listed({ role: ['INSTRUCTOR'] })).toEqual(['INSTRUCTOR 林领导 unit']);
    expect(await listed({ toUnit: false })).toEqual(['LIAISON 陆联络 阿里磨坊', 'LEADER 林领导 八方商店']);
    expect(await listed({ toUnit: true })).toEqual(['INSTRUCTOR 林领导 unit']);
    expect((await listed({ unit: village })).sort()).toEqual(['INSTRUCTOR 林领导 unit', 'LIAISON 陆联络 阿里磨坊']);
    expect(await listed({ unit: block })).toEqual(['LIAISON 陆联络 阿里磨坊']);
    expect(await listed({ person: liaison })).toEqual(['LIAISON 陆联络 阿里磨坊']);
    expect(await listed({ person: leader, unit: next })).toEqual(['LEADER 林领导 八方商店']);
  });

  it('is narrowed to all who work for an organisation, also with all of a unit that it stands under', async () => {
    expect((await listed({ organization: mill })).sort()).toEqual([
      'INSTRUCTOR 林领导 unit',
      'LIAISON 陆联络 阿里磨坊',
    ]);
  });

  it('has what was merged with what it has gone into', async () => {
    const own = await platform.newTown();
    const [into, gone] = [own.unit(0), own.unit(1)];
    const organization = (await registerOrganization(own, { unit: gone })).id;
    await assign(own, { organization, from: '2024-01-01' });
    await assign(own, { unit: gone, from: '2024-01-01' });
    await apply(own, '2025-01-01', [{ merge: { units: [gone], into } }]);
    const count = async (unit: string, day: string) => {
      const asked = { code: own.code, filter: { unit }, day };
      return (await own.admin.ask(query('totalCount'), asked)).town.workAssignments.totalCount;
    };
    expect([await count(into, '2024-12-31'), await count(gone, '2024-12-31')]).toEqual([0, 2]);
    expect([await count(into, '2025-01-01'), await count(gone, '2025-01-01')]).toEqual([2, 0]);
  });

  it('shows a district who is assigned to what without who it is, and lets it ask for nobody', async () => {
    const district = town.code.slice(0, 6);
    const opening = { name: 'assigned', displayName: '区', district };
    await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    const office = await platform.clientOf(`assigned-${district}`);
    const shown = await office.send(query(nodes), { code: town.code, filter: { toUnit: false }, day: '2025-01-01' });
    expect(shown.data?.town.workAssignments.nodes).toMatchObject([
      { role: 'LIAISON', person: null, organization: { name: '阿里磨坊' } },
      { role: 'LEADER', person: null, organization: { name: '八方商店' } },
    ]);
    const asked = await office.send(query(nodes), { code: town.code, filter: { person: liaison } });
    expect(asked.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'filter.person' });
  });

  it('leaves out organisations that its viewer does not see, and is null for who counts no coverage there', async () => {
    const officer = await town.account('UNIT_OFFICER', { unit: next });
    const seen = 'nodes { role organization { name } }';
    const asked = { code: town.code, filter: { toUnit: false }, day: '2025-01-01' };
    const { workAssignments } = (await officer.ask(query(seen), asked)).town;
    expect(workAssignments.nodes).toEqual([{ role: 'LEADER', organization: { name: '八方商店' } }]);
    const theirs = await other.admin.send(query(nodes), { code: town.code });
    expect(theirs.data?.town?.workAssignments ?? null).toBeNull();
  });

  it('refuses what a filter names that is not of the town, and a bad page', async () => {
    const refused = async (filter: Data, more: Data = {}) => {
      const answer = await town.admin.send(query(nodes), { code: town.code, filter, ...more });
      return answer.errors?.[0]?.extensions;
    };
    const theirs = {
      unit: other.unit(0),
      person: await other.person(),
      organization: (await registerOrganization(other)).id,
    };
    for (const [field, id] of Object.entries(theirs)) {
      expect(await refused({ [field]: id })).toMatchObject({ code: 'NOT_FOUND', field: `filter.${field}` });
      expect(await refused({ [field]: 'x' })).toMatchObject({ field: `filter.${field}` });
    }
    expect(await refused({}, { after: 'x' })).toMatchObject({ code: 'BAD_INPUT', field: 'after' });
  });
});
