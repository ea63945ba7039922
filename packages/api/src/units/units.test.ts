import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';

const platform = testPlatform();
let town: TestTown;
let village: string;
let blocks: string[];

beforeAll(async () => {
  town = await platform.newTown();
  village = await town.openUnit({ kind: 'VILLAGE', name: '张家村', parent: undefined, from: '2024-01-01' });
  const block = (name: string, more = {}) => town.openUnit({ parent: village, name, from: '2024-01-01', ...more });
  blocks = [];
  for (const number of [10, 2, 1]) blocks.push(await block(`第${number}块区`));
  blocks.push(await block('安块区', { code: '中1', status: 'PREPARATORY' }));
  blocks.push(await block('周块区', { code: 'A1' }));
  await town.openUnit({ parent: blocks[0], kind: 'BUILDING', name: '一号楼', from: '2024-02-01' });
});

const fields = `nodes { id name code } edges { cursor } totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

async function units(args: Record<string, unknown>, client: ApiClient = town.admin) {
  return (await client.ask(query(), { code: town.code, ...args })).town.units;
}

function query(): string {
  return `query($code: RegisterCode!, $kind: UnitKind, $under: ID, $asOf: Date, $filter: UnitFilter, $orderBy: UnitOrder! = TREE,
      $first: Int, $after: String, $last: Int, $before: String) {
    town(code: $code) {
      units(kind: $kind, under: $under, asOf: $asOf, filter: $filter, orderBy: $orderBy,
        first: $first, after: $after, last: $last, before: $before) { ${fields} }
    }
  }`;
}

async function names(args: Record<string, unknown>): Promise<string[]> {
  return (await units(args)).nodes.map((node: { name: string }) => node.name);
}

describe('the list of a town’s units', () => {
  it('is narrowed by kind, by a unit above, by part of the name, by the beginning of the code, and by state', async () => {
    expect((await names({ under: village })).toSorted()).toEqual(
      ['第1块区', '第2块区', '第10块区', '一号楼', '安块区', '周块区'].toSorted(),
    );
    expect(await names({ under: blocks[0] })).toEqual(['一号楼']);
    expect(await names({ kind: 'BUILDING' })).toEqual(['一号楼']);
    expect(await names({ under: village, kind: 'BUILDING' })).toEqual(['一号楼']);
    expect(await names({ under: village, filter: { name: ' 0块 ' } })).toEqual(['第10块区']);
    expect(await names({ filter: { name: 'A' } })).toEqual(['周块区']);
    expect(await names({ filter: { name: '1' }, kind: 'BLOCK', under: blocks[0] })).toEqual([]);
    expect(await names({ filter: { status: 'PREPARATORY' } })).toEqual(['安块区']);
    expect(await names({ under: village, filter: { status: 'ACTIVE', name: '块' } })).not.toContain('安块区');
    expect(await names({ under: village, filter: { name: null, status: null } })).toHaveLength(6);
  });

  it('is ordered as the tree, by pinyin with numbers as numbers, or by code with those without one last', async () => {
    const tree = await names({ under: village });
    expect(tree.indexOf('一号楼')).toBe(tree.indexOf('第10块区') + 1);
    expect(await names({ under: village, kind: 'BLOCK', orderBy: 'NAME' })).toEqual([
      '安块区',
      '第1块区',
      '第2块区',
      '第10块区',
      '周块区',
    ]);
    const byCode = (await units({ under: village, kind: 'BLOCK', orderBy: 'CODE' })).nodes;
    expect(byCode.map((node: { code: string | null }) => node.code)).toEqual(['A1', '中1', null, null, null]);
  });

  it('is of the day asked for', async () => {
    expect(await names({ under: village, asOf: '2024-01-31' })).not.toContain('一号楼');
    expect(await names({ under: village, asOf: '2024-02-01' })).toContain('一号楼');
    expect(await names({ asOf: '1990-01-01' })).toEqual([]);
  });

  it('gives every unit once, forwards and backwards, in pages that know what is beyond them', async () => {
    const all: string[] = (await units({ under: village })).nodes.map((node: { id: string }) => node.id);
    const sizes: number[] = [];
    const forwards: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const page: Awaited<ReturnType<typeof units>> = await units({ under: village, first: 4, after });
      sizes.push(page.nodes.length);
      forwards.push(...page.nodes.map((node: { id: string }) => node.id));
      expect(page.totalCount).toBe(6);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      expect(page.pageInfo.startCursor).toBe(page.edges[0].cursor);
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(forwards).toEqual(all);
    const backwards: string[] = [];
    let before: string | null = null;
    for (let more = true; more; ) {
      const page: Awaited<ReturnType<typeof units>> = await units({ under: village, last: 4, before });
      sizes.push(page.nodes.length);
      backwards.unshift(...page.nodes.map((node: { id: string }) => node.id));
      expect(page.pageInfo.hasNextPage).toBe(before !== null);
      more = page.pageInfo.hasPreviousPage;
      before = page.pageInfo.startCursor;
    }
    expect(backwards).toEqual(all);
    expect(sizes).toEqual([4, 2, 4, 2]);
  });

  it('keeps a page’s place when a unit is added before it', async () => {
    const own = await platform.newTown();
    const parent = await own.openUnit({ name: '二块区' });
    for (const name of ['二楼', '三楼', '四楼']) await own.openUnit({ parent, kind: 'BUILDING', name });
    const ask = async (args: string) =>
      (
        await own.admin.ask(
          `query($id: ID!) { unit(id: $id) { children(${args}) { nodes { name } pageInfo { endCursor } } } }`,
          { id: parent },
        )
      ).unit.children;
    const first = await ask('first: 1');
    expect(first.nodes).toEqual([{ name: '二楼' }]);
    await own.openUnit({ parent, kind: 'BUILDING', name: '啊楼' });
    expect((await ask(`first: 1, after: "${first.pageInfo.endCursor}"`)).nodes).toEqual([{ name: '三楼' }]);
  });

  it('cuts what lies between two cursors, and is empty where they cross', async () => {
    const { edges } = await units({ under: village });
    const between = await units({ under: village, first: 10, after: edges[0].cursor, before: edges[3].cursor });
    expect(between.edges).toEqual([edges[1], edges[2]]);
    const crossed = await units({ under: village, after: edges[3].cursor, before: edges[1].cursor });
    expect(crossed).toMatchObject({ nodes: [], pageInfo: { startCursor: null, endCursor: null } });
  });

  it('refuses page sizes, directions and cursors that are wrong, with the argument at fault', async () => {
    const foreign = Buffer.from('00000000-0000-0000-0000-000000000000').toString('base64url');
    const wrong: [Record<string, unknown>, string][] = [
      [{ first: 0 }, 'first'],
      [{ first: 101 }, 'first'],
      [{ first: -1 }, 'first'],
      [{ last: 0 }, 'last'],
      [{ last: 101 }, 'last'],
      [{ first: 1, last: 1 }, 'last'],
      [{ first: 1, before: foreign }, 'last'],
      [{ after: foreign }, 'after'],
      [{ after: 'nonsense' }, 'after'],
      [{ after: '' }, 'after'],
      [{ last: 1, before: foreign }, 'before'],
      [{ last: 1, before: '' }, 'before'],
    ];
    for (const [args, field] of wrong) {
      const { data, errors } = await town.admin.send(query(), { code: town.code, ...args });
      expect({ args, ...errors[0]?.extensions }).toEqual({ args, code: 'BAD_INPUT', field });
      expect(data?.town?.units ?? null).toBeNull();
    }
  });

  it('does not know a unit above that is another town’s, no unit at all, or not there on that day', async () => {
    const other = await platform.newTown();
    for (const args of [{ under: other.unit(0) }, { under: 'nonsense' }, { under: village, asOf: '2023-12-31' }]) {
      const { errors } = await town.admin.send(query(), { code: town.code, ...args });
      expect(errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'under' });
    }
  });

  it('is open to everybody who works for the town, and not to the operator', async () => {
    const team = await town.formTeam(blocks[0] ?? '');
    const member = await town.account('TEAM_MEMBER', { team });
    expect((await units({ under: village }, member)).totalCount).toBe(6);
    const { data, errors } = await platform.operator.send(query(), { code: town.code });
    expect(data.town.units).toBeNull();
    expect(errors[0]?.extensions).toEqual({ code: 'FORBIDDEN', scopes: ['unit:read'] });
  });
});

describe('a unit on a day', () => {
  const asOf = `query($id: ID!, $day: Date) {
    unit(id: $id, asOf: $day) { name status asOf ancestors { name kind } parent { name } children { nodes { name } } town { code } }
  }`;

  it('stands under what it stood under, called what it was called', async () => {
    const own = await platform.newTown();
    const area = await own.openUnit({ parent: undefined, kind: 'COMMUNITY', name: '旧社区', from: '2024-01-01' });
    const block = await own.openUnit({ parent: area, name: '块区', from: '2024-02-01' });
    const building = await own.openUnit({ parent: block, kind: 'BUILDING', name: '楼', from: '2024-03-01' });
    await own.admin.do('renameUnit', { unit: area, name: '新社区', from: '2024-04-01' }, 'unit { id }');
    const on = async (id: string, day: string) => (await own.admin.ask(asOf, { id, day })).unit;
    expect(await on(building, '2024-03-31')).toEqual({
      name: '楼',
      status: 'ACTIVE',
      asOf: '2024-03-31',
      ancestors: [
        { name: '块区', kind: 'BLOCK' },
        { name: '旧社区', kind: 'COMMUNITY' },
      ],
      parent: { name: '块区' },
      children: { nodes: [] },
      town: { code: own.code },
    });
    expect((await on(building, '2024-04-01')).ancestors[1].name).toBe('新社区');
    expect((await on(block, '2024-02-29')).children.nodes).toEqual([]);
    expect((await on(block, '2024-03-01')).children.nodes).toEqual([{ name: '楼' }]);
    const { unit } = await own.admin.ask(
      `query($id: ID!) { unit(id: $id) {
        ancestors(asOf: "2024-03-01") { name } parent(asOf: "2024-03-01") { name asOf }
        children(asOf: "2024-03-01") { totalCount } versions { name kind status validFrom validTo parent { name } } } }`,
      { id: block },
    );
    expect(unit).toEqual({
      ancestors: [{ name: '旧社区' }],
      parent: { name: '旧社区', asOf: '2024-03-01' },
      children: { totalCount: 1 },
      versions: [
        {
          name: '块区',
          kind: 'BLOCK',
          status: 'ACTIVE',
          validFrom: '2024-02-01',
          validTo: null,
          parent: { name: '旧社区' },
        },
      ],
    });
  });

  it('is not found before its life, for another town, or for what is no unit', async () => {
    const other = await platform.newTown();
    const missing = { code: 'NOT_FOUND', field: 'id' };
    const person = await town.person();
    for (const [client, id, day] of [
      [town.admin, village, '2023-12-31'],
      [other.admin, village, null],
      [town.admin, other.unit(0), null],
      [town.admin, person, null],
      [town.admin, 'nonsense', null],
    ] as const) {
      const { data, errors } = await client.send(asOf, { id, day });
      expect(errors.map((error) => error.extensions)).toEqual([missing]);
      expect(data.unit).toBeNull();
    }
  });

  it('shows what the viewer may do with it', async () => {
    const officer = await town.account('UNIT_OFFICER', { unit: village });
    const can = async (id: string) =>
      (await officer.ask('query($id: ID!) { unit(id: $id) { viewerCan } }', { id })).unit.viewerCan;
    expect(await can(blocks[0] ?? '')).toEqual(expect.arrayContaining(['UNIT_OPEN', 'UNIT_CLOSE', 'TEAM_FORM']));
    expect(await can(town.unit(0))).toEqual([
      'TOWN_READ',
      'UNIT_COUNT',
      'UNIT_READ',
      'RESTRUCTURING_READ',
      'TEAM_READ',
      'NOTICE_READ',
      'PHOTO_ADD',
      'HOUSEHOLD_COUNT',
      'REQUEST_COUNT',
      'HOTLINE_READ',
      'CALL_COUNT',
      'PATROL_COUNT',
      'INSPECTION_READ',
      'INSPECTION_COUNT',
      'PROJECT_READ',
      'PROJECT_COUNT',
      'DELIBERATION_READ',
      'DELIBERATION_COUNT',
      'PROGRAMME_READ',
      'PAIRING_COUNT',
      'RELIEF_COUNT',
      'PARTY_READ',
      'COVERAGE_COUNT',
      'FIGURE_READ',
      'PERSON_REGISTER',
    ]);
  });

  it('is refused on a day that no calendar has', async () => {
    for (const day of ['2024-02-30', '0000-01-01', '2024-1-1', 'today']) {
      const { errors } = await town.admin.send(asOf, { id: village, day });
      expect({ day, ...errors[0]?.extensions }).toEqual({ day, code: 'BAD_INPUT', field: 'day' });
    }
  });
});
