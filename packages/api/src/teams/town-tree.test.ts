import { beforeAll, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';

const platform = testPlatform();
let town: TestTown;
let community: string;
let village: string;
let block: string;
let building: string;
let team: string;

beforeAll(async () => {
  town = await platform.newTown();
  community = await town.openUnit({
    kind: 'COMMUNITY',
    name: '社区',
    parent: undefined,
    code: 'C1',
    from: '2024-01-01',
  });
  village = await town.openUnit({ kind: 'VILLAGE', name: '村', parent: community, from: '2024-01-01' });
  block = await town.openUnit({ parent: village, name: '块区', from: '2024-01-01', status: 'PREPARATORY' });
  building = await town.openUnit({ kind: 'BUILDING', name: '楼', parent: block, from: '2024-01-01' });
  const formed = { block, name: '组团', from: '2024-02-01' };
  team = (await town.admin.do('formTeam', formed, 'team { id }')).team.id;
});

const query = `query($code: RegisterCode!, $root: ID, $depth: Int, $asOf: Date) {
  town(code: $code) { tree(root: $root, depth: $depth, asOf: $asOf) { id parent depth kind name code status } }
}`;

async function tree(args: Record<string, unknown> = {}) {
  return (await town.admin.ask(query, { code: town.code, ...args })).town.tree;
}

it('lists the units and teams of the town, parents before children', async () => {
  const nodes = await tree();
  expect(nodes.slice(0, 5)).toEqual([
    { id: community, parent: null, depth: 0, kind: 'COMMUNITY', name: '社区', code: 'C1', status: 'ACTIVE' },
    { id: village, parent: community, depth: 1, kind: 'VILLAGE', name: '村', code: null, status: 'ACTIVE' },
    { id: block, parent: village, depth: 2, kind: 'BLOCK', name: '块区', code: null, status: 'PREPARATORY' },
    { id: building, parent: block, depth: 3, kind: 'BUILDING', name: '楼', code: null, status: 'ACTIVE' },
    { id: team, parent: block, depth: 3, kind: 'TEAM', name: '组团', code: null, status: 'ACTIVE' },
  ]);
  const seen = new Set<string | null>([null]);
  for (const node of nodes) {
    expect(seen).toContain(node.parent);
    seen.add(node.id);
  }
  expect(nodes.map((node: { id: string }) => node.id)).toContain(town.unit(0));
});

it('lists only what stands under a root, its teams too', async () => {
  const under = async (root: string) =>
    (await tree({ root })).map(({ name, depth, parent }: Record<string, unknown>) => ({ name, depth, parent }));
  expect(await under(village)).toEqual([
    { name: '块区', depth: 0, parent: village },
    { name: '楼', depth: 1, parent: block },
    { name: '组团', depth: 1, parent: block },
  ]);
  expect(await under(block)).toEqual([
    { name: '楼', depth: 0, parent: block },
    { name: '组团', depth: 0, parent: block },
  ]);
  expect(await under(building)).toEqual([]);
});

it('goes as many levels deep as asked', async () => {
  const deep = async (depth: number) =>
    (await tree({ root: community, depth })).map(({ name }: { name: string }) => name);
  expect(await deep(0)).toEqual([]);
  expect(await deep(1)).toEqual(['村']);
  expect(await deep(2)).toEqual(['村', '块区']);
  expect(await deep(3)).toEqual(['村', '块区', '楼', '组团']);
  expect(await deep(20)).toHaveLength(4);
});

it('is of the day asked for', async () => {
  const on = async (asOf: string) => (await tree({ root: village, asOf })).map(({ name }: { name: string }) => name);
  expect(await on('2024-01-31')).toEqual(['块区', '楼']);
  expect(await on('2024-02-01')).toEqual(['块区', '楼', '组团']);
  expect(await tree({ asOf: '1990-01-01' })).toEqual([]);
  const { town: then } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code, asOf: "2024-01-31") { tree { kind } teamCount } }',
    { code: town.code },
  );
  expect(then.teamCount).toBe(0);
  expect(then.tree).not.toContainEqual({ kind: 'TEAM' });
});

it('refuses a depth out of bounds and a root that is not in the tree', async () => {
  const other = await platform.newTown();
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ depth: -1 }, 'BAD_INPUT', 'depth'],
    [{ depth: 21 }, 'BAD_INPUT', 'depth'],
    [{ root: other.unit(0) }, 'NOT_FOUND', 'root'],
    [{ root: team }, 'NOT_FOUND', 'root'],
    [{ root: 'nonsense' }, 'NOT_FOUND', 'root'],
    [{ root: village, asOf: '2023-12-31' }, 'NOT_FOUND', 'root'],
  ];
  for (const [args, code, field] of wrong) {
    const { data, errors } = await town.admin.send(query, { code: town.code, ...args });
    expect({ args, ...errors[0]?.extensions }).toEqual({ args, code, field });
    expect(data.town.tree).toBeNull();
  }
});

it('is open to a member of a team and to the district office, not to another town', async () => {
  const member = await town.account('TEAM_MEMBER', { team });
  const nodes = await tree();
  expect((await member.ask(query, { code: town.code })).town.tree).toEqual(nodes);
  const office = { name: 'office', displayName: '区社工部', district: town.code.slice(0, 6) };
  const { account } = await platform.operator.do('openOfficeAccount', office, 'account { name }');
  const district = await platform.clientOf(account.name);
  expect((await district.ask(query, { code: town.code })).town.tree).toEqual(nodes);
  const other = await platform.newTown();
  const { errors } = await other.admin.send(query, { code: town.code });
  expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'code' });
});
