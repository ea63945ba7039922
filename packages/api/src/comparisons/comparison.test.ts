import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { raise } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { meet, scoreboard, settle } from './comparison.fixture.ts';

const platform = testPlatform();
const period = 'period: { first: "2024-01-01", last: "2024-12-31" }';

const unitsOf = (board: Data): string[] => board.units.nodes.map((each: Data) => each.unit);

describe('the units that are compared', () => {
  it('are those of the last day of the period, to whom goes what their predecessors did', async () => {
    const town = await platform.newTown();
    const east = await settle(town, 'VILLAGE', '东村', 1);
    const west = await settle(town, 'COMMITTEE', '西居委', 1);
    await meet(
      platform,
      town,
      [...east.households, ...west.households].map((household) => ({ household, day: '2024-03-01' })),
    );
    await apply(town, '2024-06-01', [
      { open: { ref: 'c', kind: 'COMMUNITY', name: '新社区' } },
      { merge: { units: [east.unit, west.unit], into: '#c' } },
    ]);
    const before = await scoreboard(town.admin, town.code, 'period: { first: "2024-01-01", last: "2024-05-31" }');
    expect(unitsOf(before)).toEqual(expect.arrayContaining([east.unit, west.unit]));
    const after = await scoreboard(town.admin, town.code, period);
    expect(unitsOf(after)).not.toContain(east.unit);
    const [merged] = after.units.nodes.filter((each: Data) => !unitsOf(before).includes(each.unit));
    const figure = { numerator: 10, denominator: 10, rounded: '100.0' };
    expect(merged).toMatchObject({ households: 10, contacts: { rank: 1, figure } });
  });

  it('are of one level: a community above a village is no committee, and blocks of overlays are no blocks', async () => {
    const town = await platform.newTown();
    const opening = { kind: 'COMMUNITY', name: '上社区', parent: undefined, from: '2020-01-01' };
    const community = await town.openUnit(opening);
    const village = await town.openUnit({ kind: 'VILLAGE', name: '下村', parent: community, from: '2020-01-01' });
    const block = await town.openUnit({ name: '下村块', parent: village, from: '2020-01-01' });
    const overlay = await town.admin.do(
      'openOverlay',
      { town: town.code, name: '籍贯', from: '2020-01-01' },
      'overlay { id }',
    );
    await town.openUnit({ name: '皖籍块', parent: village, overlay: overlay.overlay.id, from: '2020-01-01' });
    const level = async (name: string, unit = '') =>
      unitsOf(await scoreboard(town.admin, town.code, `${period}, level: ${name}${unit}`, '100', 'unit'));
    expect(await level('SERVICE_AREA')).toEqual([community]);
    const committees = await level('COMMITTEE');
    expect(committees).toContain(village);
    expect(committees).not.toContain(community);
    expect(await level('BLOCK')).toEqual([block]);
    expect(await level('COMMITTEE', `, unit: "${community}"`)).toEqual([village]);
    expect(await level('COMMITTEE', `, unit: "${village}"`)).toEqual([]);
  });
});

describe('the scoreboard', () => {
  it('is seen by a team member as by everybody in the town, and the records behind it within reach alone', async () => {
    const town = await platform.newTown();
    const east = await settle(town, 'VILLAGE', '东村', 2);
    await meet(
      platform,
      town,
      east.households.map((household) => ({ household, day: '2024-03-01', more: { outcome: null } })),
    );
    for (const household of east.households) await raise(town, { household, on: '2024-03-01' });
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(east.blocks[0] ?? '') });
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const read = (client: ApiClient) => scoreboard(client, town.code, period);
    const board = await read(town.admin);
    expect(await read(member)).toEqual(board);
    expect(await read(officer)).toEqual(board);
    const records = `unit contacts { figure { numerator visits { totalCount } } } breadth { figure { households { totalCount } } }
      records { figure { visits(counted: false) { totalCount nodes { household { code } demand recordFaults } } } }
      promptness { figure { requests(counted: false) { totalCount } } }`;
    const seen = async (client: ApiClient) =>
      (await scoreboard(client, town.code, period, '20, orderBy: CONTACTS', records)).units.nodes.find(
        (each: Data) => each.unit === east.unit,
      );
    expect(await seen(member)).toMatchObject({
      contacts: { figure: { numerator: 10, visits: { totalCount: 5 } } },
      breadth: { figure: { households: { totalCount: 5 } } },
      promptness: { figure: { requests: { totalCount: 5 } } },
    });
    const { nodes } = (await seen(member)).records.figure.visits;
    expect(new Set(nodes.map((visit: Data) => visit.household.code.slice(0, -2)))).toEqual(new Set(['东村1']));
    // Without a purpose what was said stays hidden; what the record lacks says nothing of it.
    expect(nodes.map((visit: Data) => [visit.demand, visit.recordFaults])).toEqual(
      Array(5).fill([null, ['DEMAND_LEFT']]),
    );
    expect(await seen(officer)).toMatchObject({
      contacts: { figure: { numerator: 10, visits: { totalCount: 0 } } },
      breadth: { figure: { households: { totalCount: 0 } } },
      promptness: { figure: { requests: { totalCount: 0 } } },
    });
  });

  it('is the same for the district office, which sees no record', async () => {
    const town = await platform.newTown();
    const east = await settle(town, 'VILLAGE', '东村', 2);
    await meet(
      platform,
      town,
      east.households.map((household) => ({ household, day: '2024-03-01' })),
    );
    const district = town.code.slice(0, 6);
    await platform.operator.do(
      'openOfficeAccount',
      { name: 'office', displayName: '区', district },
      'account { name }',
    );
    const office = await platform.clientOf(`office-${district}`);
    expect(await scoreboard(office, town.code, period)).toEqual(await scoreboard(town.admin, town.code, period));
    const query = `query($code: RegisterCode!) { town(code: $code) { comparisons(${period}) { whole {
      contacts { figure { visits { totalCount } } } breadth { figure { households { totalCount } } } solved { figure { requests { totalCount } } } } } } }`;
    const { data, errors } = await office.send(query, { code: town.code });
    expect(errors.map((each) => each.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(data.town.comparisons.whole.contacts).toEqual({ figure: { visits: null } });
  });

  it('is refused wrong input on the field at fault, and to whoever may not count', async () => {
    const [town, other] = [await platform.newTown(), await platform.newTown()];
    const refused = async (args: string, client = town.admin) => {
      const query = `query($code: RegisterCode!) { town(code: $code) { comparisons(${args}) { asOf } } }`;
      const { code, field } = (await client.send(query, { code: town.code })).errors[0]?.extensions ?? {};
      return { code, field };
    };
    expect(await refused('period: { first: "2024-01-02", last: "2024-01-01" }')).toEqual({
      ...{ code: 'BAD_INPUT', field: 'period.last' },
    });
    expect(await refused(`${period}, unit: "${other.unit(0)}"`)).toEqual({ code: 'NOT_FOUND', field: 'unit' });
    expect((await refused(period, platform.operator)).code).toBe('FORBIDDEN');
    const page = `query($code: RegisterCode!) { town(code: $code) { comparisons(${period}) { units(first: 101) { totalCount } } } }`;
    expect((await town.admin.send(page, { code: town.code })).errors[0]?.extensions).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'first' },
    });
  });
});
