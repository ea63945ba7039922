import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { register, settledTown } from '../households/household.fixture.ts';
import { raise, take } from '../requests/request.fixture.ts';
import { receivedAtOnce, visitInput } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const period = { first: '2024-01-01', last: '2024-12-31' };

/** Records a visit that is in order, but for what is told. Returns its id. */
async function meet(town: TestTown, household: string | undefined, day: string, more: object = {}): Promise<string> {
  const told = { notedAt: `${day}T20:00:00+08:00`, situation: `${day}走访`, outcome: '已修好', ...more };
  return (await town.admin.do('recordVisit', await visitInput(town, household, day, told), 'visit { id }')).visit.id;
}

/** A figure with its parts and the records that it opens into. */
async function figure(client: ApiClient, code: string, indicator: string, unit?: string): Promise<Data> {
  const query = `query($code: RegisterCode!, $indicator: String!, $unit: ID, $period: PeriodInput!) { town(code: $code) {
    figure(indicator: $indicator, unit: $unit, period: $period) { numerator denominator value rounded basis asOf
      parts { nodes { name numerator denominator } }
      visits { totalCount nodes { visitedOn } } otherVisits: visits(counted: false) { nodes { visitedOn recordFaults } }
      households { nodes { code } } otherHouseholds: households(counted: false) { nodes { code } }
      requests { totalCount } otherRequests: requests(counted: false) { nodes { raisedOn reportedInTime } } } } }`;
  return (await client.ask(query, { code, indicator, unit, period })).town.figure;
}

const codesOf = (households: Data) => households.nodes.map((each: Data) => each.code);

describe('what covers a period', () => {
  it('counts contacts to a hundred households, and households with a contact wherever they lived then', async () => {
    const { town, blocks, households, codes } = await settledTown(platform, 4);
    const [first, second, third] = households;
    for (const day of ['2024-02-01', '2024-05-01', '2024-12-31']) await meet(town, first, day);
    await meet(town, second, '2024-06-01', { way: 'TELEPHONE' });
    await meet(town, third, '2023-12-31');
    const withdrawn = await meet(town, third, '2024-03-01');
    await town.admin.do('withdrawVisit', { visit: withdrawn, reason: '重复' }, 'visit { id }');
    await town.admin.do(
      'moveHousehold',
      { household: second, block: blocks[1], from: '2024-07-01' },
      'household { id }',
    );
    await town.admin.do('endHousehold', { household: households[3], on: '2024-12-31' }, 'household { id }');

    const rate = await figure(town.admin, town.code, 'contact-rate');
    expect(rate).toMatchObject({ numerator: 4, denominator: 3, value: '1.333333', rounded: '133.3', basis: null });
    expect(rate).toMatchObject({ asOf: '2024-12-31', visits: { totalCount: 4 }, households: null, requests: null });
    const contacted = await figure(town.admin, town.code, 'household-contacted');
    expect(contacted).toMatchObject({ numerator: 2, denominator: 3, rounded: '66.7 %', visits: null });
    expect([codesOf(contacted.households), codesOf(contacted.otherHouseholds)]).toEqual([
      codes.slice(0, 2),
      [codes[2]],
    ]);
    // The contact stays with the block of its day; the household counts where it stands.
    const [east, west] = [blocks[0], blocks[1]];
    expect(await figure(town.admin, town.code, 'contact-rate', east)).toMatchObject({ numerator: 4, denominator: 2 });
    expect(await figure(town.admin, town.code, 'contact-rate', west)).toMatchObject({ numerator: 0, denominator: 1 });
    const there = await figure(town.admin, town.code, 'household-contacted', west);
    expect(there).toMatchObject({ numerator: 1, denominator: 1, otherHouseholds: { nodes: [] } });
    expect(codesOf(there.households)).toEqual([codes[1]]);
  });

  it('counts for the units of its last day, or of today while that is ahead', async () => {
    const { town } = await settledTown(platform, 1);
    const ahead = { first: '2024-01-01', last: '2099-12-31' };
    const query = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) {
      figure(indicator: "household-contacted", period: $period, asOf: "2024-02-01") { asOf denominator } household: figure(indicator: "household") { asOf } } }`;
    const read = (await town.admin.ask(query, { code: town.code, period: ahead })).town;
    expect(read.figure).toEqual({ asOf: read.household.asOf, denominator: 1 });
    const { errors } = await town.admin.send(query.replace('period: $period, ', ''), {
      code: town.code,
      period: ahead,
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'period' });
  });
});

describe('a figure opens into its records', () => {
  it('which for a rate of records are the visits in order, and those that lack something with what they lack', async () => {
    const { town, households } = await settledTown(platform, 2);
    await meet(town, households[0], '2024-02-01');
    await meet(town, households[0], '2024-03-01', { outcome: null });
    await meet(town, households[1], '2024-03-02', { notedAt: '2024-03-09T10:00:00+08:00' });
    await receivedAtOnce(platform, town);
    const records = await figure(town.admin, town.code, 'contact-record');
    expect(records).toMatchObject({ numerator: 1, denominator: 3, rounded: '33.3 %', visits: { totalCount: 1 } });
    expect(records.otherVisits.nodes).toEqual([
      { visitedOn: '2024-03-02', recordFaults: ['NOTED_LATE'] },
      { visitedOn: '2024-03-01', recordFaults: ['DEMAND_LEFT'] },
    ]);
  });

  it('which for promptness are the requests that somebody had to report', async () => {
    const { town, households } = await settledTown(platform, 1);
    const [household] = households;
    await raise(town, { household, on: '2024-02-01' });
    await raise(town, { household, on: '2024-02-02', source: 'ONLINE' });
    const withdrawn = await raise(town, { household, on: '2024-02-03' });
    await take(town.admin, 'withdrawRequest', withdrawn.id, { reason: '误报' });
    const late = await figure(town.admin, town.code, 'request-promptness');
    expect(late).toMatchObject({ numerator: 0, denominator: 1, requests: { totalCount: 0 } });
    expect(late.otherRequests.nodes).toEqual([{ raisedOn: '2024-02-01', reportedInTime: false }]);
  });

  it('as far as the viewer’s team is in charge of them, while the figure is the town’s', async () => {
    const { town, blocks, households, codes } = await settledTown(platform, 2);
    const away = await register(town, blocks[1], ['西1', '西2']);
    for (const household of [households[0], away[0]]) await meet(town, household, '2024-02-01');
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const contacted = await figure(member, town.code, 'household-contacted');
    expect(contacted).toMatchObject({ numerator: 2, denominator: 4 });
    expect([codesOf(contacted.households), codesOf(contacted.otherHouseholds)]).toEqual([[codes[0]], [codes[1]]]);
    expect((await figure(member, town.code, 'contact-rate')).visits.totalCount).toBe(1);
    expect((await figure(member, town.code, 'contact-rate', blocks[1])).visits).toEqual({ totalCount: 0, nodes: [] });
  });

  it('but not for a district office, which sees the same figures and no record', async () => {
    const { town, households } = await settledTown(platform, 2);
    await meet(town, households[0], '2024-02-01', { outcome: null });
    await raise(town, { household: households[0], on: '2024-02-01' });
    const district = town.code.slice(0, 6);
    await platform.operator.do(
      'openOfficeAccount',
      { name: 'office', displayName: '区', district },
      'account { name }',
    );
    const office = await platform.clientOf(`office-${district}`);
    const query = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) { ${[
      'contact-rate',
      'household-contacted',
      'contact-record',
      'request-promptness',
    ]
      .map(
        (code, index) =>
          `f${index}: figure(indicator: "${code}", period: $period) { numerator denominator parts { nodes { numerator denominator } } }`,
      )
      .join(' ')} } }`;
    const read = (client: ApiClient) => client.ask(query, { code: town.code, period });
    expect(await read(office)).toEqual(await read(town.admin));
    for (const records of ['visits', 'households', 'requests']) {
      const opening = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) {
        figure(indicator: "household-contacted", period: $period) { ${records} { totalCount } } } }`;
      const { data, errors } = await office.send(opening, { code: town.code, period });
      expect({ records, code: errors[0]?.extensions.code }).toEqual({ records, code: 'FORBIDDEN' });
      expect(data.town.figure).toEqual({ [records]: null });
    }
  });
});
