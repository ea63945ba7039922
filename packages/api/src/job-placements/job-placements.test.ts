import { expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { changesNothing } from '../../test/town-state.ts';
import { settledTown } from '../households/household.fixture.ts';
import { placement } from './job-placement.fixture.ts';

const platform = testPlatform();

/** A town with a household of two, the social worker and the auditor of it, and an officer of another unit. */
async function workers() {
  const { town, households } = await settledTown(platform, 2);
  const [household, other] = households;
  const resident = async (home: string | undefined, name: string) =>
    (await town.admin.do('addResident', { household: home, name, from: '2025-03-01' }, 'resident { id }')).resident.id;
  return {
    town,
    ...{ household, other, resident: await resident(household, '王建国'), neighbour: await resident(other, '李梅') },
    worker: await town.account('SOCIAL_WORKER', { unit: town.unit(0) }),
    elsewhere: await town.account('UNIT_OFFICER', { unit: town.unit(1) }),
    auditor: await town.account('AUDITOR'),
  };
}

const list = `query($code: RegisterCode!, $filter: JobPlacementFilter) {
  town(code: $code) { jobPlacements(filter: $filter) { totalCount nodes { post employer leftOn } } } }`;

it('a job that is found for a resident is recorded, left, counted, and seen by whoever is in charge of the household', async () => {
  const { town, household, resident, neighbour, worker, elsewhere, auditor } = await workers();
  const { admin, code } = town;
  const { id } = await placement(worker, resident, { on: '2026-02-10' });
  await placement(worker, neighbour, { on: '2026-03-01', post: '保安', foundBy: null });
  const withdrawn = await placement(worker, neighbour, { on: '2026-03-02' });
  const because = { jobPlacement: withdrawn.id, reason: '重复登记' };
  await worker.do('withdrawJobPlacement', because, 'jobPlacement { withdrawnAt }');
  const { jobPlacement: left } = await worker.do(
    'endJobPlacement',
    { jobPlacement: id, on: '2026-06-01', expectedVersion: 1 },
    'jobPlacement { leftOn version resident { id } household { id } recordedBy }',
  );
  expect(left).toMatchObject({
    leftOn: '2026-06-01',
    version: 2,
    resident: { id: resident },
    household: { id: household },
  });
  const found = async (client: ApiClient, filter?: Record<string, unknown>) =>
    (await client.ask(list, { code, filter })).town.jobPlacements;
  expect(await found(admin)).toEqual({
    totalCount: 2,
    nodes: [
      { post: '保安', employer: null, leftOn: null },
      { post: '保洁员', employer: null, leftOn: '2026-06-01' },
    ],
  });
  const counts = await Promise.all(
    [
      { left: true },
      { left: false },
      { found: { first: '2026-03-01', last: '2026-12-31' } },
      { unit: town.unit(1) },
    ].map(async (filter) => (await found(worker, filter)).totalCount),
  );
  expect(counts).toEqual([1, 1, 1, 0]);
  expect((await found(elsewhere)).totalCount).toBe(0);

  const full = 'query($id: ID!) @purpose(of: RELIEF) { household(id: $id) { jobPlacements { employer post } } }';
  const inFull = (await worker.ask(full, { id: household })).household.jobPlacements;
  expect(inFull).toEqual([{ employer: '江汀物业公司', post: '保洁员' }]);
  const trail = 'query($code: RegisterCode!) { town(code: $code) { readings(first: 1) { nodes { fields } } } }';
  const [reading] = (await auditor.ask(trail, { code })).town.readings.nodes;
  expect(reading.fields).toEqual(['JobPlacement.employer']);

  const figure = `query($code: RegisterCode!) { town(code: $code) {
    figure(indicator: "job-placement", period: { first: "2026-01-01", last: "2026-12-31" }) { numerator } } }`;
  expect((await admin.ask(figure, { code })).town.figure.numerator).toBe(2);
});

it('what is wrong with a job is refused on the field at fault, and changes nothing', async () => {
  const { town, resident, worker, elsewhere, auditor } = await workers();
  const open = (await placement(worker, resident, { on: '2026-02-10' })).id;
  const gone = (await placement(worker, resident, { on: '2026-02-11' })).id;
  await worker.do('endJobPlacement', { jobPlacement: gone, on: '2026-02-20' }, 'jobPlacement { id }');
  const wrongly = (await placement(worker, resident)).id;
  await worker.do('withdrawJobPlacement', { jobPlacement: wrongly, reason: '误录' }, 'jobPlacement { id }');
  const stranger = await workers();
  const asked = { resident, employer: '物业公司', post: '保洁员' };
  const of = (jobPlacement: string, more: Data = {}) => ({ jobPlacement, ...more });
  const wrong: [ApiClient, string, Record<string, unknown>, string, string][] = [
    [worker, 'recordJobPlacement', { ...asked, employer: ' ' }, 'BAD_INPUT', 'input.employer'],
    [worker, 'recordJobPlacement', { ...asked, employer: '长'.repeat(61) }, 'BAD_INPUT', 'input.employer'],
    [worker, 'recordJobPlacement', { ...asked, post: '' }, 'BAD_INPUT', 'input.post'],
    [worker, 'recordJobPlacement', { ...asked, foundBy: ' ' }, 'BAD_INPUT', 'input.foundBy'],
    [worker, 'recordJobPlacement', { ...asked, on: '2099-01-01' }, 'BAD_INPUT', 'input.on'],
    [worker, 'recordJobPlacement', { ...asked, on: '2025-02-28' }, 'CONFLICT', 'input.resident'],
    [elsewhere, 'recordJobPlacement', asked, 'NOT_FOUND', 'input.resident'],
    [worker, 'recordJobPlacement', { ...asked, resident: stranger.resident }, 'NOT_FOUND', 'input.resident'],
    [worker, 'endJobPlacement', of(open, { on: '2026-02-09' }), 'BAD_INPUT', 'input.on'],
    [worker, 'endJobPlacement', of(open, { on: '2099-01-01' }), 'BAD_INPUT', 'input.on'],
    [worker, 'endJobPlacement', of(open, { expectedVersion: 2 }), 'CONFLICT', 'input.expectedVersion'],
    [worker, 'endJobPlacement', of(gone), 'CONFLICT', 'input.jobPlacement'],
    [worker, 'endJobPlacement', of(wrongly), 'CONFLICT', 'input.jobPlacement'],
    [elsewhere, 'endJobPlacement', of(open), 'NOT_FOUND', 'input.jobPlacement'],
    [worker, 'withdrawJobPlacement', of(open, { reason: ' ' }), 'BAD_INPUT', 'input.reason'],
    [worker, 'withdrawJobPlacement', of(wrongly, { reason: '误' }), 'CONFLICT', 'input.jobPlacement'],
  ];
  await changesNothing(platform, town, async () => {
    for (const [client, verb, input, code, field] of wrong) {
      expect({ verb, input, ...(await client.refused(verb, input)) }).toEqual({ verb, input, code, field });
    }
    expect(await auditor.refused('recordJobPlacement', asked)).toEqual({ code: 'FORBIDDEN' });
    expect(await stranger.worker.refused('endJobPlacement', of(open))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
