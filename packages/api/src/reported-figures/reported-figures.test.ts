import { describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { settledTown } from '../households/household.fixture.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { dayAfter, dayOf } from '../today.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { corrected, published, report } from './reported-figure.fixture.ts';

const platform = testPlatform();
const today = dayOf(new Date());

/** What a town has published, with what its records give. */
async function reported(
  client: ApiClient,
  code: string,
  args = '',
  selection = 'value rounded qualifier derived { rounded } difference holds',
): Promise<Data[]> {
  const query = `query($code: RegisterCode!) { town(code: $code) { reportedFigures${args} { totalCount nodes { ${selection} } } } }`;
  const { nodes, totalCount } = (await client.ask(query, { code })).town.reportedFigures;
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

describe('a figure that a town has published', () => {
  it('stands beside what its records give, with the difference and whether its qualifier holds', async () => {
    const { town } = await settledTown(platform, 4);
    const figure = async () => {
      const query = `query($code: RegisterCode!) { town(code: $code) { figure(indicator: "household", on: "2024-06-30") {
        numerator reported { value rounded qualifier document page publishedOn length period { first last } difference holds
          derived { numerator denominator value rounded } indicator { code } definition { since } definitionChanged recordedBy } } } }`;
      return (await town.admin.ask(query, { code: town.code })).town.figure;
    };
    expect((await figure()).reported).toEqual([]);
    await report(town, { value: '5', page: '第3页' });
    await report(town, { value: '5', qualifier: 'OVER', length: 'MONTH', day: '2024-06-03' });
    const { numerator, reported: beside } = await figure();
    expect(numerator).toBe(4);
    expect(beside[1]).toEqual({
      ...{ value: '5', rounded: '5', qualifier: 'NEARLY', difference: '-1', holds: false },
      ...{ document: published.document, page: '第3页', publishedOn: '2024-07-10', recordedBy: '管理员' },
      ...{ length: 'DAY', period: { first: '2024-06-30', last: '2024-06-30' } },
      derived: { numerator: 4, denominator: null, value: '4', rounded: '4' },
      ...{ indicator: { code: 'household' }, definition: { since: '2026-11-24' }, definitionChanged: false },
    });
    // What there is at the end of a month is that of its last day.
    expect(beside[0]).toMatchObject({ length: 'MONTH', period: { first: '2024-06-01', last: '2024-06-30' } });
  });

  it('is recorded once of a place in a document, by however many at once, until it is withdrawn', async () => {
    const town = await platform.newTown();
    const input = { town: town.code, ...published, page: '第3页' };
    const sent = await Promise.all(
      Array.from({ length: 8 }, () =>
        town.admin.send(
          'mutation($input: ReportFigureInput!) { reportFigure(input: $input) { reportedFigure { id } } }',
          { input },
        ),
      ),
    );
    const done = sent.filter(({ errors }) => errors.length === 0);
    expect(done).toHaveLength(1);
    const refused = { code: 'CONFLICT', field: 'input.document' };
    for (const { errors } of sent.filter((each) => each !== done[0])) expect(errors[0]?.extensions).toEqual(refused);
    await report(town, { page: '第4页' });
    const { id } = done[0]?.data.reportFigure.reportedFigure ?? {};
    await town.admin.do('withdrawReportedFigure', { reportedFigure: id, because: '登记错误' }, 'reportedFigure { id }');
    await report(town, { page: '第3页' });
  });

  it('is not brought by a correction to a place in a document that another is recorded of', async () => {
    const town = await platform.newTown();
    await report(town, { page: '第3页' });
    const { id } = await report(town, { page: '第4页' });
    const { document } = published;
    const correcting = { reportedFigure: id, ...corrected, document };
    expect(await town.admin.refused('correctReportedFigure', { ...correcting, page: '第3页' })).toEqual({
      ...{ code: 'CONFLICT', field: 'input.document' },
    });
    const there = { ...correcting, page: '第4页' };
    const { reportedFigure } = await town.admin.do('correctReportedFigure', there, 'reportedFigure { value page }');
    expect(reportedFigure).toEqual({ value: '4100', page: '第4页' });
  });

  it('is of a period, a unit or a kind of organisations, and the records are counted for the same', async () => {
    const { town, blocks, households } = await settledTown(platform, 3);
    for (const day of ['2024-01-31', '2024-02-01', '2024-03-31', '2024-04-01']) {
      await recordVisit(town, households[0] ?? '', day);
    }
    const [kind, other] = [await kindOf(town, 'COOPERATIVE'), await kindOf(town, 'PARK')];
    for (let index = 0; index < 3; index++) await registerOrganization(town, { kind, from: '2024-01-01' });
    await registerOrganization(town, { kind: other, from: '2024-01-01' });
    const usual = { qualifier: 'EXACT', day: '2024-02-10', publishedOn: '2024-12-01' };
    const visits = { ...usual, indicator: 'contact' };
    await report(town, { ...visits, length: 'YEAR', value: '4' });
    await report(town, { ...visits, length: 'QUARTER', value: '3' });
    await report(town, { ...visits, length: 'MONTH', value: '1', unit: blocks[0] });
    await report(town, { ...visits, length: 'QUARTER', value: '3', unit: blocks[0] });
    await report(town, { ...visits, length: 'QUARTER', value: '1', unit: blocks[1] });
    await report(town, { ...visits, length: 'YEAR', indicator: 'contact-rate', value: '1.33', unit: blocks[0] });
    await report(town, {
      ...visits,
      length: 'YEAR',
      indicator: 'household-contacted',
      value: '0.333',
      unit: blocks[0],
    });
    const organizations = { ...usual, length: 'DAY' };
    await report(town, { ...organizations, indicator: 'organization', value: '3', organizationKind: kind });
    await report(town, { ...organizations, indicator: 'organization', value: '4' });
    await report(town, { ...organizations, indicator: 'work-coverage', value: '1', organizationKind: kind });
    const all = await reported(
      town.admin,
      town.code,
      '',
      'indicator { code } length unit { id } organizationKind { id } derived { rounded } difference holds',
    );
    const line = ({ indicator, length, unit, organizationKind, derived, difference, holds }: Data) => [
      ...[indicator.code, length, unit ? 'block' : organizationKind ? 'kind' : 'town'],
      ...[derived.rounded, difference, holds],
    ];
    expect(all.map(line)).toEqual([
      ['contact', 'YEAR', 'town', '4', '0', true],
      ['contact-rate', 'YEAR', 'block', '133.3', '0.003333', true],
      ['household-contacted', 'YEAR', 'block', '33.3 %', '0.000333', true],
      ['contact', 'QUARTER', 'town', '3', '0', true],
      ['contact', 'QUARTER', 'block', '3', '0', true],
      ['contact', 'QUARTER', 'block', '0', '-1', false],
      ['contact', 'MONTH', 'block', '1', '0', true],
      ['organization', 'DAY', 'kind', '3', '0', true],
      ['organization', 'DAY', 'town', '4', '0', true],
      ['work-coverage', 'DAY', 'kind', '0.0 %', '-1.000000', false],
    ]);
    const some = async (filter: string) => (await reported(town.admin, town.code, `(filter: { ${filter} })`)).length;
    expect(await some('differs: true')).toBe(2);
    expect(await some('differs: false')).toBe(8);
    expect(await some('indicator: ["contact"]')).toBe(5);
    expect(await some('from: "2024-04-01"')).toBe(3);
    expect(await some('to: "2024-01-01"')).toBe(6);
  });

  it('is corrected and what it said before stays; withdrawn it stands beside nothing and stays to be read', async () => {
    const { town } = await settledTown(platform, 1);
    const { id, version } = await report(town, {}, 'id version');
    const said = { value: '4200', qualifier: 'OVER', document: '年报', publishedOn: '2024-08-01' };
    const correcting = { reportedFigure: id, ...said, because: '抄错', expectedVersion: version };
    const selection = 'reportedFigure { value rounded version versions { number value qualifier because recordedBy } }';
    const { reportedFigure } = await town.admin.do('correctReportedFigure', correcting, selection);
    expect(reportedFigure).toEqual({
      ...{ value: '4200', rounded: '4200', version: 2 },
      versions: [
        { number: 1, value: '4000', qualifier: 'NEARLY', because: null, recordedBy: '管理员' },
        { number: 2, value: '4200', qualifier: 'OVER', because: '抄错', recordedBy: '管理员' },
      ],
    });
    const again = { ...correcting, value: '4300' };
    expect(await town.admin.refused('correctReportedFigure', again)).toEqual({
      ...{ code: 'CONFLICT', field: 'input.expectedVersion' },
    });
    const same = { ...correcting, expectedVersion: 2 };
    expect(await town.admin.refused('correctReportedFigure', same)).toEqual({ code: 'CONFLICT', field: 'input.value' });
    const withdrawing = { reportedFigure: id, because: '口径不同' };
    await town.admin.do('withdrawReportedFigure', withdrawing, 'reportedFigure { id }');
    expect(await reported(town.admin, town.code)).toEqual([]);
    const gone = 'value withdrawnBecause withdrawnBy versions { number }';
    expect(await reported(town.admin, town.code, '(filter: { withdrawn: true })', gone)).toEqual([
      { value: '4200', withdrawnBecause: '口径不同', withdrawnBy: '管理员', versions: [{ number: 1 }, { number: 2 }] },
    ]);
    const { reportedFigure: read } = await town.admin.ask('query($id: ID!) { reportedFigure(id: $id) { value } }', {
      id,
    });
    expect(read).toEqual({ value: '4200' });
    const field = 'input.reportedFigure';
    for (const name of ['correctReportedFigure', 'withdrawReportedFigure']) {
      const input = name === 'correctReportedFigure' ? { ...again, expectedVersion: 3 } : withdrawing;
      expect(await town.admin.refused(name, input)).toEqual({ code: 'CONFLICT', field });
    }
  });
});

it('what is wrong is refused on the field at fault, and changes nothing', async () => {
  const town = await platform.newTown();
  const stranger = await platform.newTown();
  const late = await town.openUnit({ from: '2024-07-01' });
  const { id } = await report(town);
  const standing = () => reported(town.admin, town.code, '', 'id value version');
  const before = await standing();
  const rate = { indicator: 'establishment' };
  const refused: [Record<string, unknown>, string, string][] = [
    [{ indicator: 'none' }, 'BAD_INPUT', 'input.indicator'],
    [{ definedSince: '2020-01-01' }, 'BAD_INPUT', 'input.definedSince'],
    [{ value: '0.812' }, 'BAD_INPUT', 'input.value'],
    [{ value: '-1' }, 'BAD_INPUT', 'input.value'],
    [{ value: '1234567890' }, 'BAD_INPUT', 'input.value'],
    [{ ...rate, value: '81.2' }, 'BAD_INPUT', 'input.value'],
    [{ ...rate, value: '0.8123456' }, 'BAD_INPUT', 'input.value'],
    [{ ...rate, value: '-0.1' }, 'BAD_INPUT', 'input.value'],
    [{ value: '0' }, 'BAD_INPUT', 'input.qualifier'],
    [{ day: dayAfter(today) }, 'BAD_INPUT', 'input.day'],
    [{ length: 'YEAR', day: '2099-01-01' }, 'BAD_INPUT', 'input.day'],
    [{ length: 'YEAR', day: '1900-01-01' }, 'BAD_INPUT', 'input.day'],
    [{ indicator: 'contact' }, 'BAD_INPUT', 'input.length'],
    [{ unit: stranger.unit(0) }, 'NOT_FOUND', 'input.unit'],
    [{ unit: late }, 'BAD_INPUT', 'input.unit'],
    [{ organizationKind: await kindOf(stranger) }, 'NOT_FOUND', 'input.organizationKind'],
    [{ organizationKind: await kindOf(town) }, 'BAD_INPUT', 'input.organizationKind'],
    [{ document: ' ' }, 'BAD_INPUT', 'input.document'],
    [{ document: '长'.repeat(101) }, 'BAD_INPUT', 'input.document'],
    [{ page: '长'.repeat(31) }, 'BAD_INPUT', 'input.page'],
    [{ publishedOn: dayAfter(today) }, 'BAD_INPUT', 'input.publishedOn'],
    [{ publishedOn: '2024-06-29' }, 'BAD_INPUT', 'input.publishedOn'],
    [{ town: stranger.code }, 'NOT_FOUND', 'input.town'],
  ];
  for (const [input, code, field] of refused) {
    const full = { town: town.code, ...published, ...input };
    expect({ input, ...(await town.admin.refused('reportFigure', full)) }).toEqual({ input, code, field });
  }
  const said = { reportedFigure: id, ...corrected };
  const wrong: [Record<string, unknown>, string][] = [
    [{ value: '0.5' }, 'input.value'],
    [{ publishedOn: '2024-06-29' }, 'input.publishedOn'],
    [{ value: '1', because: '' }, 'input.because'],
  ];
  for (const [input, field] of wrong) {
    const answer = await town.admin.refused('correctReportedFigure', { ...said, ...input });
    expect({ input, ...answer }).toEqual({ input, code: 'BAD_INPUT', field });
  }
  expect(await standing()).toEqual(before);
});

describe('who may', () => {
  const office = async (town: TestTown) => {
    const district = town.code.slice(0, 6);
    const opening = { name: 'figures', displayName: '区', district };
    await platform.operator.do('openOfficeAccount', opening, 'account { name }');
    return platform.clientOf(`figures-${district}`);
  };

  it('report: the administrator and the Social Party Committee of the town; its people see it', async () => {
    const town = await platform.newTown();
    const committee = await town.account('SOCIAL_PARTY_COMMITTEE');
    await report(town, {}, 'id', committee);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(await town.openUnit()) });
    expect(await reported(member, town.code, '', 'value')).toEqual([{ value: '4000' }]);
    const input = { town: town.code, ...published };
    expect(await member.refused('reportFigure', input)).toEqual({ code: 'FORBIDDEN' });
    const stranger = (await platform.newTown()).admin;
    expect(await stranger.refused('reportFigure', input)).toEqual({ code: 'NOT_FOUND', field: 'input.town' });
  });

  it('a district office reads the figures of its towns together and records none', async () => {
    const { town } = await settledTown(platform, 2);
    const { id } = await report(town, { value: '2', qualifier: 'EXACT' });
    const client = await office(town);
    const query = `query($district: RegisterCode!, $id: ID!) { reportedFigure(id: $id) { value }
      district(code: $district) { reportedFigures { nodes { id town { code } holds recordedBy versions { value } } } } }`;
    const { district, reportedFigure } = await client.ask(query, { district: town.code.slice(0, 6), id });
    expect(reportedFigure).toEqual({ value: '2' });
    const own = district.reportedFigures.nodes.find((each: Data) => each.id === id);
    expect(own).toEqual({ id, town: { code: town.code }, holds: true, recordedBy: null, versions: [{ value: '2' }] });
    const refusal = await client.refused('reportFigure', { town: town.code, ...published });
    expect(refusal).toEqual({ code: 'FORBIDDEN' });
  });
});
