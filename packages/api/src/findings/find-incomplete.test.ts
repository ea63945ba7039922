import { beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';

const platform = testPlatform();
let town: TestTown;
let village: string;

const from = '2024-01-01';
const query = `query($code: RegisterCode!, $rule: FindingRule, $under: ID, $asOf: Date, $first: Int, $after: String) {
  town(code: $code, asOf: $asOf) { findings(rule: $rule, under: $under, first: $first, after: $after) {
    nodes { rule unit { name } team { name } } totalCount pageInfo { hasNextPage endCursor }
  } }
}`;

async function findings(args: Record<string, unknown> = {}, client: ApiClient = town.admin) {
  return (await client.ask(query, { code: town.code, under: village, ...args })).town.findings;
}

async function found(args: Record<string, unknown> = {}, client?: ApiClient): Promise<string[]> {
  const { nodes } = await findings(args, client);
  return nodes.map((each: { rule: string; unit: { name: string }; team: { name: string } | null }) =>
    [each.rule, each.unit.name, each.team?.name].filter(Boolean).join(' '),
  );
}

async function form(block: string, name: string): Promise<string> {
  return (await town.admin.do('formTeam', { block, name, from }, 'team { id }')).team.id;
}

beforeAll(async () => {
  town = await platform.newTown();
  village = await town.openUnit({ kind: 'VILLAGE', name: '村', parent: undefined, from });
});

it('names what is missing step by step, until nothing is', async () => {
  expect(await found()).toEqual(['UNIT_WITHOUT_BLOCK 村']);
  const block = await town.openUnit({ parent: village, name: '块区', from });
  expect(await found()).toEqual(['BLOCK_WITHOUT_TEAM 块区']);
  const team = await form(block, '组团');
  expect(await found()).toEqual(['TEAM_WITHOUT_LEAD 块区 组团']);
  const person = await town.person();
  const volunteer = { team, person: await town.person(), role: 'VOLUNTEER', from };
  await town.admin.do('joinTeam', volunteer, 'member { id }');
  expect(await found()).toEqual(['TEAM_WITHOUT_LEAD 块区 组团']);
  const { member } = await town.admin.do(
    'joinTeam',
    { team, person, role: 'LEAD', from: '2024-03-01' },
    'member { id }',
  );
  expect(await found()).toEqual(['LEAD_WITHOUT_POST 块区 组团']);
  const post = { person, title: 'OFFICER', from: '2024-04-01' };
  await town.admin.do('appointOfficer', { ...post, unit: town.unit(0) }, 'post { id }');
  expect(await found()).toEqual(['LEAD_WITHOUT_POST 块区 组团']);
  await town.admin.do('appointOfficer', { ...post, unit: village }, 'post { id }');
  expect(await found()).toEqual([]);

  expect(await found({ asOf: '2024-02-29' })).toEqual(['TEAM_WITHOUT_LEAD 块区 组团']);
  expect(await found({ asOf: '2024-03-01' })).toEqual(['LEAD_WITHOUT_POST 块区 组团']);
  expect(await found({ asOf: '2024-04-01' })).toEqual([]);

  await town.admin.do('leaveTeam', { member: member.id, on: '2024-05-01' }, 'member { id }');
  expect(await found()).toEqual(['TEAM_WITHOUT_LEAD 块区 组团']);
});

it('lists them in the tree’s order, by rule, under a unit, page by page', async () => {
  const area = await town.openUnit({ kind: 'COMMUNITY', name: '社区', parent: undefined, from });
  const committee = await town.openUnit({ kind: 'COMMITTEE', name: '居委', parent: area, from });
  await town.openUnit({ kind: 'VILLAGE', name: '空村', parent: area, from });
  const block = await town.openUnit({ parent: committee, name: '一块区', from });
  await form(block, '甲组团');
  await form(block, '乙组团');
  const other = await town.openUnit({ parent: committee, name: '二块区', from });
  const all = [
    'UNIT_WITHOUT_BLOCK 空村',
    'TEAM_WITHOUT_LEAD 一块区 甲组团',
    'TEAM_WITHOUT_LEAD 一块区 乙组团',
    'BLOCK_WITHOUT_TEAM 二块区',
  ];
  expect(await found({ under: area })).toEqual(all);
  expect(await found({ under: block })).toEqual(all.slice(1, 3));
  expect(await found({ under: area, rule: 'BLOCK_WITHOUT_TEAM' })).toEqual([all[3]]);
  const first = await findings({ under: area, first: 3 });
  expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  expect(await found({ under: area, first: 3, after: first.pageInfo.endCursor })).toEqual([all[3]]);
  expect((await findings({ under: null })).totalCount).toBeGreaterThanOrEqual(6);
  const officer = await town.account('UNIT_OFFICER', { unit: committee });
  expect(await found({ under: null }, officer)).toEqual(all.slice(1));
  const small = await town.account('UNIT_OFFICER', { unit: other });
  expect(await found({ under: null }, small)).toEqual([all[3]]);
});

it('counts a block that stands deeper under a village', async () => {
  const deep = await town.openUnit({ kind: 'VILLAGE', name: '大村', parent: undefined, from });
  const building = { town: town.code, kind: 'PARK', parents: ['TOWN', 'VILLAGE'] };
  await town.admin.do('setAllowedParents', building, 'town { code }');
  const park = await town.openUnit({ kind: 'PARK', name: '园', parent: deep, from });
  expect(await found({ under: deep })).toEqual(['UNIT_WITHOUT_BLOCK 大村']);
  await town.openUnit({ parent: park, name: '园块区', from });
  expect(await found({ under: deep })).toEqual(['BLOCK_WITHOUT_TEAM 园块区']);
});

it('leaves overlays out: their blocks are no cutting up of a village, and are not asked for teams and leads', async () => {
  const alone = await town.openUnit({ kind: 'VILLAGE', name: '独村', parent: undefined, from });
  const { overlay } = await town.admin.do('openOverlay', { town: town.code, name: '籍贯', from }, 'overlay { id }');
  const block = await town.openUnit({ parent: alone, name: '安徽块区', overlay: overlay.id, from });
  expect(await found({ under: alone })).toEqual(['UNIT_WITHOUT_BLOCK 独村']);
  await form(block, '老乡组团');
  expect(await found({ under: alone })).toEqual(['UNIT_WITHOUT_BLOCK 独村']);
  expect(await found({ under: block })).toEqual([]);
});

it('is refused to a lead and to other towns, and does not know units that are not there', async () => {
  const other = await platform.newTown();
  const block = await town.openUnit({ parent: village, name: '末块区', from });
  const lead = await town.account('TEAM_LEAD', { team: await form(block, '末组团') });
  const refusal = async (client: ApiClient, args: Record<string, unknown>) =>
    (await client.send(query, { code: town.code, ...args })).errors[0]?.extensions;
  expect(await refusal(lead, {})).toEqual({ code: 'FORBIDDEN', scopes: ['finding:read'] });
  expect(await refusal(other.admin, {})).toEqual({ code: 'NOT_FOUND', field: 'code' });
  expect(await refusal(town.admin, { under: other.unit(0) })).toEqual({ code: 'NOT_FOUND', field: 'under' });
  expect(await refusal(town.admin, { under: village, asOf: '2023-12-31' })).toEqual({
    code: 'NOT_FOUND',
    field: 'under',
  });
  expect(await refusal(town.admin, { after: 'nonsense' })).toEqual({ code: 'BAD_INPUT', field: 'after' });
});
