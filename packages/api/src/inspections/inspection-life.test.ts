import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { subject, take } from '../requests/request.fixture.ts';
import { follow, furnishedInspection, place, round, squad } from './inspection.fixture.ts';

const platform = testPlatform();

it('a squad tells who was in it on which day, and a place what it was called', async () => {
  const town = await platform.newTown();
  const [head, next, other] = [await town.person('甲'), await town.person('乙'), await town.person('丙')];
  const { id } = await squad(town, { name: '夜查组', head, members: [other] });
  const change = (input: object) => town.admin.do('changeInspectionSquad', { squad: id, ...input }, 'squad { id }');
  await change({ head: next, from: '2025-01-01' });
  await change({ name: '网吧督查组', members: [], from: '2025-06-01' });
  await town.admin.do('disbandInspectionSquad', { squad: id, on: '2026-01-01' }, 'squad { id }');
  const query = `query($id: ID!, $place: ID!) {
    inspectionSquad(id: $id) { name validFrom validTo version head { name } members { name } versions { name head { name } members { name } validFrom validTo } }
    inspectionPlace(id: $place) { name address organization { name } versions { name address validFrom validTo } } }`;
  const at = (await place(town, { address: '友谊路 1 号' })).id;
  const moved = { place: at, name: '大洋网吧', address: '', from: '2025-03-01' };
  await town.admin.do('changeInspectionPlace', moved, 'place { id }');
  const read = await town.admin.ask(query, { id, place: at });
  expect(read.inspectionSquad).toEqual({
    ...{ name: '网吧督查组', validFrom: '2024-01-01', validTo: '2026-01-01', version: 4 },
    ...{ head: { name: '乙' }, members: [{ name: '乙' }] },
    versions: [
      {
        ...{ name: '夜查组', head: { name: '甲' }, members: [{ name: '丙' }, { name: '甲' }] },
        ...{ validFrom: '2024-01-01', validTo: '2025-01-01' },
      },
      {
        ...{ name: '夜查组', head: { name: '乙' }, members: [{ name: '丙' }, { name: '乙' }, { name: '甲' }] },
        ...{ validFrom: '2025-01-01', validTo: '2025-06-01' },
      },
      {
        ...{ name: '网吧督查组', head: { name: '乙' }, members: [{ name: '乙' }] },
        ...{ validFrom: '2025-06-01', validTo: '2026-01-01' },
      },
    ],
  });
  expect(read.inspectionPlace).toEqual({
    ...{ name: '大洋网吧', address: null, organization: null },
    versions: [
      { name: '蓝天网吧', address: '友谊路 1 号', validFrom: '2024-01-01', validTo: '2025-03-01' },
      { name: '大洋网吧', address: null, validFrom: '2025-03-01', validTo: null },
    ],
  });
  const lists = `query($code: RegisterCode!) { town(code: $code) {
    inspectionSquads { totalCount } gone: inspectionSquads(disbanded: true) { nodes { name } }
    inspectionPlaces { totalCount } closed: inspectionPlaces(filter: { closed: true }) { nodes { name } } } }`;
  await town.admin.do('closeInspectionPlace', { place: at, on: '2026-03-01' }, 'place { id }');
  expect((await town.admin.ask(lists, { code: town.code })).town).toEqual({
    ...{ inspectionSquads: { totalCount: 0 }, gone: { nodes: [{ name: '网吧督查组' }] } },
    ...{ inspectionPlaces: { totalCount: 0 }, closed: { nodes: [{ name: '大洋网吧' }] } },
  });
});

const counted = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) {
  inspectionSums(by: MONTH, period: $period) { total { checks personTimes findings mended } groups { month checks } }
  figure(indicator: "inspection-person-time", period: $period) { numerator }
  inspectionFindings { totalCount } inspectionRounds { totalCount } } }`;

it('a round is written anew and not over: what is left out counts no more, and a withdrawn one nowhere', async () => {
  const town = await platform.newTown();
  const [one, two] = [await town.person('甲'), await town.person('乙')];
  const of = (await squad(town, { head: one, members: [two] })).id;
  const at: string[] = [];
  for (const name of ['一号网吧', '二号网吧', '三号网吧']) at.push((await place(town, { name })).id);
  const checks = at.slice(0, 2).map((each) => ({ place: each, findings: [{ kind: 'HOURS', text: '凌晨仍营业' }] }));
  const made = await round(town, { squad: of, on: '2026-06-30', people: [one, two], checks }, 'id version');
  const sums = async () => {
    const { town: read } = await town.admin.ask(counted, {
      code: town.code,
      period: { first: '2026-06-01', last: '2026-07-31' },
    });
    expect(read.figure.numerator).toBe(read.inspectionSums.total.personTimes);
    return { ...read.inspectionSums.total, months: read.inspectionSums.groups.map(({ month }: Data) => month) };
  };
  expect(await sums()).toEqual({ checks: 2, personTimes: 4, findings: 2, mended: 0, months: ['2026-06'] });
  const revise = async (input: object) =>
    (
      await town.admin.do(
        'reviseInspectionRound',
        { round: made.id, ...input },
        'round { version inspectedOn note checks { place { name } people { name } findings { text } nothingFound } }',
      )
    ).round;
  const anew = await revise({
    ...{ reason: '漏记三号，误记二号', on: '2026-07-01', note: '夜查', expectedVersion: made.version },
    checks: [{ place: at[2], people: [two], nothingFound: true }, { place: at[0] }],
  });
  expect(anew).toEqual({
    ...{ version: 2, inspectedOn: '2026-07-01', note: '夜查' },
    checks: [
      { place: { name: '三号网吧' }, people: [{ name: '乙' }], findings: [], nothingFound: true },
      {
        ...{ place: { name: '一号网吧' }, people: [{ name: '乙' }, { name: '甲' }], nothingFound: false },
        findings: [{ text: '凌晨仍营业' }],
      },
    ],
  });
  expect(await sums()).toEqual({ checks: 2, personTimes: 3, findings: 1, mended: 0, months: ['2026-07'] });
  // What was left out comes back with what was found there.
  await revise({ reason: '二号确有检查', people: [one], checks: at.map((each) => ({ place: each })) });
  expect(await sums()).toEqual({ checks: 3, personTimes: 3, findings: 2, mended: 0, months: ['2026-07'] });
  await revise({ reason: '更正备注', note: '' });
  const query = `query($id: ID!) { inspectionRound(id: $id) { note withdrawnReason viewerMayRevise withdrawnBy people { name }
    checks { withdrawn } versions { number note reason inspectedOn writtenBy checks { check { place { name } } people { name } } } } }`;
  const { inspectionRound: read } = await town.admin.ask(query, { id: made.id });
  expect(read).toMatchObject({ note: null, viewerMayRevise: true, people: [{ name: '甲' }] });
  expect(
    read.versions.map(({ number, note, reason, inspectedOn, checks }: Data) => [
      number,
      note,
      reason,
      inspectedOn,
      checks.length,
    ]),
  ).toEqual([
    [1, null, null, '2026-06-30', 2],
    [2, '夜查', '漏记三号，误记二号', '2026-07-01', 2],
    [3, '夜查', '二号确有检查', '2026-07-01', 3],
    [4, null, '更正备注', '2026-07-01', 3],
  ]);
  expect(read.versions[0].checks[1]).toEqual({
    check: { place: { name: '二号网吧' } },
    people: [{ name: '乙' }, { name: '甲' }],
  });
  await town.admin.do('withdrawInspectionRound', { round: made.id, reason: '没有去' }, 'round { id }');
  expect(await sums()).toEqual({ checks: 0, personTimes: 0, findings: 0, mended: 0, months: [] });
  expect((await town.admin.ask(query, { id: made.id })).inspectionRound).toMatchObject({
    ...{ withdrawnReason: '没有去', viewerMayRevise: false, checks: Array(3).fill({ withdrawn: true }) },
  });
  const withdrawn = `query($code: RegisterCode!) { town(code: $code) { inspectionRounds(withdrawn: true) { nodes { id } } inspectionFindings { totalCount } } }`;
  expect((await town.admin.ask(withdrawn, { code: town.code })).town).toEqual({
    ...{ inspectionRounds: { nodes: [{ id: made.id }] }, inspectionFindings: { totalCount: 0 } },
  });
});

it('a finding is followed until it is mended, opened again, and shares the fate of the request that it was raised as', async () => {
  const town = await platform.newTown();
  const { finding, check } = await furnishedInspection(town);
  await follow(town.admin, 'correctInspectionFinding', finding, { kind: 'IDENTITY', text: '三人未登记' });
  await follow(town.admin, 'mendInspectionFinding', finding, { done: '已补登' });
  await follow(town.admin, 'reopenInspectionFinding', finding, { reason: '复查又有' });
  const asRequest = { request: { subject: await subject(town, '治安') } };
  const raised = await follow(town.admin, 'raiseInspectionFinding', finding, asRequest, 'state actions request { id }');
  expect(raised).toMatchObject({ state: 'REQUESTED', actions: ['CORRECT', 'FOLLOW_UP'] });
  expect(await town.admin.refused('reopenInspectionFinding', { finding, reason: '再' })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.finding' },
  });
  await take(town.admin, 'withdrawRequest', raised.request.id, { reason: '重复' });
  await follow(town.admin, 'reopenInspectionFinding', finding, { reason: '诉求已撤' });
  const query = `query($id: ID!) { node(id: $id) { ... on InspectionFinding { kind text state mended request { id } events { seq step state kind text recordedBy request { id } } } } }`;
  const { node } = await town.admin.ask(query, { id: finding });
  expect(node).toMatchObject({ kind: 'IDENTITY', text: '三人未登记', state: 'OPEN', mended: false, request: null });
  expect(node.events.map(({ seq, step, state, text }: Data) => `${seq} ${step} ${state} ${text}`)).toEqual([
    '1 RECORD OPEN 有未成年人上网',
    '2 CORRECT OPEN 三人未登记',
    '3 MEND MENDED 已补登',
    '4 REOPEN OPEN 复查又有',
    '5 RAISE REQUESTED null',
    '6 REOPEN OPEN 诉求已撤',
  ]);
  expect(node.events[4].request).toEqual({ id: raised.request.id });
  const late = { check, finding: { kind: 'FIRE_SAFETY', text: '通道堵塞', mended: '当场搬开' } };
  const { finding: added } = await town.admin.do(
    'addInspectionFinding',
    late,
    'finding { state version check { findings { text } } }',
  );
  expect(added).toEqual({
    ...{ state: 'MENDED', version: 2, check: { findings: [{ text: '三人未登记' }, { text: '通道堵塞' }] } },
  });
  // Of two who mend it at once, the second finds what the first has made of it.
  const mend =
    'mutation($input: MendInspectionFindingInput!) { mendInspectionFinding(input: $input) { finding { version } } }';
  const answers = await Promise.all([1, 2].map(() => town.admin.send(mend, { input: { finding, done: '已整改' } })));
  expect(answers.map(({ errors }) => errors[0]?.extensions.code ?? 'done').sort()).toEqual(['CONFLICT', 'done']);
});

it('a round noted without a network is recorded once, however often it is sent, and another one under its id refused', async () => {
  const town = await platform.newTown();
  const head = await town.person('组长');
  const of = (await squad(town, { head })).id;
  const [one, two] = [(await place(town)).id, (await place(town)).id];
  const input = {
    ...{ clientId: randomUUID(), squad: of, on: '2026-07-01', people: [head] },
    checks: [
      { place: one, findings: [{ kind: 'ORDER', text: '噪声' }] },
      { place: two, nothingFound: true },
    ],
  };
  const sent = await Promise.all(
    Array.from({ length: 4 }, () => town.admin.do('recordInspectionRound', input, 'round { id }')),
  );
  expect(new Set(sent.map((each) => each.round.id)).size).toBe(1);
  await town.admin.do('closeInspectionPlace', { place: one, on: '2026-08-01' }, 'place { id }');
  const supervisor = await town.account('INSPECTOR', { person: head });
  await changesNothing(platform, town, async () => {
    expect(await town.admin.do('recordInspectionRound', input, 'round { id }')).toEqual(sent[0]);
    const refused = { code: 'CONFLICT', field: 'input.clientId' };
    expect(await town.admin.refused('recordInspectionRound', { ...input, note: '另一次' })).toEqual(refused);
    const nothing = input.checks.map((each) => ({ place: each.place, nothingFound: true }));
    expect(await town.admin.refused('recordInspectionRound', { ...input, checks: nothing })).toEqual(refused);
    expect(await supervisor.refused('recordInspectionRound', input)).toEqual(refused);
    expect(await town.admin.refused('recordInspectionRound', { ...input, clientId: 'mine' })).toEqual({
      ...{ code: 'BAD_INPUT', field: 'input.clientId' },
    });
  });
  const { town: read } = await town.admin.ask(counted, {
    code: town.code,
    period: { first: '2026-07-01', last: '2026-07-31' },
  });
  expect(read).toMatchObject({ inspectionRounds: { totalCount: 1 }, inspectionFindings: { totalCount: 1 } });
});
