import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { explained, party, subject, take } from '../requests/request.fixture.ts';
import { follow, furnishedPatrol, patrol, route } from './patrol.fixture.ts';

const platform = testPlatform();

async function photo(town: TestTown, client: ApiClient): Promise<string> {
  const content = jpeg().toString('base64');
  return (await client.do('addPhoto', { town: town.code, content }, 'photo { id }')).photo.id;
}

const events = 'events { seq step state text place recordedBy photos { id } party { name } request { number } }';

it('a patrol tells who walked where and when, what it left out, what it brought up, and what became of each', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const team = await town.formTeam(blocks[0]);
  const member = await town.account('TEAM_MEMBER', { team });
  const walk = await route(town, { unit: blocks[0] });
  const people = [await town.person('甲'), await town.person('乙')];
  const picture = await photo(town, member);
  const findings = [
    { kind: 'PROBLEM', text: '井盖松动', place: '南门', photos: [picture], actedOn: '放警示牌并复位' },
    { kind: 'PROBLEM', text: '路面塌陷', photos: [picture], request: { subject: await subject(town, '道路设施') } },
    { kind: 'SUGGESTION', text: '修剪树枝', passedOn: { party: await party(town), note: '请安排' } },
    { kind: 'SUGGESTION', text: '装电梯', notAdopted: '不具备条件' },
    { kind: 'SUGGESTION', text: '加装路灯' },
  ];
  const made = await patrol(
    town,
    {
      ...{ route: walk.id, on: '2026-03-04', people, findings, note: '雨后巡查' },
      ...{ beganAt: '2026-03-04T19:00:00+08:00', endedAt: '2026-03-04T20:10:00+08:00' },
      stops: [walk.stops[2].id, walk.stops[0].id],
    },
    `patrolledOn beganAt endedAt note place people { name } route { name } unit { name } block { name } recordedBy viewerCan version
      stops { name } stopsLeftOut { name } findings { kind state text place actedOn actions photos { id } party { name }
      request { source description photos { id } place { text unit { name } } raisedOn patrolFinding { text } } ${events} }`,
    member,
  );
  expect(made).toMatchObject({
    ...{ patrolledOn: '2026-03-04', beganAt: '2026-03-04T11:00:00.000Z', endedAt: '2026-03-04T12:10:00.000Z' },
    ...{ note: '雨后巡查', place: null, people: [{ name: '乙' }, { name: '甲' }], route: { name: '小区夜巡' } },
    ...{ unit: { name: '东块' }, block: { name: '东块' }, recordedBy: expect.any(String), version: 1 },
    ...{ stops: [{ name: '南门' }, { name: '垃圾房' }], stopsLeftOut: [{ name: '河边步道' }] },
    viewerCan: expect.arrayContaining(['PATROL_RECORD', 'PATROL_WITHDRAW']),
  });
  const [atOnce, raised, passed, declined, open] = made.findings;
  expect(atOnce).toMatchObject({
    kind: 'PROBLEM',
    state: 'ACTED_ON',
    text: '井盖松动',
    place: '南门',
    actedOn: true,
    photos: [{ id: picture }],
    actions: ['CORRECT', 'FOLLOW_UP', 'REOPEN'],
    events: [
      { seq: 1, step: 'RECORD', state: 'OPEN', text: '井盖松动', place: '南门', photos: [{ id: picture }] },
      { seq: 2, step: 'ACT', state: 'ACTED_ON', text: '放警示牌并复位', photos: [] },
    ],
  });
  expect(raised).toMatchObject({ state: 'REQUESTED', actedOn: false, actions: ['CORRECT', 'FOLLOW_UP'] });
  expect(raised.request).toEqual({
    ...{ source: 'PATROL', description: '路面塌陷', photos: [{ id: picture }], raisedOn: '2026-03-04' },
    ...{ place: { text: null, unit: { name: '东块' } }, patrolFinding: { text: '路面塌陷' } },
  });
  expect(passed).toMatchObject({ state: 'PASSED_ON', actedOn: false, party: { name: '物业公司' } });
  expect(passed.events[1]).toMatchObject({ step: 'PASS_ON', text: '请安排', party: { name: '物业公司' } });
  expect(declined).toMatchObject({ state: 'NOT_ADOPTED', actedOn: false });
  expect(open).toMatchObject({ state: 'OPEN', actedOn: false });
  expect(open.actions).toEqual(['CORRECT', 'ACT', 'RAISE', 'PASS_ON', 'DECLINE', 'FOLLOW_UP']);
});

it('what a patrol brought up is followed until it is acted on, and each step stays', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
  const { finding } = await furnishedPatrol(town, { unit: blocks[0] });
  const after = await photo(town, officer);
  await follow(officer, 'correctPatrolFinding', finding, { text: '步道装三盏灯', place: '河边步道北段' });
  await follow(officer, 'declinePatrolFinding', finding, { reason: '经费不足' });
  expect(await follow(officer, 'reopenPatrolFinding', finding, { reason: '经费已到' })).toMatchObject({
    state: 'OPEN',
  });
  await follow(officer, 'passOnPatrolFinding', finding, { passing: { party: await party(town) } });
  await follow(officer, 'followUpPatrolFinding', finding, { note: '物业已下单', photos: [after] });
  expect(await follow(officer, 'actOnPatrolFinding', finding, { done: '三盏灯已亮', photos: [after] })).toEqual({
    ...{ state: 'ACTED_ON', actedOn: true },
  });
  const query = `query($id: ID!) { node(id: $id) { ... on PatrolFinding { text place photos { id } version ${events} } } }`;
  const { node } = await officer.ask(query, { id: finding });
  expect(node).toMatchObject({ text: '步道装三盏灯', place: '河边步道北段', photos: [], version: 7 });
  expect(node.events.map(({ step, state, text }: Data) => `${step} ${state} ${text}`)).toEqual([
    'RECORD OPEN 步道装两盏灯',
    'CORRECT OPEN 步道装三盏灯',
    'DECLINE NOT_ADOPTED 经费不足',
    'REOPEN OPEN 经费已到',
    'PASS_ON PASSED_ON null',
    'FOLLOW_UP PASSED_ON 物业已下单',
    'ACT ACTED_ON 三盏灯已亮',
  ]);
  expect(node.events.map(({ photos }: Data) => photos.length)).toEqual([0, 0, 0, 0, 0, 1, 1]);
  const table = '{ patrolFindingTransitions { step from to } }';
  expect((await officer.ask(table)).patrolFindingTransitions).toContainEqual({
    ...{ step: 'REOPEN', from: ['ACTED_ON', 'REQUESTED', 'NOT_ADOPTED'], to: 'OPEN' },
  });
});

it('what is raised as a request shares its fate: acted on once that is handled, open again once that is withdrawn', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
  const picture = await photo(town, town.admin);
  const place = { unit: blocks[0], text: '菜场' };
  const suggestion = { kind: 'SUGGESTION', text: '增设垃圾箱', photos: [picture] };
  const made = await patrol(town, { place, findings: [suggestion, suggestion] }, 'place findings { id }');
  expect(made.place).toBe('菜场');
  const [one, two] = made.findings.map(({ id }: Data) => id);
  const request = { subject: await subject(town) };
  const selection = 'state actedOn actions request { id source place { text } photos { id } }';
  // The photographs go with it, though somebody else took them.
  const raised = await follow(member, 'raisePatrolFinding', one, { request }, selection);
  expect(raised).toMatchObject({
    ...{ state: 'REQUESTED', actedOn: false, actions: ['CORRECT', 'FOLLOW_UP'] },
    request: { source: 'PATROL', place: { text: '菜场' }, photos: [{ id: picture }] },
  });
  const holder = await town.person();
  await take(town.admin, 'acceptRequest', raised.request.id, { holder });
  const { handled, handlingClass } = explained(holder);
  await take(town.admin, 'classifyRequest', raised.request.id, { handlingClass });
  const { evidence, outcome } = handled;
  await take(town.admin, 'handleRequest', raised.request.id, { evidence, outcome });
  const read = async (id: string) =>
    (await member.ask(`query($id: ID!) { node(id: $id) { ... on PatrolFinding { ${selection} } } }`, { id })).node;
  expect(await read(one)).toMatchObject({ state: 'REQUESTED', actedOn: true });
  // Dissatisfied opens the request again, and with it what the patrol brought up.
  const dissatisfied = { way: 'TELEPHONE', satisfaction: 'DISSATISFIED', outcome: '没有解决' };
  await take(town.admin, 'followUpRequest', raised.request.id, dissatisfied);
  expect(await read(one)).toMatchObject({ actedOn: false });

  const other = await follow(member, 'raisePatrolFinding', two, { request }, selection);
  const reopening = { finding: two, reason: '诉求撤回' };
  expect(await member.refused('reopenPatrolFinding', reopening)).toEqual({ code: 'CONFLICT', field: 'input.finding' });
  await take(member, 'withdrawRequest', other.request.id, { reason: '重复' });
  expect((await read(two)).actions).toContain('REOPEN');
  expect(await follow(member, 'reopenPatrolFinding', two, { reason: '诉求撤回' }, selection)).toMatchObject({
    ...{ state: 'OPEN', request: null },
  });
  expect(await follow(member, 'raisePatrolFinding', two, { request }, 'state')).toEqual({ state: 'REQUESTED' });
});

it('a correction keeps what was written, moves what it counts for, and a patrol withdrawn counts nowhere', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const walk = await route(town, { unit: blocks[0] });
  const [one, two] = [await town.person('甲'), await town.person('乙')];
  const suggestion = { kind: 'SUGGESTION', text: '装灯', actedOn: '已装' };
  const made = await patrol(town, {
    ...{ route: walk.id, on: '2026-01-31', people: [one], findings: [suggestion], note: '夜间' },
    ...{ beganAt: '2026-01-31T19:00:00+08:00' },
  });
  const added = { kind: 'PROBLEM', text: '积水' };
  await town.admin.do('addPatrolFinding', { patrol: made.id, finding: added }, 'finding { state }');
  const revising = {
    patrol: made.id,
    reason: '日期写错',
    on: '2026-02-01',
    people: [one, two],
    stops: [walk.stops[1].id],
  };
  const whole = `patrolledOn beganAt note people { name } stops { name } findings { text } withdrawnReason version
    versions { number reason patrolledOn beganAt note writtenBy people { name } stops { name } }`;
  const { patrol: revised } = await town.admin.do('revisePatrol', revising, `patrol { ${whole} }`);
  expect(revised).toMatchObject({
    ...{ patrolledOn: '2026-02-01', beganAt: null, note: '夜间', people: [{ name: '乙' }, { name: '甲' }], version: 2 },
    ...{ stops: [{ name: '河边步道' }], findings: [{ text: '装灯' }, { text: '积水' }] },
    versions: [
      {
        number: 1,
        reason: null,
        patrolledOn: '2026-01-31',
        beganAt: '2026-01-31T11:00:00.000Z',
        people: [{ name: '甲' }],
        stops: [{ name: '南门' }, { name: '河边步道' }, { name: '垃圾房' }],
      },
      { number: 2, reason: '日期写错', patrolledOn: '2026-02-01', stops: [{ name: '河边步道' }] },
    ],
  });
  const january = 'period: { first: "2026-01-01", last: "2026-01-31" }';
  const all = 'period: { first: "2026-01-01", last: "2026-12-31" }';
  const counts = async () => {
    const figure = (indicator: string, period: string) =>
      `figure(indicator: "patrol-${indicator}", ${period}) { rounded }`;
    const { town: read } = await town.admin.ask(
      `query($code: RegisterCode!) { town(code: $code) { before: ${figure('round', january)} all: ${figure('round', all)}
        suggested: ${figure('suggestion', all)} old: ${figure('suggestion', january)}
        patrols { totalCount } withdrawn: patrols(withdrawn: true) { totalCount } patrolFindings { totalCount }
        patrolRates(by: UNIT) { unit { name } patrols personTimes suggestions { rounded } problems { rounded } } } }`,
      { code: town.code },
    );
    return read;
  };
  expect(await counts()).toEqual({
    ...{ before: { rounded: '0' }, all: { rounded: '1' }, suggested: { rounded: '1' }, old: { rounded: '0' } },
    ...{ patrols: { totalCount: 1 }, withdrawn: { totalCount: 0 }, patrolFindings: { totalCount: 2 } },
    patrolRates: [
      {
        ...{ unit: { name: '东块' }, patrols: 1, personTimes: 2 },
        ...{ suggestions: { rounded: '100.0 %' }, problems: { rounded: '0.0 %' } },
      },
    ],
  });
  const withdrawing = { patrol: made.id, reason: '重复登记' };
  const { patrol: gone } = await town.admin.do(
    'withdrawPatrol',
    withdrawing,
    'patrol { withdrawnReason withdrawnBy findings { actions } }',
  );
  expect(gone).toMatchObject({ withdrawnReason: '重复登记', withdrawnBy: '管理员', findings: [{ actions: [] }, {}] });
  expect(await counts()).toEqual({
    ...{ before: { rounded: '0' }, all: { rounded: '0' }, suggested: { rounded: '0' }, old: { rounded: '0' } },
    ...{ patrols: { totalCount: 0 }, withdrawn: { totalCount: 1 }, patrolFindings: { totalCount: 0 }, patrolRates: [] },
  });
});

it('a route is changed and closed from a day on, and what was walked before stays', async () => {
  const { town, blocks } = await settledTown(platform, 0);
  const walk = await route(town, { unit: blocks[0], from: '2026-01-01' });
  const before = await patrol(town, { route: walk.id, on: '2026-02-01' });
  const changing = { route: walk.id, name: '新夜巡', stops: ['北门', '南门'], from: '2026-03-01', expectedVersion: 1 };
  const whole =
    'id name validFrom validTo version stops { id name } versions { name validFrom validTo stops { name } }';
  const { route: changed } = await town.admin.do('changePatrolRoute', changing, `route { ${whole} }`);
  expect(changed).toMatchObject({
    name: '新夜巡',
    validFrom: '2026-01-01',
    validTo: null,
    version: 2,
    stops: [{ name: '北门' }, { name: '南门' }],
    versions: [
      { name: '小区夜巡', validFrom: '2026-01-01', validTo: '2026-03-01', stops: [{ name: '南门' }, {}, {}] },
      { name: '新夜巡', validFrom: '2026-03-01', validTo: null, stops: [{ name: '北门' }, { name: '南门' }] },
    ],
  });
  const read = 'query($id: ID!) { patrol(id: $id) { stops { name } } }';
  const walked = (await town.admin.ask(read, { id: before.id })).patrol.stops.map(({ name }: Data) => name);
  expect(walked).toEqual(['南门', '河边步道', '垃圾房']);
  const [first] = changed.stops;
  const early = {
    route: walk.id,
    on: '2026-02-10',
    people: [await town.person()],
    stops: [first.id],
    nothingFound: true,
  };
  expect(await town.admin.refused('recordPatrol', early)).toEqual({ code: 'NOT_FOUND', field: 'input.stops.0' });
  await patrol(town, { ...early, on: '2026-03-10' });

  await town.admin.do('closePatrolRoute', { route: walk.id, on: '2026-04-01' }, 'route { id }');
  const late = { ...early, on: '2026-04-01', stops: undefined };
  expect(await town.admin.refused('recordPatrol', late)).toEqual({ code: 'CONFLICT', field: 'input.route' });
  const lists = `query($code: RegisterCode!, $unit: ID) { town(code: $code) { patrolRoutes(unit: $unit) { nodes { name } }
    closed: patrolRoutes(unit: $unit, closed: true) { nodes { name validTo unit { name } } } } }`;
  const listed = async (unit: string) => (await town.admin.ask(lists, { code: town.code, unit })).town;
  const shown = { name: '新夜巡', validTo: '2026-04-01', unit: { name: '东块' } };
  expect(await listed(town.unit(0))).toEqual({ patrolRoutes: { nodes: [] }, closed: { nodes: [shown] } });
  expect((await listed(blocks[1])).closed.nodes).toEqual([]);
});
