import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { raise, subject } from '../requests/request.fixture.ts';
import { advance, project } from './project.fixture.ts';
import { type ProjectState, type ProjectStep, projectSteps, projectTransition } from './project-states.ts';

const platform = testPlatform();

const whole = `number year name goal budget state proposedOn adoptedOn dueOn completedOn overdue version subject { name } units { id }
  town { code } holder { name } recordedBy requestCount requests { totalCount nodes { number project { number } } } actions
  events { seq step state happenedOn dueOn requests text recordedBy holder { name } }`;

it('a project is proposed, written anew, linked with requests, adopted, reported on and completed, and its requests know it', async () => {
  const { town, blocks, households } = await settledTown(platform, 3);
  const parking = await subject(town, '停车');
  const asked: string[] = [];
  for (const household of households.slice(0, 3)) {
    asked.push((await raise(town, { household, subject: parking, on: '2026-03-01' })).id);
  }
  const other = await raise(town, { household: households[0], on: '2026-03-01' });
  const { id } = await project(town, { requests: asked.slice(0, 1), budget: '镇级财政 30 万元', on: '2026-10-01' });
  const read = async () => (await town.admin.ask(`query($id: ID!) { project(id: $id) { ${whole} } }`, { id })).project;
  expect(await read()).toMatchObject({
    ...{ number: 'S2027-000001', year: 2027, name: '新增停车位', budget: '镇级财政 30 万元', state: 'PROPOSED' },
    ...{ proposedOn: '2026-10-01', adoptedOn: null, holder: null, units: [], town: { code: town.code } },
    ...{ requestCount: 1, subject: { name: '停车' }, overdue: false },
    requests: { totalCount: 1, nodes: [{ number: 'R2026-000001', project: { number: 'S2027-000001' } }] },
    actions: ['REVISE', 'LINK', 'UNLINK', 'ADOPT', 'REJECT'],
  });
  const anew = { name: '停车挖潜', goal: '划线增位', units: [town.unit(0)], on: '2026-10-02' };
  await advance(town.admin, 'reviseProject', id, anew);
  expect(await read()).toMatchObject({ name: '停车挖潜', budget: null, units: [{ id: town.unit(0) }] });
  // All about the subject that stand in its units, but those that are in it already.
  const raised = { first: '2026-01-01', last: '2026-12-31' };
  await advance(town.admin, 'linkRequests', id, { raised, requests: [other.id], on: '2026-10-03' });
  expect((await read()).requestCount).toBe(4);
  await advance(town.admin, 'unlinkRequests', id, { requests: [other.id], on: '2026-10-04' });
  const holder = await town.person('城建办');
  const adopting = { holder, dueOn: '2026-11-01', note: '党委会通过', on: '2026-10-05' };
  await advance(town.admin, 'adoptProject', id, adopting);
  expect(await read()).toMatchObject({
    ...{ state: 'ADOPTED', dueOn: '2026-11-01', overdue: true, holder: { name: '城建办' }, requestCount: 3 },
    actions: ['LINK', 'UNLINK', 'REPORT', 'COMPLETE', 'DROP'],
  });
  await advance(town.admin, 'reportProject', id, { report: '已划线 40 个', on: '2026-10-20' });
  await advance(town.admin, 'completeProject', id, { result: '新增 62 个车位', on: '2026-11-10' });
  const done = await read();
  expect(done).toMatchObject({
    state: 'COMPLETED',
    completedOn: '2026-11-10',
    overdue: false,
    actions: [],
    version: 7,
  });
  expect(done.events.map(({ step, state, requests, text }: Data) => [step, state, requests, text])).toEqual([
    ['PROPOSE', 'PROPOSED', 1, null],
    ['REVISE', 'PROPOSED', null, null],
    ['LINK', 'PROPOSED', 3, null],
    ['UNLINK', 'PROPOSED', 1, null],
    ['ADOPT', 'ADOPTED', null, '党委会通过'],
    ['REPORT', 'ADOPTED', null, '已划线 40 个'],
    ['COMPLETE', 'COMPLETED', null, '新增 62 个车位'],
  ]);
  expect(done.events.every((each: Data) => each.recordedBy !== null)).toBe(true);
  const ask = 'query($id: ID!) { request(id: $id) { project { name state } } }';
  expect((await town.admin.ask(ask, { id: asked[2] })).request.project).toEqual({
    name: '停车挖潜',
    state: 'COMPLETED',
  });
  expect((await town.admin.ask(ask, { id: other.id })).request.project).toBeNull();
  // A project may be written anew to be for the whole town.
  const next = await project(town, { units: [blocks[0]] });
  const widened = { name: '全镇停车', goal: '全镇', units: [] };
  expect(await advance(town.admin, 'reviseProject', next.id, widened, 'number units { id }')).toEqual({
    ...{ number: 'S2027-000002', units: [] },
  });
});

it('a request is in one project at a time, and is free again when that is not adopted or given up', async () => {
  const { town, households } = await settledTown(platform, 1);
  const request = (await raise(town, { household: households[0] })).id;
  const first = await project(town, { requests: [request] });
  const taken = { code: 'CONFLICT', field: 'input.requests.0' };
  const about = { year: 2027, name: '二', goal: '二', subject: await subject(town) };
  expect(await town.admin.refused('proposeProject', { ...about, requests: [request] })).toEqual(taken);
  const second = await project(town, { name: '第二个' });
  expect(await town.admin.refused('linkRequests', { project: second.id, requests: [request] })).toEqual(taken);
  const all = { first: '2000-01-01', last: '2004-12-31' };
  expect(await town.admin.refused('linkRequests', { project: second.id, raised: all })).toEqual({
    ...{ code: 'BAD_INPUT', field: 'input.requests' },
  });
  await advance(town.admin, 'rejectProject', first.id, { reason: '经费不足' });
  await advance(town.admin, 'linkRequests', second.id, { requests: [request] });
  const ask = 'query($id: ID!) { project(id: $id) { requestCount requests { nodes { id } } } }';
  // How many were in it when it was not adopted stays to be seen.
  for (const { id } of [first, second]) {
    const linked = { requestCount: 1, requests: { nodes: [{ id: request }] } };
    expect((await town.admin.ask(ask, { id })).project).toEqual(linked);
  }
  await advance(town.admin, 'adoptProject', second.id, { holder: await town.person() });
  expect(await advance(town.admin, 'dropProject', second.id, { reason: '征收' }, 'state dueOn requestCount')).toEqual({
    ...{ state: 'DROPPED', dueOn: null, requestCount: 1 },
  });
  const query = 'query($id: ID!) { request(id: $id) { project { id } } }';
  expect((await town.admin.ask(query, { id: request })).request.project).toBeNull();
  expect(await town.admin.refused('unlinkRequests', { project: first.id, requests: [request] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.project' },
  });
  const third = await project(town, { requests: [request] });
  const another = (await raise(town, { household: households[0] })).id;
  expect(await town.admin.refused('unlinkRequests', { project: third.id, requests: [request, another] })).toEqual({
    ...{ code: 'CONFLICT', field: 'input.requests.1' },
  });
  expect((await town.admin.ask(ask, { id: third.id })).project.requestCount).toBe(1);
});

it('of two projects that take the same request at once one gets it', async () => {
  const { town, households } = await settledTown(platform, 1);
  const request = (await raise(town, { household: households[0] })).id;
  const ids = await Promise.all([1, 2, 3, 4].map(async (index) => (await project(town, { name: `${index}号` })).id));
  const link = 'mutation($input: LinkRequestsInput!) { linkRequests(input: $input) { project { id } } }';
  const answers = await Promise.all(
    ids.map((id) => town.admin.send(link, { input: { project: id, requests: [request] } })),
  );
  expect(answers.flatMap(({ errors }) => errors.map((each) => each.extensions))).toEqual(
    [1, 2, 3].map(() => ({ code: 'CONFLICT', field: 'input.requests.0' })),
  );
});

it('whatever is tried in whatever order, a project goes the table’s ways only and is its last event', async () => {
  const town = await platform.newTown();
  const holder = await town.person();
  const verbs: Partial<Record<ProjectStep, [string, object]>> = {
    REVISE: ['reviseProject', { name: '新', goal: '新', units: [] }],
    ADOPT: ['adoptProject', { holder, dueOn: '2030-01-01' }],
    REJECT: ['rejectProject', { reason: '缓' }],
    REPORT: ['reportProject', { report: '半' }],
    COMPLETE: ['completeProject', { result: '成' }],
    DROP: ['dropProject', { reason: '停' }],
  };
  const tried = projectSteps.filter((each) => verbs[each] !== undefined);
  const choice = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<ProjectStep>('REVISE', 'ADOPT', 'REPORT') },
    { weight: 1, arbitrary: fc.constantFrom(...tried) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(choice, { minLength: 3, maxLength: 8 }), async (steps) => {
      const { id } = await project(town);
      let state: ProjectState = 'PROPOSED';
      let version = 1;
      for (const each of steps) {
        const [verb, more] = verbs[each] ?? ['', {}];
        const input = { project: id, expectedVersion: version, ...more };
        const transition = projectTransition(state, each);
        if (!transition) {
          expect(await town.admin.refused(verb, input)).toEqual({ code: 'CONFLICT', field: 'input.project' });
          continue;
        }
        const answer = await town.admin.do(verb, input, 'project { state version }');
        state = transition.to ?? state;
        expect(answer.project).toEqual({ state, version: ++version });
      }
      const same = 'state dueOn holder { id }';
      const query = `query($id: ID!) { project(id: $id) { ${same} version actions events { seq ${same} } } }`;
      const { events, actions, version: counted, ...present } = (await town.admin.ask(query, { id })).project;
      const { seq, ...last } = events.at(-1);
      expect(present).toEqual(last);
      expect([seq, counted]).toEqual([version, version]);
      expect(actions).toEqual(projectSteps.filter((each) => projectTransition(state, each)));
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 60_000);
