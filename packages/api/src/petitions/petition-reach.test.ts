import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { petition, step } from './petition.fixture.ts';

const platform = testPlatform();

/** The numbers of the petitions in the list that somebody sees, in order. */
async function listed(town: TestTown, client: ApiClient, args = ''): Promise<number[]> {
  const query = `query($code: RegisterCode!) { town(code: $code) { petitions(first: 100${args}) { totalCount nodes { number } } } }`;
  const { nodes, totalCount } = (await client.ask(query, { code: town.code })).town.petitions;
  expect(nodes).toHaveLength(totalCount);
  return nodes.map(({ number }: Data) => Number(number.slice(-6)));
}

it('petitions are seen by officers of the unit that deals with them and above, go where it goes, and by no team and no district', async () => {
  const { town, blocks, households } = await settledTown(platform, 1);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const team = await town.formTeam(blocks[0]);
  const [lead, member] = [await town.account('TEAM_LEAD', { team }), await town.account('TEAM_MEMBER', { team })];
  await platform.operator.do(
    'openOfficeAccount',
    { name: 'petitions', displayName: '区', district: town.code.slice(0, 6) },
    'account { name }',
  );
  const office = await platform.clientOf(`petitions-${town.code.slice(0, 6)}`);
  const ids: string[] = [];
  for (const unit of [null, town.unit(0), town.unit(1), blocks[2]]) {
    ids.push((await petition(town, { unit, on: '2024-02-01' })).id);
  }
  expect(await listed(town, town.admin)).toEqual([4, 3, 2, 1]);
  expect(await listed(town, officer)).toEqual([4, 2]);
  expect(await listed(town, elsewhere)).toEqual([3]);
  expect(await listed(town, town.admin, `, filter: { unit: "${town.unit(0)}" }`)).toEqual([4, 2]);
  await apply(town, '2024-04-01', [{ merge: { units: [blocks[2]], into: blocks[1] } }]);
  expect(await listed(town, officer, `, filter: { unit: "${blocks[1]}" }`)).toEqual([4]);

  const read = 'query($id: ID!) { petition(id: $id) { number } }';
  for (const [client, id] of [
    [officer, ids[0]],
    [officer, ids[2]],
    [elsewhere, ids[1]],
  ] as const) {
    expect((await client.send(read, { id })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
    const holder = await town.person();
    expect(await client.refused('acceptPetition', { petition: id, holder })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.petition' },
    });
  }
  for (const client of [lead, member, office, platform.operator]) {
    expect((await client.send(read, { id: ids[1] })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const list = 'query($code: RegisterCode!) { town(code: $code) { petitions { totalCount } } }';
    expect((await client.send(list, { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
  // An officer records none for the town, nor for another's unit, and knows no household of another's.
  const asked = { matter: '修', way: 'WEB', class: 'CLAIM', petitioners: [{ name: '王' }] };
  const from = await subject(town);
  for (const unit of [null, town.unit(1)]) {
    expect(await officer.refused('recordPetition', { ...asked, subject: from, unit })).toEqual({
      ...{ code: 'NOT_FOUND', field: 'input.unit' },
    });
  }
  const petitioners = [{ name: '王', household: households[0] }];
  expect(
    await elsewhere.refused('recordPetition', { ...asked, subject: from, unit: town.unit(1), petitioners }),
  ).toEqual({ code: 'NOT_FOUND', field: 'input.petitioners.0.household' });
  // What a petition led to is seen from the request by whoever sees both.
  const raising = { petition: ids[1], description: '修路', place: { unit: blocks[0] } };
  const { request } = await officer.do('raisePetitionRequest', raising, 'request { id }');
  const query = 'query($id: ID!) { request(id: $id) { source petition { number } } }';
  expect((await officer.ask(query, { id: request.id })).request.petition.number).toBe('P2024-000002');
  expect((await member.ask(query, { id: request.id })).request).toEqual({ source: 'PETITION', petition: null });
});

it('petitions are found by what they are, and listed the latest or the most urgent first', async () => {
  const town = await platform.newTown();
  const people = [{ name: '甲' }, { name: '乙', representative: true }];
  const { id: first } = await petition(town, { on: '2026-01-05', way: 'WEB' });
  await petition(town, { on: '2026-03-01', petitioners: people, way: 'IN_PERSON' });
  const { id: third } = await petition(town, { on: '2026-02-01', class: 'SUGGESTION' });
  await step(town.admin, 'acceptPetition', first, { holder: await town.person(), on: '2026-01-06' });
  await step(town.admin, 'declinePetition', third, { reason: '不属职权', on: '2026-02-02' });
  const found: [string, number[]][] = [
    ['', [2, 3, 1]],
    [', orderBy: DUE', [1, 2, 3]],
    [', filter: { state: [ACCEPTED, DECLINED] }', [3, 1]],
    [', filter: { way: [IN_PERSON] }', [2]],
    [', filter: { class: [SUGGESTION] }', [3]],
    [', filter: { joint: true }', [2]],
    [', filter: { overdue: true }', [2, 1]],
    [', filter: { received: { first: "2026-01-01", last: "2026-02-01" } }', [3, 1]],
    [`, filter: { subject: "${await subject(town)}", joint: false }`, [3, 1]],
  ];
  for (const [args, numbers] of found)
    expect({ args, found: await listed(town, town.admin, args) }).toEqual({ args, found: numbers });
});

it('with which unit a petition was stays: a restructuring that made the unit is not undone', async () => {
  const town = await platform.newTown();
  const opened = await apply(town, '2024-03-01', [{ open: { ref: 'n', kind: 'COMMITTEE', name: '新居委' } }]);
  const query = `query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "新居委" }) { nodes { id name } } } }`;
  // The register may have others with such a name in theirs.
  const { nodes } = (await town.admin.ask(query, { code: town.code })).town.units;
  const unit = nodes.find((each: Data) => each.name === '新居委').id;
  const { id } = await petition(town, { unit, on: '2024-04-01' });
  await step(town.admin, 'transferPetition', id, { unit: town.unit(0), reason: '转', on: '2024-04-02' });
  const asked = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(asked, { id: opened })).dependents).toEqual([{ kind: 'PETITION', count: 1 }]);
});
