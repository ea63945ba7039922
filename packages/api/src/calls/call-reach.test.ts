import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { call, callStep, missedCall, pleased } from './call.fixture.ts';
import { hotline } from './hotline.fixture.ts';

const platform = testPlatform();

async function listed(town: TestTown, client: ApiClient, filter = '', purpose = ''): Promise<number[]> {
  const args = filter && `, filter: { ${filter} }`;
  const query = `query($code: RegisterCode!) ${purpose} { town(code: $code) { calls(first: 100${args}) { totalCount nodes { number } } } }`;
  const { nodes, totalCount } = (await client.ask(query, { code: town.code })).town.calls;
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ number }: Data) => Number(number.slice(-6)));
}

it('calls are seen and recorded by workers and officers of the unit of the hotline and above, and by no team and no district', async () => {
  const { town, blocks, households } = await settledTown(platform, 1);
  const [line, other] = [
    await hotline(town, { unit: town.unit(0) }),
    await hotline(town, { unit: town.unit(1), name: '另一条' }),
  ];
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const elsewhere = await town.account('SOCIAL_WORKER', { unit: town.unit(1) });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const team = await town.formTeam(blocks[0]);
  const [lead, member] = [await town.account('TEAM_LEAD', { team }), await town.account('TEAM_MEMBER', { team })];
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const own = { hotline: line.id, caller: { household: households[0] } };
  const { id } = await call(town, own, 'id', worker);
  await call(town, { hotline: other.id });
  await call(town);
  expect(await listed(town, town.admin)).toEqual([3, 2, 1]);
  for (const client of [worker, officer]) expect(await listed(town, client)).toEqual([1]);
  expect(await listed(town, elsewhere)).toEqual([2]);
  const read = 'query($id: ID!) { call(id: $id) { number household { code } } }';
  expect((await officer.ask(read, { id })).call.household).toEqual({ code: expect.any(String) });
  expect((await elsewhere.send(read, { id })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
  const following = { call: id, ...pleased };
  expect(await elsewhere.refused('followUpCall', following)).toEqual({ code: 'NOT_FOUND', field: 'input.call' });
  const list = 'query($code: RegisterCode!) { town(code: $code) { calls { totalCount } } }';
  for (const client of [lead, member, office, platform.operator, await town.account('AUDITOR')]) {
    expect((await client.send(read, { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await client.send(list, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await client.refused('followUpCall', following)).toEqual({ code: 'FORBIDDEN' });
  }
  const taking = { answeredBy: await town.person(), matter: '问', answer: '答' };
  expect(await elsewhere.refused('recordCall', { ...taking, hotline: line.id })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.hotline' },
  });
  // Whose household it is stays unknown to a hotline out of whose reach it lives.
  expect(
    await elsewhere.refused('recordCall', { ...taking, hotline: other.id, caller: { household: households[0] } }),
  ).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.caller.household' },
  });
  // A hotline and its calls go with its unit.
  await apply(town, '2026-04-01', [
    { open: { ref: 'y', kind: 'COMMUNITY', name: '新社区' } },
    { merge: { units: [town.unit(0)], into: '#y' } },
  ]);
  const units = 'query($code: RegisterCode!) { town(code: $code) { units(kind: COMMUNITY) { nodes { id name } } } }';
  const { nodes } = (await town.admin.ask(units, { code: town.code })).town.units;
  const community = nodes.find((each: Data) => each.name === '新社区').id;
  const later = await town.account('SOCIAL_WORKER', { unit: community });
  expect(await listed(town, later)).toEqual([1]);
  expect(await listed(town, town.admin, `unit: "${community}"`)).toEqual([1]);
  expect(await callStep(later, 'followUpCall', id, pleased)).toEqual({ state: 'CLOSED' });
});

it('calls are found by what they are, page by page', async () => {
  const { town, households } = await settledTown(platform, 1);
  const line = await hotline(town, { unit: town.unit(0) });
  const person = await town.person('社工甲');
  const on = (day: string) => ({ calledAt: `2026-03-${day}T10:00:00+08:00` });
  const { id } = await call(town, {
    ...on('01'),
    hotline: line.id,
    answeredBy: person,
    caller: { household: households[0] },
  });
  await callStep(town.admin, 'followUpCall', id, pleased);
  await missedCall(town, on('02'));
  await call(town, { ...on('03'), caller: { telephone: '+86 139 0000 0003' } });
  const found: [string, number[]][] = [
    ['', [3, 2, 1]],
    [`hotline: "${line.id}"`, [1]],
    [`unit: "${town.unit(0)}"`, [1]],
    [`answeredBy: "${person}"`, [1]],
    [`household: "${households[0]}"`, [1]],
    ['state: [MISSED, ANSWERED]', [3, 2]],
    ['called: { first: "2026-03-02", last: "2026-03-03" }', [3, 2]],
    ['missed: true', [2]],
    ['missed: false', [3, 1]],
    ['done: false', [2]],
    ['followedUp: true', [1]],
    ['satisfied: false', [3, 2]],
  ];
  for (const [filter, numbers] of found) {
    expect({ filter, found: await listed(town, town.admin, filter) }).toEqual({ filter, found: numbers });
  }
  const page = `query($code: RegisterCode!, $first: Int, $after: String, $last: Int, $before: String) { town(code: $code) {
    calls(first: $first, after: $after, last: $last, before: $before) { nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;
  const ask = async (args: Record<string, unknown>) =>
    (await town.admin.ask(page, { code: town.code, ...args })).town.calls;
  const first = await ask({ first: 2 });
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const next = await ask({ first: 2, after: first.pageInfo.endCursor });
  expect(next.nodes).toEqual([{ number: 'C2026-000001' }]);
  expect(next.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect((await ask({ last: 2, before: next.pageInfo.startCursor })).nodes).toEqual(first.nodes);
  for (const after of ['x', Buffer.from('["x","y"]').toString('base64url')]) {
    const { errors } = await town.admin.send(page, { code: town.code, after });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'after' });
  }
});

it('who has called from a number is found for a purpose only, and the auditor finds that somebody asked', async () => {
  const town = await platform.newTown();
  await call(town, { caller: { otherName: '路过的人', telephone: '139 0000 0003' } });
  await call(town);
  const filter = 'telephone: "１３９００００-0003"';
  expect(await listed(town, town.admin, filter, '@purpose(of: CALL)')).toEqual([1]);
  expect(await listed(town, town.admin, 'telephone: "13900009999"', '@purpose(of: CALL)')).toEqual([]);
  const query = `query($code: RegisterCode!) { town(code: $code) { calls(filter: { ${filter} }) { totalCount } } }`;
  const { errors } = await town.admin.send(query, { code: town.code });
  expect(errors[0]?.extensions).toEqual({ code: 'BAD_INPUT', field: 'filter.telephone' });
  const auditor = await town.account('AUDITOR');
  const readings = 'query($code: RegisterCode!) { town(code: $code) { readings { nodes { purpose fields } } } }';
  const look = { purpose: 'CALL', fields: ['Call.telephone'] };
  expect((await auditor.ask(readings, { code: town.code })).town.readings.nodes).toEqual([look, look]);
});
