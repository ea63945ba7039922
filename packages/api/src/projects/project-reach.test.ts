import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { advance, project } from './project.fixture.ts';

const platform = testPlatform();

async function listed(town: TestTown, client: ApiClient, args = ''): Promise<string[]> {
  const query = `query($code: RegisterCode!) { town(code: $code) { projects(first: 100${args}) { totalCount nodes { number } } } }`;
  const { nodes, totalCount } = (await client.ask(query, { code: town.code })).town.projects;
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ number }: Data) => number);
}

it('officers propose for their units out of requests that they see, the town decides, all of the town see it, a district counts', async () => {
  const { town, blocks, households } = await settledTown(platform, 1);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const team = await town.formTeam(blocks[0]);
  const member = await town.account('TEAM_MEMBER', { team });
  const own = (await raise(town, { household: households[0] })).id;
  const foreign = (await raise(town, { place: { unit: town.unit(1) } })).id;
  const about = { year: 2027, name: '修路', goal: '修路', subject: await subject(town) };
  const units = [town.unit(0)];

  expect(await officer.refused('proposeProject', about)).toEqual({ code: 'NOT_FOUND', field: 'input.units' });
  expect(await officer.refused('proposeProject', { ...about, units: [...units, town.unit(1)] })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.units.1' },
  });
  expect(await officer.refused('proposeProject', { ...about, units, requests: [own, foreign] })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.requests.1' },
  });
  const raised = { first: '2000-01-01', last: '2030-01-01' };
  const selection = 'id requestCount actions';
  const mine = await project(town, { ...about, units, raised }, selection, officer);
  expect(mine).toMatchObject({ requestCount: 1, actions: ['REVISE', 'LINK', 'UNLINK'] });
  expect(await elsewhere.refused('reviseProject', { project: mine.id, name: '二', goal: '二', units })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.project' },
  });
  const over = { project: mine.id, name: '二', goal: '二', units: [town.unit(1)] };
  expect(await officer.refused('reviseProject', over)).toEqual({ code: 'NOT_FOUND', field: 'input.units.0' });
  const holder = await town.person();
  expect(await officer.refused('adoptProject', { project: mine.id, holder })).toEqual({ code: 'FORBIDDEN' });
  await advance(town.admin, 'adoptProject', mine.id, { holder });
  await advance(officer, 'reportProject', mine.id, { report: '已开工' });
  expect(await member.refused('reportProject', { project: mine.id, report: '偷' })).toEqual({ code: 'FORBIDDEN' });

  // Who works for the town sees the project, and of its requests those that they see anyway.
  const read =
    'query($id: ID!) { project(id: $id) { number requestCount requests { totalCount } events { step text } } }';
  for (const [client, visible] of [
    [member, 1],
    [elsewhere, 0],
    [officer, 1],
  ] as const) {
    expect((await client.ask(read, { id: mine.id })).project).toMatchObject({
      ...{ number: 'S2027-000001', requestCount: 1, requests: { totalCount: visible } },
    });
  }
  const district = town.code.slice(0, 6);
  await platform.operator.do(
    'openOfficeAccount',
    { name: 'projects', displayName: '区', district },
    'account { name }',
  );
  const office = await platform.clientOf(`projects-${district}`);
  expect((await office.send(read, { id: mine.id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const list = 'query($code: RegisterCode!) { town(code: $code) { projects { totalCount } } }';
  expect((await office.send(list, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  const counts = 'query($code: RegisterCode!) { town(code: $code) { projectCounts(year: 2027) { state count } } }';
  const counted = (await office.ask(counts, { code: town.code })).town.projectCounts;
  expect(counted).toEqual([
    { state: 'PROPOSED', count: 0 },
    { state: 'ADOPTED', count: 1 },
    { state: 'COMPLETED', count: 0 },
    { state: 'REJECTED', count: 0 },
    { state: 'DROPPED', count: 0 },
  ]);
  const neighbour = await platform.newTown();
  if (neighbour.code.slice(0, 6) !== district) {
    expect((await office.send(counts, { code: neighbour.code })).data?.town ?? null).toBeNull();
  }
});

it('projects are found by year, state, subject and unit, and a unit’s go where the unit goes', async () => {
  const { town, blocks } = await settledTown(platform, 1);
  await project(town, { on: '2024-01-10', year: 2024, units: [blocks[2]], subject: await subject(town) });
  const second = await project(town, { on: '2024-01-10', year: 2025, name: '二' });
  await project(town, { on: '2024-01-10', year: 2025, name: '三', units: [town.unit(1)] });
  await advance(town.admin, 'rejectProject', second.id, { reason: '缓', on: '2024-01-11' });
  const found: [string, string[]][] = [
    ['', ['S2025-000001', 'S2025-000002', 'S2024-000001']],
    [', filter: { year: 2025 }', ['S2025-000001', 'S2025-000002']],
    [', filter: { state: [REJECTED] }', ['S2025-000001']],
    [`, filter: { subject: "${await subject(town)}" }`, ['S2024-000001']],
    [`, filter: { unit: "${town.unit(0)}" }`, ['S2024-000001']],
  ];
  for (const [args, numbers] of found) {
    expect({ args, found: await listed(town, town.admin, args) }).toEqual({ args, found: numbers });
  }
  await apply(town, '2024-04-01', [{ merge: { units: [blocks[2]], into: blocks[1] } }]);
  expect(await listed(town, town.admin, `, filter: { unit: "${blocks[1]}" }`)).toEqual(['S2024-000001']);
});

it('for which unit a project was proposed stays: a restructuring that made the unit is not undone', async () => {
  const town = await platform.newTown();
  const opened = await apply(town, '2024-03-01', [{ open: { ref: 'n', kind: 'COMMITTEE', name: '某某新居委' } }]);
  const query = `query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "某某新居委" }) { nodes { id } } } }`;
  const unit = (await town.admin.ask(query, { code: town.code })).town.units.nodes[0].id;
  const { id } = await project(town, { units: [unit], on: '2024-04-01' });
  await advance(town.admin, 'reviseProject', id, { name: '二', goal: '二', units: [town.unit(0)], on: '2024-04-02' });
  const asked = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(asked, { id: opened })).dependents).toEqual([{ kind: 'PROJECT', count: 1 }]);
});
