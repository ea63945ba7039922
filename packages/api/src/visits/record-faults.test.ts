import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type ApiClient, type Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { subject } from '../requests/request.fixture.ts';
import { receivedAtOnce, visitInput } from './visit.fixture.ts';

const platform = testPlatform();

const inOrder = { situation: '老两口同住', demand: '楼道灯坏了', service: '已报修', outcome: '次日修好' };

/** Records a visit that was noted and received on its evening and is in order, but for what is told. Answers what its record lacks. */
async function faultsOf(town: TestTown, household: string | undefined, day: string, more: object = {}) {
  const input = await visitInput(town, household, day, { ...inOrder, notedAt: `${day}T20:00:00+08:00`, ...more });
  const { visit } = await town.admin.do('recordVisit', input, 'visit { id }');
  await receivedAtOnce(platform, town);
  const query = 'query($id: ID!) { visit(id: $id) { id version recordFaults } }';
  return (await town.admin.ask(query, { id: visit.id })).visit;
}

/** What the records of a household's visits lack, by their days. */
async function faults(client: ApiClient, household: string | undefined): Promise<Record<string, string[]>> {
  const query = 'query($id: ID!) { household(id: $id) { visits { nodes { visitedOn recordFaults withdrawnAt } } } }';
  const { nodes } = (await client.ask(query, { id: household })).household.visits;
  const held = nodes.filter(({ withdrawnAt }: Data) => withdrawnAt === null);
  return Object.fromEntries(held.map(({ visitedOn, recordFaults }: Data) => [visitedOn, recordFaults]));
}

describe('the record of a visit', () => {
  it.each<[string[], string, object]>([
    [[], 'noted within two days, with what each must-record asks for', { notedAt: '2024-03-03T23:59:00+08:00' }],
    [['NOTED_LATE'], 'noted on the third day', { notedAt: '2024-03-04T00:00:00+08:00' }],
    [[], 'of a household that asks for nothing and needs nothing', { demand: '无', service: '无。', outcome: null }],
    [[], 'of one that has no other demand', { demand: '暂无其他诉求', outcome: null }],
    [['INCOMPLETE'], 'that leaves the situation out', { situation: '无' }],
    [['INCOMPLETE'], 'that refers to what was said before', { service: '同上' }],
    [['INCOMPLETE'], 'that is filled with marks', { demand: '／', outcome: null }],
    [['REPEATED'], 'that says the same twice', { service: '楼道灯，坏了！' }],
    [['DEMAND_LEFT'], 'that leaves open what was asked for', { outcome: null }],
    [
      ['INCOMPLETE', 'REPEATED', 'DEMAND_LEFT'],
      'that lacks more',
      { situation: '略', demand: '修灯', service: '修灯', outcome: null },
    ],
  ])('lacks %j where it is one %s', async (lacks, _which, more) => {
    const { town, households } = await settledTown(platform, 1);
    expect(await faultsOf(town, households[0], '2024-03-01', more)).toMatchObject({ recordFaults: lacks });
  });

  it('is in order where what was asked for became a request, whatever came of it', async () => {
    const { town, households } = await settledTown(platform, 1);
    const requests = [{ subject: await subject(town), description: '楼道灯坏了' }];
    const visit = await faultsOf(town, households[0], '2024-03-01', { outcome: null, requests });
    expect(visit.recordFaults).toEqual([]);
  });

  it('is copied where all three must-records are those of the visit before it, in whatever order visits come in', async () => {
    const { town, households } = await settledTown(platform, 2);
    const [first, second] = households;
    await faultsOf(town, first, '2024-03-01');
    await faultsOf(town, second, '2024-03-20');
    expect((await faultsOf(town, first, '2024-04-01')).recordFaults).toEqual(['COPIED']);
    expect((await faultsOf(town, first, '2024-05-01', { service: '陪同就医' })).recordFaults).toEqual([]);
    // One that was made in between, and is sent late, is what the later one is held against.
    await faultsOf(town, first, '2024-03-15', { demand: '门禁坏了' });
    expect(await faults(town.admin, first)).toEqual({
      ...{ '2024-03-01': [], '2024-03-15': [], '2024-04-01': [], '2024-05-01': [] },
    });
    await faultsOf(town, first, '2024-03-31', { outcome: '已登记' });
    expect(await faults(town.admin, first)).toMatchObject({ '2024-03-31': [], '2024-04-01': ['COPIED'] });
  });

  it('is late by when it was received where its device could not have kept it so long', async () => {
    const { town, households } = await settledTown(platform, 4);
    const [forged, sent, held, late] = households;
    const today = Temporal.Now.plainDateISO('Asia/Shanghai');
    const ago = (days: number) => today.subtract({ days }).toString();
    const lacks = async (household: string | undefined, day: string, sync = false) => {
      const notedAt = `${day}T12:00:00+08:00`;
      const input = await visitInput(town, household, day, {
        ...inOrder,
        situation: day,
        notedAt,
        clientId: randomUUID(),
      });
      if (sync) await town.admin.do('syncVisits', { town: town.code, visits: [input] }, 'results { status }');
      else await town.admin.do('recordVisit', input, 'visit { id }');
      return (await faults(town.admin, household))[day];
    };
    expect(await lacks(forged, '2024-03-01')).toEqual(['NOTED_LATE']);
    expect(await lacks(forged, ago(8))).toEqual(['NOTED_LATE']);
    // A telephone that was without a network sends after days what it noted at once.
    expect(await lacks(sent, ago(6), true)).toEqual([]);
    expect(await lacks(sent, ago(8), true)).toEqual(['NOTED_LATE']);
    // What could not be taken is recorded when somebody gets to it; it was sent in time.
    const [day, received] = ['2024-04-01', '2024-04-06'];
    const noted = { ...inOrder, notedAt: `${day}T12:00:00+08:00`, clientId: randomUUID(), visitors: [] };
    const visits = [await visitInput(town, late, day, noted)];
    const { results } = await town.admin.do('syncVisits', { town: town.code, visits }, 'results { held { id } }');
    await platform.database.sql('update held_visit set received_at = $2 where town_id = $1', [town.code, received]);
    const corrected = { held: results[0].held.id, household: held, visitors: [await town.person()] };
    await town.admin.do('recordHeldVisit', corrected, 'visit { id }');
    expect((await faults(town.admin, held))[day]).toEqual([]);
  });

  it('is judged anew where it, or the one before it, is written anew or withdrawn', async () => {
    const { town, households } = await settledTown(platform, 1);
    const [household] = households;
    const before = await faultsOf(town, household, '2024-03-01');
    const copied = await faultsOf(town, household, '2024-04-01');
    expect(copied.recordFaults).toEqual(['COPIED']);
    const revising = { visit: before.id, reason: '记错', expectedVersion: 1, demand: '门禁坏了', outcome: null };
    await town.admin.do('reviseVisit', revising, 'visit { id }');
    expect(await faults(town.admin, household)).toEqual({ '2024-03-01': ['DEMAND_LEFT'], '2024-04-01': [] });
    const again = { visit: before.id, reason: '又错', expectedVersion: 2, demand: inOrder.demand, outcome: '已修' };
    await town.admin.do('reviseVisit', again, 'visit { id }');
    expect(await faults(town.admin, household)).toEqual({ '2024-03-01': [], '2024-04-01': ['COPIED'] });
    await town.admin.do('withdrawVisit', { visit: before.id, reason: '重复' }, 'visit { id }');
    expect(await faults(town.admin, household)).toEqual({ '2024-04-01': [] });
  });

  it('is judged against the other one where two are sent at once', async () => {
    const { town, households } = await settledTown(platform, 3);
    const team = await Promise.all(
      ['2024-03-01', '2024-03-02'].map((day) =>
        Promise.all(
          households.map((household) =>
            visitInput(town, household, day, {
              ...{ ...inOrder, notedAt: `${day}T20:00:00+08:00`, clientId: randomUUID() },
            }),
          ),
        ),
      ),
    );
    const [one = [], other = []] = team;
    await Promise.all(
      [one, other.toReversed()].map((visits) =>
        town.admin.do('syncVisits', { town: town.code, visits }, 'results { status }'),
      ),
    );
    await receivedAtOnce(platform, town);
    for (const household of households) {
      expect(await faults(town.admin, household)).toEqual({ '2024-03-01': [], '2024-03-02': ['COPIED'] });
    }
    expect(platform.faults).toEqual([]);
  });
});
