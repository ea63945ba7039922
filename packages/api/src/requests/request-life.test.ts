import { describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, party, raise, subject, take } from './request.fixture.ts';

const platform = testPlatform();

const whole = `state satisfaction version actions description events { seq step happenedOn recordedBy state level unit { name }
  holder { name } handlingClass subject { name } party { name } dueOn text evidence way satisfaction }`;

describe('a request', () => {
  it('goes up the levels and to a party outside, is handled and followed up, and tells each step', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const [leader, director, clerk] = [await town.person('组长'), await town.person('主任'), await town.person('科员')];
    const asked = { household: households[0], on: '2026-02-12', subject: await subject(town, '绿化') };
    const raised = await raise(
      town,
      asked,
      'id number state level dueOn overdue unit { name } levels { level unit { name } } block { name } place { text } householdCount actions',
      lead,
    );
    // Three working days after the Thursday before the Spring Festival, with the Saturday that is worked for it.
    expect(raised).toMatchObject({ number: 'R2026-000001', state: 'RAISED', level: 'BLOCK', dueOn: '2026-02-24' });
    expect(raised).toMatchObject({ overdue: true, unit: { name: '东块' }, block: { name: '东块' }, householdCount: 1 });
    expect(raised.levels.map((each: Data) => each.level)).toEqual(['BLOCK', 'COMMITTEE', 'TOWN']);
    expect(raised.actions).toEqual([
      ...['ACCEPT', 'CLASSIFY', 'ESCALATE', 'ADD_EVIDENCE', 'ADD_PHOTOS', 'ADD_HOUSEHOLDS', 'WITHDRAW'],
    ]);
    const { id } = raised;
    await take(lead, 'acceptRequest', id, { holder: leader, on: '2026-02-13' });
    await take(lead, 'classifyRequest', id, { handlingClass: 'REASONABLE', on: '2026-02-13' });
    const up = await take(
      lead,
      'escalateRequest',
      id,
      { reason: '要换树', on: '2026-02-25' },
      'level dueOn holder { name } actions',
    );
    expect(up).toEqual({
      level: 'COMMITTEE',
      dueOn: '2026-03-03',
      holder: null,
      actions: ['CLASSIFY', 'ADD_EVIDENCE', 'ADD_PHOTOS', 'ADD_HOUSEHOLDS', 'WITHDRAW'],
    });
    await take(officer, 'acceptRequest', id, { holder: director, on: '2026-02-26' });
    const top = await take(
      officer,
      'escalateRequest',
      id,
      { level: 'TOWN', reason: '没有经费', on: '2026-02-27' },
      'level unit { name } dueOn',
    );
    expect(top).toEqual({ level: 'TOWN', unit: null, dueOn: '2026-03-19' });
    await take(town.admin, 'acceptRequest', id, { holder: clerk, on: '2026-03-02' });
    const down = await take(town.admin, 'returnRequest', id, { reason: '居委先核实', on: '2026-03-03' }, 'level dueOn');
    expect(down).toEqual({ level: 'COMMITTEE', dueOn: '2026-03-10' });
    await take(officer, 'acceptRequest', id, { holder: director, on: '2026-03-04' });
    const green = await party(town, '绿化市容');
    await take(officer, 'referRequest', id, { party: green, note: '请派人看', on: '2026-03-05' });
    await take(officer, 'notePartyAnswer', id, { answer: '已换树', on: '2026-03-09' });
    expect(
      (
        await take(
          officer,
          'addRequestEvidence',
          id,
          { kind: 'WORK_RECORD', text: '换树两棵', on: '2026-03-09' },
          'missingEvidence',
        )
      ).missingEvidence,
    ).toEqual([]);
    const handled = await take(
      officer,
      'handleRequest',
      id,
      { outcome: '树已换', on: '2026-03-10' },
      'state handledOn overdue actions',
    );
    expect(handled).toEqual({
      state: 'HANDLED',
      handledOn: '2026-03-10',
      overdue: false,
      actions: ['ADD_PHOTOS', 'FOLLOW_UP'],
    });
    await take(lead, 'followUpRequest', id, { ...contented, on: '2026-03-12' });
    const read = (purpose: string) => lead.ask(`query($id: ID!) ${purpose} { request(id: $id) { ${whole} } }`, { id });
    const { request: closed } = await read('@purpose(of: REQUEST)');
    expect(closed).toMatchObject({ state: 'CLOSED', satisfaction: 'SATISFIED', version: 14, actions: [] });
    const told = closed.events.map(({ step, state, level, unit }: Data) =>
      [step, state, level, unit?.name ?? null].join(' '),
    );
    const committee = closed.events[3].unit.name;
    expect(told).toEqual([
      ...['RAISE RAISED BLOCK 东块', 'ACCEPT ACCEPTED BLOCK 东块', 'CLASSIFY ACCEPTED BLOCK 东块'],
      ...[`ESCALATE RAISED COMMITTEE ${committee}`, `ACCEPT ACCEPTED COMMITTEE ${committee}`],
      ...['ESCALATE RAISED TOWN ', 'ACCEPT ACCEPTED TOWN ', `RETURN RAISED COMMITTEE ${committee}`],
      ...[`ACCEPT ACCEPTED COMMITTEE ${committee}`, `REFER REFERRED COMMITTEE ${committee}`],
      ...[`NOTE_ANSWER ACCEPTED COMMITTEE ${committee}`, `ADD_EVIDENCE ACCEPTED COMMITTEE ${committee}`],
      ...[`HANDLE HANDLED COMMITTEE ${committee}`, `FOLLOW_UP CLOSED COMMITTEE ${committee}`],
    ]);
    expect(closed.events.map((each: Data) => each.seq)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(closed.events[9]).toMatchObject({ party: { name: '绿化市容' }, holder: { name: '主任' }, text: '请派人看' });
    expect(closed.events[13]).toMatchObject({
      way: 'TELEPHONE',
      satisfaction: 'SATISFIED',
      text: '居民表示满意',
      happenedOn: '2026-03-12',
    });
    expect(closed.events.every((each: Data) => each.recordedBy !== null)).toBe(true);
    expect(closed.description).toBe('楼道灯坏了，请修');
    // What people wrote about a household is answered for a purpose only.
    const { request: veiled } = await read('');
    expect(veiled.description).toBeNull();
    expect(veiled.events).toEqual(closed.events.map((each: Data) => ({ ...each, text: null })));
  });

  it('of which somebody is dissatisfied is open again, with its holder and a new deadline, and closes only when followed up again', async () => {
    const { town, households } = await settledTown(platform, 1);
    const holder = await town.person('网格员');
    const { id } = await raise(town, { household: households[0], on: '2026-03-02', ...explained(holder) });
    const sad = { way: 'VISIT', satisfaction: 'DISSATISFIED', outcome: '灯还是坏的', on: '2026-03-04' };
    const again = await take(
      town.admin,
      'followUpRequest',
      id,
      sad,
      'state handledOn dueOn satisfaction holder { name } overdue',
    );
    expect(again).toEqual({
      ...{ state: 'ACCEPTED', handledOn: null, dueOn: '2026-03-09', satisfaction: 'DISSATISFIED', overdue: true },
      holder: { name: '网格员' },
    });
    expect(await town.admin.refused('followUpRequest', { request: id, ...contented })).toEqual({
      code: 'CONFLICT',
      field: 'input.request',
    });
    // What it was explained with is known already.
    await take(town.admin, 'handleRequest', id, { outcome: '已换灯' });
    expect(
      await take(town.admin, 'followUpRequest', id, { ...contented, satisfaction: 'FAIRLY' }, 'state satisfaction'),
    ).toEqual({
      ...{ state: 'CLOSED', satisfaction: 'FAIRLY' },
    });
  });

  it('is handed over, is given another subject while it is open, and can be withdrawn until it is handled', async () => {
    const { town, households } = await settledTown(platform, 1);
    const { id } = await raise(town, { household: households[0] });
    await take(town.admin, 'acceptRequest', id, { holder: await town.person('甲') });
    const over = await take(
      town.admin,
      'acceptRequest',
      id,
      { holder: await town.person('乙') },
      'state holder { name } dueOn',
    );
    const next = { subject: await subject(town, '供电') };
    const renamed = await take(town.admin, 'classifyRequest', id, next, 'handlingClass subject { name } dueOn');
    expect(over).toMatchObject({ state: 'ACCEPTED', holder: { name: '乙' } });
    expect(renamed).toEqual({ handlingClass: null, subject: { name: '供电' }, dueOn: over.dueOn });
    expect(await take(town.admin, 'withdrawRequest', id, { reason: '自己修好了' }, 'state overdue')).toEqual({
      ...{ state: 'WITHDRAWN', overdue: false },
    });
    expect(await town.admin.refused('withdrawRequest', { request: id, reason: '再撤' })).toEqual({
      code: 'CONFLICT',
      field: 'input.request',
    });
  });

  it('that somebody was dissatisfied with, or that was referred, is not withdrawn and stays in what is counted', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const holder = await town.person('网格员');
    const rates = async () => {
      const query = `query($code: RegisterCode!) { town(code: $code) { requestRates(by: LEVEL) { count
        completion { numerator denominator } followUp { numerator denominator } satisfaction { numerator denominator } } } }`;
      return (await town.admin.ask(query, { code: town.code })).town.requestRates;
    };
    const handled = await raise(town, { household: households[0], ...explained(holder) });
    const sad = { way: 'VISIT', satisfaction: 'DISSATISFIED', outcome: '没修好' };
    const reopened = await take(member, 'followUpRequest', handled.id, sad, 'state actions');
    expect(reopened).toMatchObject({ state: 'ACCEPTED', actions: expect.not.arrayContaining(['WITHDRAW']) });
    const referred = await raise(town, { household: households[0] }, 'id', member);
    await take(member, 'acceptRequest', referred.id, { holder });
    expect(await take(member, 'referRequest', referred.id, { party: await party(town) }, 'actions')).toEqual({
      actions: ['NOTE_ANSWER', 'ADD_EVIDENCE', 'ADD_PHOTOS', 'ADD_HOUSEHOLDS'],
    });
    await take(member, 'notePartyAnswer', referred.id, { answer: '不归我们管' });
    // At another level it no longer says to whom it was referred.
    await take(member, 'escalateRequest', referred.id, { reason: '无人管' });
    const before = await rates();
    expect(before).toContainEqual({
      ...{ count: 1, completion: { numerator: 0, denominator: 1 } },
      ...{ followUp: { numerator: 1, denominator: 1 }, satisfaction: { numerator: 0, denominator: 1 } },
    });
    await changesNothing(platform, town, async () => {
      for (const { id: request } of [handled, referred]) {
        for (const client of [member, town.admin]) {
          const refused = await client.refused('withdrawRequest', { request, reason: '算了' });
          expect(refused).toEqual({ code: 'CONFLICT', field: 'input.request' });
        }
      }
    });
    expect(await rates()).toEqual(before);
  });

  it('about a place counts for the block that the place is in, or, above the blocks, for its unit, and begins at its level', async () => {
    const { town, blocks } = await settledTown(platform, 0);
    const building = await town.openUnit({ kind: 'BUILDING', name: '1号楼', parent: blocks[0], from: '2024-01-01' });
    const at = (unit: string, more = {}) =>
      raise(
        town,
        { place: { unit, text: '东门' }, ...more },
        'level block { id } place { text unit { name } } household { id } description',
      );
    expect(await at(building)).toMatchObject({
      level: 'BLOCK',
      block: { id: blocks[0] },
      place: { text: '东门', unit: { name: '1号楼' } },
      household: null,
      description: '楼道灯坏了，请修',
    });
    expect(await at(town.unit(0))).toMatchObject({ level: 'COMMITTEE', block: { id: town.unit(0) } });
    expect(await at(blocks[1], { level: 'TOWN' })).toMatchObject({ level: 'TOWN', block: { id: blocks[1] } });
  });
});
