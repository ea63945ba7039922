import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { mediate, mediation } from './mediation.fixture.ts';

const platform = testPlatform();

const list = (args = '') =>
  `query($code: RegisterCode!) { town(code: $code) { mediations(first: 100${args}) { totalCount nodes { number } } } }`;

async function listed(town: TestTown, client: ApiClient, args = ''): Promise<number[]> {
  const { nodes } = (await client.ask(list(args), { code: town.code })).town.mediations;
  return nodes.map(({ number }: Data) => Number(number.slice(-6)));
}

it('mediations are seen by mediators and officers of the unit where they are held and above, and by no team and no district', async () => {
  const { town, blocks, households } = await settledTown(platform, 1);
  const mediator = await town.account('MEDIATOR', { unit: town.unit(0) });
  const elsewhere = await town.account('MEDIATOR', { unit: town.unit(1) });
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const team = await town.formTeam(blocks[0]);
  const [lead, member] = [await town.account('TEAM_LEAD', { team }), await town.account('TEAM_MEMBER', { team })];
  const opening = { name: 'office', displayName: '区', district: town.code.slice(0, 6) };
  await platform.operator.do('openOfficeAccount', opening, 'account { name }');
  const office = await platform.clientOf(`office-${town.code.slice(0, 6)}`);

  await mediation(town, { on: '2024-02-01' });
  const { id } = await mediation(town, { unit: town.unit(0), on: '2024-02-02' }, 'id', mediator);
  await mediation(town, { unit: town.unit(1), on: '2024-02-03' });
  await mediation(town, { unit: blocks[2], on: '2024-02-04' });
  expect(await listed(town, town.admin)).toEqual([4, 3, 2, 1]);
  expect(await listed(town, mediator)).toEqual([4, 2]);
  const subjects = 'query($code: RegisterCode!) { town(code: $code) { requestSubjects { name } } }';
  expect((await mediator.ask(subjects, { code: town.code })).town.requestSubjects).toContainEqual({ name: '邻里纠纷' });
  expect(await listed(town, officer)).toEqual([4, 2]);
  expect(await listed(town, elsewhere)).toEqual([3]);
  await apply(town, '2024-04-01', [{ merge: { units: [blocks[2]], into: blocks[1] } }]);
  expect(await listed(town, officer, `, filter: { unit: "${blocks[1]}" }`)).toEqual([4]);

  const read = 'query($id: ID!) { mediation(id: $id) { number } }';
  expect((await elsewhere.send(read, { id })).errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
  const ending = { mediation: id, end: 'BROKEN_OFF', reason: '不来' };
  expect(await elsewhere.refused('endMediation', ending)).toEqual({ code: 'NOT_FOUND', field: 'input.mediation' });
  for (const client of [lead, member, office, platform.operator]) {
    expect((await client.send(read, { id })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await client.send(list(), { code: town.code })).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await client.refused('endMediation', ending)).toEqual({ code: 'FORBIDDEN' });
  }
  // A mediator sees the parties of their mediations, and nobody's household beside.
  const asked = { subject: await subject(town), matter: '吵', mediators: [await town.person()], unit: town.unit(0) };
  const parties = [{ household: households[0] }, { otherName: '乙' }];
  const { mediation: own } = await mediator.do(
    'beginMediation',
    { ...asked, parties },
    'mediation { parties { code household { code } } }',
  );
  expect(own.parties).toEqual([
    { code: expect.any(String), household: null },
    { code: null, household: null },
  ]);
  const household = 'query($id: ID!) { household(id: $id) { code } }';
  expect((await mediator.send(household, { id: households[0] })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await elsewhere.refused('beginMediation', { ...asked, parties, unit: town.unit(1) })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.parties.0.household' },
  });
  expect(await elsewhere.refused('beginMediation', { ...asked, parties })).toEqual({
    ...{ code: 'NOT_FOUND', field: 'input.unit' },
  });
});

it('mediations are found by what they are; where one was held stays', async () => {
  const town = await platform.newTown();
  const opened = await apply(town, '2024-03-01', [{ open: { ref: 'n', kind: 'COMMITTEE', name: '新居委' } }]);
  const units = `query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "新居委" }) { nodes { id name } } } }`;
  // The register may have others with such a name in theirs.
  const { nodes } = (await town.admin.ask(units, { code: town.code })).town.units;
  const unit = nodes.find((each: Data) => each.name === '新居委').id;
  const { id } = await mediation(town, { unit, on: '2024-04-01' });
  await mediate(town.admin, 'agreeMediation', id, { agreement: '赔', checkOn: '2024-05-01', on: '2024-04-02' });
  await mediation(town, { subject: await subject(town, '停车'), on: '2024-04-03' });
  const found: [string, number[]][] = [
    [', filter: { state: [AGREED] }', [1]],
    [', filter: { checkDue: true }', [1]],
    [', filter: { checkDue: false }', [2]],
    [`, filter: { subject: "${await subject(town, '停车')}" }`, [2]],
  ];
  for (const [args, numbers] of found) {
    expect({ args, found: await listed(town, town.admin, args) }).toEqual({ args, found: numbers });
  }
  const asked = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(asked, { id: opened })).dependents).toEqual([{ kind: 'MEDIATION', count: 1 }]);
});

it('a mediation is refused wrong input on the field at fault, and nothing is changed', async () => {
  const { town, households } = await settledTown(platform, 1);
  const [one, two] = [{ otherName: '甲' }, { otherName: '乙' }];
  const person = await town.person();
  const input = { subject: await subject(town), matter: '吵', parties: [one, two], mediators: [person] };
  const ahead = `${new Date().getFullYear() + 1}-01-01`;
  const wrong: [Record<string, unknown>, string, string][] = [
    [{ matter: '' }, 'BAD_INPUT', 'input.matter'],
    [{ matter: '吵'.repeat(2001) }, 'BAD_INPUT', 'input.matter'],
    [{ on: ahead }, 'BAD_INPUT', 'input.on'],
    [{ parties: [one] }, 'BAD_INPUT', 'input.parties'],
    [{ parties: Array(21).fill(one) }, 'BAD_INPUT', 'input.parties'],
    [{ parties: [one, {}] }, 'BAD_INPUT', 'input.parties.1'],
    [{ parties: [one, { household: households[0], otherName: '乙' }] }, 'BAD_INPUT', 'input.parties.1'],
    [{ parties: [one, { otherName: ' ' }] }, 'BAD_INPUT', 'input.parties.1.otherName'],
    [{ mediators: [] }, 'BAD_INPUT', 'input.mediators'],
    [{ mediators: Array(11).fill(person) }, 'BAD_INPUT', 'input.mediators'],
  ];
  const { id } = await mediation(town, { mediators: [person], on: '2026-01-05' });
  const stranger = await mediation(town, {}, 'parties { id }');
  const agreement = { agreement: '赔', checkOn: '2026-02-01' };
  const steps: [string, Record<string, unknown>, string, string][] = [
    ['nameMediators', { mediators: [person] }, 'CONFLICT', 'input.mediators'],
    ['recordMediationTalk', { parties: [], said: '好' }, 'BAD_INPUT', 'input.parties'],
    ['recordMediationTalk', { parties: [stranger.parties[0].id], said: '好' }, 'NOT_FOUND', 'input.parties.0'],
    ['recordMediationTalk', { parties: [stranger.parties[0].id], said: '' }, 'BAD_INPUT', 'input.said'],
    ['agreeMediation', { ...agreement, agreement: '', on: '2026-01-10' }, 'BAD_INPUT', 'input.agreement'],
    ['agreeMediation', { ...agreement, checkOn: '2026-01-05', on: '2026-01-06' }, 'BAD_INPUT', 'input.checkOn'],
    ['agreeMediation', { ...agreement, on: '2026-01-04' }, 'BAD_INPUT', 'input.on'],
    ['agreeMediation', { ...agreement, on: ahead }, 'BAD_INPUT', 'input.on'],
    ['agreeMediation', { ...agreement, expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['endMediation', { end: 'REFERRED', reason: '' }, 'BAD_INPUT', 'input.reason'],
    ['checkAgreement', { keeping: 'KEPT', note: '好' }, 'CONFLICT', 'input.mediation'],
    ['resumeMediation', { reason: '再' }, 'CONFLICT', 'input.mediation'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [more, code, field] of wrong) {
      const refusal = await town.admin.refused('beginMediation', { ...input, ...more });
      expect({ more, ...refusal }).toEqual({ more, code, field });
    }
    for (const [verb, more, code, field] of steps) {
      const refusal = await town.admin.refused(verb, { mediation: id, ...more });
      expect({ verb, more, ...refusal }).toEqual({ verb, more, code, field });
    }
  });
  await mediate(town.admin, 'agreeMediation', id, { ...agreement, on: '2026-01-10' });
  await changesNothing(platform, town, async () => {
    const again = { mediation: id, keeping: 'NOT_YET', note: '未' };
    expect(await town.admin.refused('checkAgreement', again)).toEqual({ code: 'BAD_INPUT', field: 'input.checkOn' });
  });
  expect(platform.faults).toEqual([]);
});
