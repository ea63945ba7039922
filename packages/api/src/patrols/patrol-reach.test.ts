import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { patrol, route } from './patrol.fixture.ts';

const platform = testPlatform();

const list = (args = '') =>
  `query($code: RegisterCode!) { town(code: $code) { patrols(first: 100${args}) { totalCount nodes { note } } } }`;

async function listed(town: TestTown, client: ApiClient, args = ''): Promise<string[]> {
  const { nodes, totalCount } = (await client.ask(list(args), { code: town.code })).town.patrols;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ note }: Data) => note);
}

it('a team member sees and records the patrols of the block, an officer those of the unit, a district none, also after a merger', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const building = await town.openUnit({ parent: blocks[0], kind: 'BUILDING', name: '一号楼', from: '2023-01-01' });
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const elsewhere = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[1]) });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const stranger = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const mediator = await town.account('MEDIATOR', { unit: town.unit(0) });
  const opening = { name: 'office', displayName: '区', district: town.code.slice(0, 6) };
  await platform.operator.do('openOfficeAccount', opening, 'account { name }');
  const office = await platform.clientOf(`office-${town.code.slice(0, 6)}`);

  const at = (unit: string, note: string, on: string) => ({ place: { unit, text: '门口' }, note, on });
  const own = await patrol(town, at(blocks[0], '东', '2024-02-01'), 'id', member);
  await patrol(town, at(building, '楼', '2024-02-02'), 'id', member);
  await patrol(town, at(blocks[1], '西', '2024-02-03'));
  await patrol(town, at(blocks[2], '北', '2024-02-04'));
  await patrol(town, at(town.unit(0), '居委', '2024-02-05'), 'id', officer);
  expect(await listed(town, town.admin)).toEqual(['居委', '北', '西', '楼', '东']);
  expect(await listed(town, officer)).toEqual(['居委', '北', '西', '楼', '东']);
  expect(await listed(town, member)).toEqual(['楼', '东']);
  expect(await listed(town, elsewhere)).toEqual(['西']);
  expect(await listed(town, stranger)).toEqual([]);
  await apply(town, '2024-04-01', [{ merge: { units: [blocks[2]], into: blocks[1] } }]);
  expect(await listed(town, elsewhere)).toEqual(['北', '西']);
  expect(await listed(town, officer, `, filter: { unit: "${blocks[1]}" }`)).toEqual(['北', '西']);

  const read = 'query($id: ID!) { patrol(id: $id) { note } }';
  const recording = { ...at(blocks[0], '偷', '2024-05-01'), people: [await town.person()], nothingFound: true };
  for (const client of [elsewhere, stranger]) {
    expect((await client.send(read, own)).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
    const refusals = [
      ['recordPatrol', recording, 'input.place.unit'],
      ['revisePatrol', { patrol: own.id, reason: '误' }, 'input.patrol'],
      ['withdrawPatrol', { patrol: own.id, reason: '误' }, 'input.patrol'],
      ['addPatrolFinding', { patrol: own.id, finding: { kind: 'PROBLEM', text: '偷' } }, 'input.patrol'],
    ] as const;
    for (const [verb, input, field] of refusals) {
      expect(await client.refused(verb, input)).toEqual({ code: 'NOT_FOUND', field });
    }
  }
  for (const client of [office, mediator, platform.operator]) {
    expect((await client.send(read, own)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await client.send(list(), { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await client.refused('recordPatrol', recording)).toEqual({ code: 'FORBIDDEN' });
  }
  // Whoever recorded one withdraws it; what others recorded their lead or officer does.
  const second = await patrol(town, at(blocks[0], '再', '2024-05-02'), 'id', officer);
  const withdrawing = { patrol: second.id, reason: '误' };
  expect(await member.refused('withdrawPatrol', withdrawing)).toEqual({ code: 'NOT_FOUND', field: 'input.patrol' });
  await member.do('withdrawPatrol', { patrol: own.id, reason: '误' }, 'patrol { id }');
  await officer.do('withdrawPatrol', withdrawing, 'patrol { id }');
});

it('routes are planned by leads and officers where they are in charge, and walked where they have gone after a merger', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[2]) });
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[2]) });
  const elsewhere = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[1]) });
  const planning = { unit: blocks[2], name: '北线', stops: ['门'] };
  expect(await member.refused('openPatrolRoute', planning)).toEqual({ code: 'FORBIDDEN' });
  expect(await elsewhere.refused('openPatrolRoute', planning)).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
  const walk = await route(town, { ...planning, from: '2024-01-01' }, 'id', lead);
  expect(await elsewhere.refused('closePatrolRoute', { route: walk.id })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.route' },
  });
  await patrol(town, { route: walk.id, on: '2024-02-01', note: '前' }, 'id', member);
  const dependents = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  const opened = await apply(town, '2024-03-01', [
    { open: { ref: 'n', kind: 'BLOCK', name: '新块', parent: town.unit(0) } },
  ]);
  const { town: read } = await town.admin.ask(
    'query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "新块" }) { nodes { id name } } } }',
    { code: town.code },
  );
  const block = read.units.nodes.find((each: Data) => each.name === '新块').id;
  await apply(town, '2024-04-01', [{ merge: { units: [blocks[2]], into: blocks[1] } }]);
  const walked = await patrol(town, { route: walk.id, on: '2024-05-01', note: '后' }, 'unit { name }', elsewhere);
  expect(walked).toEqual({ unit: { name: '西块' } });
  expect(await listed(town, elsewhere, `, filter: { route: "${walk.id}" }`)).toEqual(['后', '前']);
  await patrol(town, { place: { unit: block, text: '门' }, on: '2024-05-02' });
  await route(town, { unit: block, from: '2024-05-01' });
  expect((await town.admin.ask(dependents, { id: opened })).dependents).toEqual([{ kind: 'PATROL', count: 2 }]);
});

it('patrols and what they brought up are found by what they are, page by page', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const walk = await route(town, { unit: blocks[0] });
  const [one, two] = [await town.person('甲'), await town.person('乙')];
  const findings = [
    { kind: 'PROBLEM', text: '一', actedOn: '修' },
    { kind: 'SUGGESTION', text: '二' },
  ];
  await patrol(town, { route: walk.id, on: '2026-01-05', note: '甲', people: [one], findings });
  await patrol(town, { place: { unit: blocks[1], text: '菜场' }, on: '2026-01-06', note: '乙', people: [one, two] });
  const found: [string, string[]][] = [
    [`, filter: { route: "${walk.id}" }`, ['甲']],
    [`, filter: { person: "${one}" }`, ['乙', '甲']],
    [`, filter: { person: "${two}" }`, ['乙']],
    [', filter: { period: { first: "2026-01-01", last: "2026-01-05" } }', ['甲']],
    [', filter: { found: true }', ['甲']],
    [', filter: { found: false }', ['乙']],
    [`, filter: { unit: "${blocks[1]}" }`, ['乙']],
    [`, filter: { madeIn: "${blocks[1]}" }`, ['乙']],
    [`, filter: { madeIn: "${town.unit(0)}" }`, []],
  ];
  for (const [args, notes] of found) {
    expect({ args, found: await listed(town, town.admin, args) }).toEqual({ args, found: notes });
  }
  const query = (args: string) =>
    `query($code: RegisterCode!) { town(code: $code) { patrolFindings(${args}) { nodes { text } pageInfo { hasNextPage endCursor } } } }`;
  const texts = async (args: string) =>
    (await town.admin.ask(query(args), { code: town.code })).town.patrolFindings.nodes.map(({ text }: Data) => text);
  expect(await texts('filter: { kind: [PROBLEM] }')).toEqual(['一']);
  expect(await texts('filter: { state: [OPEN] }')).toEqual(['二']);
  expect(await texts('filter: { actedOn: true }')).toEqual(['一']);
  expect(await texts(`filter: { actedOn: false, unit: "${blocks[0]}" }`)).toEqual(['二']);
  expect(await texts(`filter: { unit: "${blocks[1]}" }`)).toEqual([]);
  const page = (await town.admin.ask(query('first: 1'), { code: town.code })).town.patrolFindings;
  expect(page).toMatchObject({ nodes: [{ text: '二' }], pageInfo: { hasNextPage: true } });
  expect(await texts(`first: 1, after: "${page.pageInfo.endCursor}"`)).toEqual(['一']);
  for (const [args, code, field] of [
    ['filter: { period: { first: "2026-02-01", last: "2026-01-01" } }', 'BAD_INPUT', 'filter.period.last'],
    [`filter: { person: "${walk.id}" }`, 'NOT_FOUND', 'filter.person'],
    [`filter: { route: "${one}" }`, 'NOT_FOUND', 'filter.route'],
    [`filter: { madeIn: "${one}" }`, 'NOT_FOUND', 'filter.madeIn'],
    ['after: "eA"', 'BAD_INPUT', 'after'],
  ] as const) {
    const { errors } = await town.admin.send(query(args), { code: town.code });
    expect({ args, ...errors[0]?.extensions }).toMatchObject({ args, code, field });
  }
});
