import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { contented, explained, raise, subject, take } from '../requests/request.fixture.ts';
import { addResident } from '../residents/resident.fixture.ts';
import { call, callStep, displeased, missedCall, pleased } from './call.fixture.ts';
import { hotline } from './hotline.fixture.ts';

const platform = testPlatform();

const whole = `number state town { code } missed calledAt seconds matter answer callerName telephone satisfaction actions
  hotline { name } unit { name } answeredBy { name } household { code } resident { name } about { number } requests { number }
  events { seq step state answeredBy { name } callerName telephone matter answer text way satisfaction recordedBy }`;

it('a worker answers a call of a household that is known, in which somebody asks how a request is going, and follows it up', async () => {
  const { town, blocks, households, codes } = await settledTown(platform, 1);
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const line = await hotline(town, { unit: town.unit(0) });
  const daughter = await addResident(town, households[0], { name: '李四', telephone: '13812345678' });
  const asked = await raise(town, { household: households[0], on: '2026-03-01' });
  const input = {
    hotline: line.id,
    answeredBy: await town.person('社工甲'),
    calledAt: '2026-03-02T23:30:00+08:00',
    seconds: 185,
    ...{ caller: { resident: daughter, telephone: '138-1234-5678' }, about: asked.id },
    ...{ matter: '楼道灯什么时候修', answer: '物业明天上门' },
  };
  const { id } = await call(town, input, 'id', worker);
  const read = async (purpose = '') =>
    (await worker.ask(`query($id: ID!) ${purpose} { call(id: $id) { ${whole} } }`, { id })).call;
  const block = await town.admin.ask('query($id: ID!) { unit(id: $id) { name } }', { id: blocks[0] });
  expect(await read('@purpose(of: CALL)')).toMatchObject({
    number: 'C2026-000001',
    town: { code: town.code },
    state: 'ANSWERED',
    missed: false,
    calledAt: '2026-03-02T15:30:00.000Z',
    seconds: 185,
    ...{ matter: '楼道灯什么时候修', answer: '物业明天上门', callerName: null, telephone: '13812345678' },
    hotline: { name: '社工热线' },
    unit: block.unit,
    answeredBy: { name: '社工甲' },
    household: { code: codes[0] },
    ...{ resident: { name: '李四' }, about: { number: 'R2026-000001' }, requests: [] },
    ...{ satisfaction: null, actions: ['TRY', 'FOLLOW_UP', 'REVISE', 'WITHDRAW'] },
  });
  const at = '2026-03-03T09:00:00+08:00';
  expect(await callStep(worker, 'followUpCall', id, { ...pleased, at }, 'state satisfaction actions')).toEqual({
    ...{ state: 'CLOSED', satisfaction: 'SATISFIED', actions: ['REVISE'] },
  });
  const { events } = await read('@purpose(of: CALL)');
  expect(events).toMatchObject([
    { seq: 1, step: 'TAKE', state: 'ANSWERED', matter: '楼道灯什么时候修', answer: '物业明天上门', text: null },
    { seq: 2, step: 'FOLLOW_UP', state: 'CLOSED', way: 'TELEPHONE', satisfaction: 'SATISFIED', text: '满意' },
  ]);
  // Without a purpose nothing of what was said is answered, and of who called only the beginning.
  const veiled = await read();
  expect(veiled).toMatchObject({ matter: null, answer: null, telephone: '138****5678', resident: { name: '李**' } });
  expect(veiled.events.every((each: Data) => each.matter === null && each.answer === null && each.text === null)).toBe(
    true,
  );
  const tells = 'query($id: ID!) { request(id: $id) { calls { number } } }';
  expect((await worker.ask(tells, { id: asked.id })).request.calls).toEqual([{ number: 'C2026-000001' }]);
});

it('a call becomes several requests at once, and is done and followed up when all of them are', async () => {
  const { town, blocks, households } = await settledTown(platform, 1);
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const line = await hotline(town, { unit: town.unit(0) });
  const person = await town.person('社工乙');
  const light = { subject: await subject(town), description: '楼道灯不亮' };
  const gate = {
    subject: await subject(town, '道路设施'),
    description: '门口积水',
    place: { unit: blocks[1], text: '东门' },
  };
  const quiet = { subject: await subject(town, '邻里纠纷'), description: '太吵', ...explained(person) };
  const input = {
    ...{ hotline: line.id, answeredBy: person, caller: { household: households[0] }, answer: null },
    ...{ calledAt: '2026-03-02T10:00:00+08:00', requests: [light, gate, quiet] },
  };
  const about = `id state requests { id number source state raisedOn household { code } place { text } calls { state } }`;
  const taken = await call(town, input, about, worker);
  expect(taken).toMatchObject({
    state: 'REQUESTED',
    requests: [
      { number: 'R2026-000001', source: 'HOTLINE', state: 'RAISED', raisedOn: '2026-03-02', place: null },
      { number: 'R2026-000002', source: 'HOTLINE', household: null, place: { text: '东门' } },
      { number: 'R2026-000003', source: 'HOTLINE', state: 'HANDLED', calls: [{ state: 'REQUESTED' }] },
    ],
  });
  const rates = 'completion { numerator denominator } followUp { numerator } satisfaction { numerator }';
  const query = `query($code: RegisterCode!) { town(code: $code) { callRates(by: WORKER) { worker { name } count missed ${rates} }
    done: calls(filter: { done: true }) { totalCount } waiting: calls(filter: { followedUp: false }) { totalCount } } }`;
  const counts = async () => {
    const { callRates, done, waiting } = (await worker.ask(query, { code: town.code })).town;
    const [{ completion, followUp, satisfaction, ...group }] = callRates;
    expect(group).toEqual({ worker: { name: '社工乙' }, count: 1, missed: 0 });
    expect(completion).toEqual({ numerator: done.totalCount, denominator: 1 });
    expect(followUp.numerator).toBe(1 - waiting.totalCount);
    return [completion, followUp, satisfaction].map(({ numerator }) => numerator);
  };
  expect(await counts()).toEqual([0, 0, 0]);
  const [first, second, third] = taken.requests.map(({ id }: Data) => id);
  await take(worker, 'acceptRequest', first, { holder: person });
  await take(worker, 'classifyRequest', first, { handlingClass: 'INDIVIDUAL' });
  const { handled } = explained(person);
  await take(worker, 'handleRequest', first, { outcome: handled.outcome, evidence: handled.evidence });
  expect(await counts()).toEqual([0, 0, 0]);
  // What is withdrawn is no longer waited for.
  await take(worker, 'withdrawRequest', second, { reason: '已自行解决' });
  expect(await counts()).toEqual([1, 0, 0]);
  await take(worker, 'followUpRequest', first, contented);
  await take(worker, 'followUpRequest', third, { ...contented, satisfaction: 'DISSATISFIED' });
  // Followed up both, but one was opened again.
  expect(await counts()).toEqual([0, 1, 0]);
  await take(worker, 'handleRequest', third, { outcome: '再次说明' });
  await take(worker, 'followUpRequest', third, { ...contented, satisfaction: 'FAIRLY' });
  expect(await counts()).toEqual([1, 1, 1]);
  // Further requests can come out of it, but no answer that would pass over them.
  const answering = { call: taken.id, answeredBy: person };
  expect(await worker.refused('answerCall', { ...answering, answer: '好' })).toEqual({
    code: 'CONFLICT',
    field: 'input.call',
  });
  await callStep(worker, 'answerCall', taken.id, { answeredBy: person, requests: [light] });
  expect(await counts()).toEqual([0, 0, 0]);
  expect(await worker.refused('withdrawCall', { call: taken.id, reason: '误' })).toEqual({
    code: 'CONFLICT',
    field: 'input.call',
  });
});

it('a missed call waits until it is called back, and is opened again as long as somebody is dissatisfied', async () => {
  const { town, households } = await settledTown(platform, 1);
  const missed = await missedCall(
    town,
    { calledAt: '2026-03-02T02:00:00+08:00' },
    'id state missed answeredBy { name } actions',
  );
  expect(missed).toMatchObject({
    state: 'MISSED',
    missed: true,
    answeredBy: null,
    actions: ['TRY', 'ANSWER', 'REVISE', 'WITHDRAW'],
  });
  const { id } = missed;
  const at = (hour: string) => `2026-03-02T${hour}:00:00+08:00`;
  expect(await callStep(town.admin, 'tryCaller', id, { note: '无人接听', at: at('08') })).toEqual({ state: 'MISSED' });
  const answeredBy = await town.person('社工丙');
  const answering = {
    answeredBy,
    at: at('09'),
    matter: '问医保',
    answer: '到窗口办',
    caller: { household: households[0], telephone: '13800000001' },
  };
  expect(await callStep(town.admin, 'answerCall', id, answering, 'state missed answeredBy { name }')).toEqual({
    ...{ state: 'ANSWERED', missed: true, answeredBy: { name: '社工丙' } },
  });
  expect(await callStep(town.admin, 'followUpCall', id, { ...displeased, at: at('10') }, 'state satisfaction')).toEqual(
    {
      ...{ state: 'REOPENED', satisfaction: 'DISSATISFIED' },
    },
  );
  const rates =
    'query($code: RegisterCode!) { town(code: $code) { callRates(by: HOTLINE) { hotline { name } missed completion { numerator } followUp { numerator } satisfaction { numerator } } } }';
  const counts = async () => (await town.admin.ask(rates, { code: town.code })).town.callRates;
  const of = (completion: number, followUp: number, satisfaction: number) => [
    {
      hotline: { name: '镇热线' },
      missed: 1,
      completion: { numerator: completion },
      followUp: { numerator: followUp },
      satisfaction: { numerator: satisfaction },
    },
  ];
  expect(await counts()).toEqual(of(0, 1, 0));
  await callStep(town.admin, 'answerCall', id, { answeredBy, answer: '带医保卡到二号窗口', at: at('11') });
  expect(await counts()).toEqual(of(1, 1, 0));
  await callStep(town.admin, 'followUpCall', id, { ...displeased, at: at('12') });
  const request = { subject: await subject(town), description: '请派人说明', ...explained(answeredBy) };
  const passed = await callStep(
    town.admin,
    'answerCall',
    id,
    { answeredBy, requests: [request], at: at('13') },
    'state requests { id }',
  );
  expect(passed.state).toBe('REQUESTED');
  expect(await counts()).toEqual(of(1, 0, 0));
  await take(town.admin, 'followUpRequest', passed.requests[0].id, contented);
  expect(await counts()).toEqual(of(1, 1, 1));
  const read = 'query($id: ID!) @purpose(of: CALL) { call(id: $id) { events { step state answer text } } }';
  const { events } = (await town.admin.ask(read, { id })).call;
  expect(events.map((each: Data) => [each.step, each.state, each.answer, each.text].filter(Boolean).join(' '))).toEqual(
    [
      'MISS MISSED',
      'TRY MISSED 无人接听',
      'ANSWER ANSWERED 到窗口办',
      'FOLLOW_UP REOPENED 到窗口办 没说清楚',
      'ANSWER ANSWERED 带医保卡到二号窗口',
      'FOLLOW_UP REOPENED 带医保卡到二号窗口 没说清楚',
      'ANSWER REQUESTED 带医保卡到二号窗口',
    ],
  );
  const table = '{ callTransitions { step from to satisfaction } }';
  expect((await town.admin.ask(table)).callTransitions).toContainEqual({
    ...{ step: 'FOLLOW_UP', from: ['ANSWERED'], to: 'REOPENED', satisfaction: ['DISSATISFIED'] },
  });
});

it('a call is corrected and withdrawn, and what was written before stays; it counts for the block of who called', async () => {
  const { town, blocks, households } = await settledTown(platform, 2);
  const line = await hotline(town, { unit: town.unit(0) });
  const elsewhere = await town.openUnit({ parent: town.unit(1), from: '2023-01-01' });
  await town.admin.do(
    'moveHousehold',
    { household: households[1], block: elsewhere, from: '2026-02-01' },
    'household { id }',
  );
  const first = await call(town, { hotline: line.id, calledAt: '2026-03-02T10:00:00+08:00' }, 'id version unit { id }');
  // Of somebody unknown it counts for the unit whose hotline it is.
  expect(first.unit).toEqual({ id: town.unit(0) });
  const revise = (input: Record<string, unknown>) =>
    callStep(town.admin, 'reviseCall', first.id, { reason: '记错了', ...input }, 'version calledAt unit { id }');
  const known = { caller: { household: households[0] }, expectedVersion: 1 };
  expect(await revise(known)).toMatchObject({ version: 2, unit: { id: blocks[0] } });
  // A household under another unit calls, too; that one was under it until February.
  expect(await revise({ caller: { household: households[1] } })).toMatchObject({ unit: { id: town.unit(0) } });
  const before = { calledAt: '2026-01-31T10:00:00+08:00', seconds: 60, matter: '问食堂' };
  expect(await revise(before)).toMatchObject({ calledAt: '2026-01-31T02:00:00.000Z', unit: { id: blocks[0] } });
  const answeredBy = await town.person('社工丁');
  await revise({ answeredBy, answer: '十一点开饭', caller: { otherName: '另一人' } });
  expect(await callStep(town.admin, 'withdrawCall', first.id, { reason: '重复登记' }, 'state actions')).toEqual({
    ...{ state: 'WITHDRAWN', actions: [] },
  });
  const read = `query($id: ID!) @purpose(of: CALL) { call(id: $id) { events { seq step state calledAt seconds callerName matter answer text answeredBy { name } household { code } } } }`;
  const { events } = (await town.admin.ask(read, { id: first.id })).call;
  expect(events).toMatchObject([
    {
      step: 'TAKE',
      callerName: '路过的人',
      matter: '问活动室几点开门',
      answer: '早上八点',
      household: null,
      text: null,
    },
    { step: 'REVISE', callerName: null, matter: '问活动室几点开门', household: {}, text: '记错了' },
    { step: 'REVISE', household: {}, seconds: null },
    { step: 'REVISE', calledAt: '2026-01-31T02:00:00.000Z', seconds: 60, matter: '问食堂', answer: '早上八点' },
    { step: 'REVISE', callerName: '另一人', answer: '十一点开饭', answeredBy: { name: '社工丁' }, household: null },
    { step: 'WITHDRAW', state: 'WITHDRAWN', text: '重复登记' },
  ]);
  const query =
    'query($code: RegisterCode!) { town(code: $code) { callRates(by: WORKER) { count } calls { nodes { state } } } }';
  expect((await town.admin.ask(query, { code: town.code })).town).toEqual({
    callRates: [],
    calls: { nodes: [{ state: 'WITHDRAWN' }] },
  });
});

it('a call that was followed up is not withdrawn by whoever answers it, answered anew or closed, and stays in what is counted', async () => {
  const town = await platform.newTown();
  const worker = await town.account('SOCIAL_WORKER', { unit: town.unit(0) });
  const line = await hotline(town, { unit: town.unit(0) });
  const answeredBy = await town.person('社工戊');
  const taken = await call(town, { hotline: line.id, answeredBy }, 'id actions', worker);
  expect(taken.actions).toContain('WITHDRAW');
  const refused = async () => {
    const { call: read } = await worker.ask('query($id: ID!) { call(id: $id) { actions } }', { id: taken.id });
    expect(read.actions).not.toContain('WITHDRAW');
    await changesNothing(platform, town, async () => {
      expect(await worker.refused('withdrawCall', { call: taken.id, reason: '误' })).toEqual({
        ...{ code: 'CONFLICT', field: 'input.call' },
      });
    });
  };
  await callStep(worker, 'followUpCall', taken.id, displeased);
  await refused();
  await callStep(worker, 'answerCall', taken.id, { answeredBy, answer: '再次说明' });
  await refused();
  await callStep(worker, 'followUpCall', taken.id, pleased);
  await refused();
  const query = 'query($code: RegisterCode!) { town(code: $code) { callRates(by: WORKER) { count } } }';
  expect((await worker.ask(query, { code: town.code })).town.callRates).toEqual([{ count: 1 }]);
});

it('of two who follow a call up at once, one finds it followed up', async () => {
  const town = await platform.newTown();
  const { id } = await call(town);
  const query = 'mutation($input: FollowUpCallInput!) { followUpCall(input: $input) { call { state } } }';
  const answers = await Promise.all([1, 2, 3].map(() => town.admin.send(query, { input: { call: id, ...pleased } })));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'done').sort()).toEqual([
    'CONFLICT',
    'CONFLICT',
    'done',
  ]);
  expect(platform.faults).toEqual([]);
});
