import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { call } from './call.fixture.ts';
import { duty, hotline, onDuty } from './hotline.fixture.ts';

const platform = testPlatform();

const named = (town: string) => `{ town(code: "${town}") { hotlines { name } } }`;

it('a unit opens a hotline with its numbers and hours, and describes it anew; one that ended is listed no more', async () => {
  const town = await platform.newTown();
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const about = 'id name telephones opensAt closesAt unit { id } validFrom validTo version viewerCan';
  const own = { unit: town.unit(0), telephones: ['5915 0000', '０２１-59150001', '59150000'] };
  const opened = await hotline(town, own, about, officer);
  expect(opened).toMatchObject({
    ...{ name: '社工热线', telephones: ['59150000', '02159150001'], opensAt: 0, closesAt: 24, version: 1 },
    ...{ unit: { id: town.unit(0) }, validFrom: '2023-01-01', validTo: null },
  });
  expect(opened.viewerCan).toContain('HOTLINE_KEEP');
  const of = await hotline(town, { name: '镇热线', telephones: ['12345'], opensAt: 8, closesAt: 20 }, about);
  expect(of).toMatchObject({ unit: null, opensAt: 8, closesAt: 20 });
  const revising = { hotline: opened.id, name: '育兰热线', opensAt: 7, expectedVersion: 1 };
  const { hotline: revised } = await officer.do('reviseHotline', revising, `hotline { ${about} }`);
  expect(revised).toMatchObject({
    name: '育兰热线',
    telephones: opened.telephones,
    opensAt: 7,
    closesAt: 24,
    version: 2,
  });
  const { town: listed } = await officer.ask(named(town.code));
  expect(listed.hotlines.map((each: Data) => each.name).sort()).toEqual(['育兰热线', '镇热线']);
  await officer.do('endHotline', { hotline: opened.id }, 'hotline { validTo }');
  expect((await officer.ask(named(town.code))).town.hotlines).toEqual([{ name: '镇热线' }]);
  expect(await officer.refused('endHotline', { hotline: opened.id })).toEqual({
    code: 'CONFLICT',
    field: 'input.hotline',
  });
});

it('everybody who works for the town sees its hotlines and who is on duty; whoever is in charge of the unit keeps them', async () => {
  const town = await platform.newTown();
  const team = await town.formTeam(await town.openUnit());
  const line = await hotline(town, { unit: town.unit(0) });
  await onDuty(town, line.id, await town.person('社工甲'), '2026-01-05T08', 8);
  const query = 'query($id: ID!, $at: DateTime!) { hotline(id: $id) { onDuty(at: $at) { person { name } } } }';
  const at = (hours: string) => ({ id: line.id, at: `2026-01-05T${hours}+08:00` });
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const seeing = [
    worker,
    await town.account('UNIT_OFFICER', { unit: town.unit(1) }),
    await town.account('TEAM_LEAD', { team }),
    await town.account('TEAM_MEMBER', { team }),
  ];
  for (const client of seeing) {
    expect((await client.ask(query, at('15:59:59'))).hotline.onDuty).toEqual([{ person: { name: '社工甲' } }]);
    expect((await client.ask(query, at('16:00:00'))).hotline.onDuty).toEqual([]);
  }
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  for (const client of [office, platform.operator, await town.account('AUDITOR')]) {
    expect((await client.send(query, at('12:00:00'))).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await client.send(named(town.code))).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
  const elsewhere = await town.account('UNIT_OFFICER', { unit: town.unit(1) });
  const ending = { hotline: line.id };
  expect(await elsewhere.refused('endHotline', ending)).toEqual({ code: 'NOT_FOUND', field: 'input.hotline' });
  expect(await worker.refused('endHotline', ending)).toEqual({ code: 'FORBIDDEN' });
  const opening = { town: town.code, name: '另一条', telephones: ['59150009'] };
  for (const unit of [null, town.unit(0)]) {
    const refusal = await elsewhere.refused('openHotline', { ...opening, unit });
    expect(refusal).toEqual({ code: 'NOT_FOUND', field: 'input.unit' });
  }
});

it('a hotline goes with its unit into what that is merged into, and what it hangs on cannot be undone', async () => {
  const town = await platform.newTown();
  const old = await town.openUnit({ kind: 'COMMITTEE', name: '旧居委', parent: undefined, from: '2013-01-01' });
  const line = await hotline(town, { unit: old, from: '2013-01-01' });
  await apply(town, '2013-12-31', [
    { open: { ref: 'y', kind: 'COMMUNITY', name: '新社区' } },
    { merge: { units: [old], into: '#y' } },
  ]);
  const units = 'query($code: RegisterCode!) { town(code: $code) { units(kind: COMMUNITY) { nodes { id name } } } }';
  const { nodes } = (await town.admin.ask(units, { code: town.code })).town.units;
  const community = nodes.find((each: Data) => each.name === '新社区').id;
  const officer = await town.account('UNIT_OFFICER', { unit: community });
  await officer.do('reviseHotline', { hotline: line.id, name: '新热线' }, 'hotline { name }');
  const opened = await apply(town, '2014-02-01', [{ open: { ref: 'z', kind: 'COMMITTEE', name: '再居委' } }]);
  const found =
    'query($code: RegisterCode!) { town(code: $code) { units(filter: { name: "再居委" }) { nodes { id name } } } }';
  const again = (await town.admin.ask(found, { code: town.code })).town.units.nodes;
  const unit = again.find((each: Data) => each.name === '再居委').id;
  const { id } = await hotline(town, { name: '再热线', unit, from: '2014-02-01' });
  await call(town, { hotline: id });
  const asked = 'query($id: ID!) { dependents(restructuring: $id) { kind count } }';
  expect((await town.admin.ask(asked, { id: opened })).dependents).toEqual([
    { kind: 'HOTLINE', count: 1 },
    { kind: 'CALL', count: 1 },
  ]);
  const undoing = { restructuring: opened, reason: '误' };
  expect(await town.admin.refused('undoRestructuring', undoing)).toEqual({
    code: 'CONFLICT',
    field: 'input.restructuring',
  });
});

it('of two that open a hotline of one name at once one is refused', async () => {
  const town = await platform.newTown();
  for (const name of ['夜间热线', '日间热线', '周末热线']) {
    const opening = { town: town.code, name, telephones: ['59150000'] };
    const open = () =>
      town.admin.send('mutation($input: OpenHotlineInput!) { openHotline(input: $input) { hotline { id } } }', {
        input: opening,
      });
    const answers = await Promise.all(Array.from({ length: 4 }, open));
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code));
    expect(codes).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
  }
});

it('a hotline is refused wrong input on the field at fault, and nothing is changed', async () => {
  const town = await platform.newTown();
  const block = await town.openUnit();
  const line = await hotline(town);
  const person = await town.person();
  const opening = { town: town.code, name: '另一条', telephones: ['59150009'] };
  const shift = duty(person, '2026-01-05T08', 8);
  const put = (more: Record<string, unknown>) => ({ duties: [shift, { ...shift, ...more }] });
  await onDuty(town, line.id, person, '2026-01-06T08', 8);
  const wrong: [string, Record<string, unknown>, string, string][] = [
    ['openHotline', { ...opening, name: ' ' }, 'BAD_INPUT', 'input.name'],
    ['openHotline', { ...opening, name: '社工热线' }, 'CONFLICT', 'input.name'],
    ['openHotline', { ...opening, unit: block }, 'BAD_INPUT', 'input.unit'],
    ['openHotline', { ...opening, telephones: [] }, 'BAD_INPUT', 'input.telephones'],
    ['openHotline', { ...opening, telephones: Array(21).fill('59150009') }, 'BAD_INPUT', 'input.telephones'],
    ['openHotline', { ...opening, telephones: ['59150009', '1a'] }, 'BAD_INPUT', 'input.telephones.1'],
    ['openHotline', { ...opening, opensAt: 24 }, 'BAD_INPUT', 'input.opensAt'],
    ['openHotline', { ...opening, opensAt: 8, closesAt: 8 }, 'BAD_INPUT', 'input.closesAt'],
    ['openHotline', { ...opening, from: '2999-01-01' }, 'BAD_INPUT', 'input.from'],
    ['openHotline', { ...opening, unit: town.unit(0), from: '2022-12-31' }, 'BAD_INPUT', 'input.from'],
    ['reviseHotline', { hotline: line.id, expectedVersion: 2 }, 'CONFLICT', 'input.expectedVersion'],
    ['reviseHotline', { hotline: line.id, closesAt: 25 }, 'BAD_INPUT', 'input.closesAt'],
    ['endHotline', { hotline: line.id, on: '2022-12-31' }, 'BAD_INPUT', 'input.on'],
    ['rosterDuties', { duties: [] }, 'BAD_INPUT', 'input.duties'],
    ['rosterDuties', { duties: Array(201).fill(shift) }, 'BAD_INPUT', 'input.duties'],
    ['rosterDuties', put({ from: '2026-01-05T08:30:00+08:00' }), 'BAD_INPUT', 'input.duties.1.from'],
    ['rosterDuties', put({ hours: 0 }), 'BAD_INPUT', 'input.duties.1.hours'],
    ['rosterDuties', put({ hours: 25 }), 'BAD_INPUT', 'input.duties.1.hours'],
    ['rosterDuties', put({ telephone: '59159999' }), 'BAD_INPUT', 'input.duties.1.telephone'],
    ['rosterDuties', put(duty(person, '2022-12-31T08', 8)), 'BAD_INPUT', 'input.duties.1.from'],
    ['rosterDuties', put(duty(person, '2999-01-01T08', 8)), 'BAD_INPUT', 'input.duties.1.from'],
    ['rosterDuties', put({ person: town.unit(0) }), 'NOT_FOUND', 'input.duties.1.person'],
    ['rosterDuties', put({}), 'CONFLICT', 'input.duties.1'],
    ['rosterDuties', put(duty(person, '2026-01-06T08', 8)), 'CONFLICT', 'input.duties.1'],
    ['copyRoster', { week: '2026-01-05', weeks: 0 }, 'BAD_INPUT', 'input.weeks'],
    ['copyRoster', { week: '2026-01-05', weeks: 27 }, 'BAD_INPUT', 'input.weeks'],
    ['copyRoster', { week: '2026-01-12', weeks: 1 }, 'BAD_INPUT', 'input.week'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [verb, input, code, field] of wrong) {
      const of = verb === 'openHotline' ? {} : { hotline: line.id };
      expect({ verb, input, ...(await town.admin.refused(verb, { ...of, ...input })) }).toEqual({
        verb,
        input,
        code,
        field,
      });
    }
  });
  await town.admin.do('endHotline', { hotline: line.id, on: '2026-01-07' }, 'hotline { id }');
  await changesNothing(platform, town, async () => {
    const late = { hotline: line.id, duties: [duty(person, '2026-01-07T08', 8)] };
    expect(await town.admin.refused('rosterDuties', late)).toEqual({ code: 'CONFLICT', field: 'input.duties.0.from' });
  });
  expect(platform.faults).toEqual([]);
});
