import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { raise } from '../requests/request.fixture.ts';
import { apply, draft, treeOn } from '../restructurings/restructuring.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
const [begins, day] = ['2023-01-01', '2024-03-01'];
const period = '{ first: "2023-01-01", last: "2024-12-31" }';

let town: TestTown;
/** The office of the town's district, and of another one. */
let office: ApiClient;
let elsewhere: ApiClient;
let households: string[];
let merged: string;
let drafted: string;
let blocks: string[];
let visit: string;

beforeAll(async () => {
  town = await platform.newTown();
  const district = town.code.slice(0, 6);
  office = await openOffice('office', district);
  elsewhere = await openOffice('elsewhere', district === '310112' ? '310115' : '310112');
  blocks = [];
  for (const name of ['东块', '西块', '北块']) blocks.push(await town.openUnit({ name, from: begins }));
  const registering = { block: blocks[0], codes: ['甲', '乙', '丙'], from: begins };
  const registered = await town.admin.do('registerHouseholds', registering, 'households { id }');
  households = registered.households.map((household: Data) => household.id);
  for (const household of households) {
    for (const on of ['2023-06-01', '2024-06-01']) visit = await recordVisit(town, household, on);
  }
  const first = households.slice(0, 1);
  await raise(town, { household: households[0], on: '2023-06-01' });
  merged = await apply(town, day, [
    { transferHouseholds: { from: blocks[0], to: blocks[1], households: first } },
    { merge: { units: [blocks[2]], into: blocks[1] } },
  ]);
  drafted = (await draft(town, '2025-01-01', [{ rename: { unit: blocks[0], name: '新块' } }])).id;
});

async function openOffice(name: string, district: string): Promise<ApiClient> {
  await platform.operator.do('openOfficeAccount', { name, displayName: '区', district }, 'account { name }');
  return platform.clientOf(`${name}-${district}`);
}

const ofTown = (client: ApiClient, selection: string) =>
  client.send(`query($code: RegisterCode!) { town(code: $code) { ${selection} } }`, { code: town.code });

describe('people of single units', () => {
  it('read how many households a restructuring moved, and which only who sees all of the town', async () => {
    const read = 'query($id: ID!) { restructuring(id: $id) { steps { households householdCount } } }';
    const firstStep = async (client: ApiClient) => (await client.ask(read, { id: merged })).restructuring.steps[0];
    const all = { households: households.slice(0, 1), householdCount: 1 };
    expect(await firstStep(town.admin)).toEqual(all);
    const team = await town.formTeam(blocks[0] ?? '');
    for (const client of [
      await town.account('TEAM_MEMBER', { team }),
      await town.account('UNIT_OFFICER', { unit: town.unit(0) }),
    ]) {
      expect(await firstStep(client)).toEqual({ ...all, households: [] });
    }
  });
});

describe('a district office', () => {
  it('reads what restructured its towns, but no draft, not who did it, and no household', async () => {
    const fields = `id status reason draftedBy appliedBy steps { verb unit { name } into { name } households householdCount }`;
    const { data, errors } = await ofTown(office, `restructurings(first: 100) { nodes { ${fields} } }`);
    expect(errors).toEqual([]);
    expect(data.town.restructurings.nodes.map((each: Data) => each.status)).not.toContain('DRAFT');
    const shown = data.town.restructurings.nodes.find((each: Data) => each.id === merged);
    expect(shown).toMatchObject({ status: 'APPLIED', reason: '调整', draftedBy: null, appliedBy: null });
    expect(shown.steps[0]).toEqual({
      verb: 'TRANSFER_HOUSEHOLDS',
      unit: { name: '东块' },
      into: { name: '西块' },
      households: [],
      householdCount: 1,
    });
    const read = 'query($id: ID!) { restructuring(id: $id) { reason } }';
    expect((await office.ask(read, { id: merged })).restructuring.reason).toBe('调整');
    for (const query of [read, 'query($id: ID!) { node(id: $id) { id } }']) {
      expect((await office.send(query, { id: drafted })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const asked = await ofTown(office, 'restructurings(status: [DRAFT, DROPPED]) { totalCount }');
    expect(asked.data.town.restructurings.totalCount).toBe(0);
  });

  it('sees what changed and where units went, by the same restructurings', async () => {
    const query = `query($code: RegisterCode!, $id: ID!) {
      town(code: $code) { changes(from: "2024-02-29", to: "${day}") { unit { name } changes } }
      unit(id: $id, asOf: "2024-01-01") { successors { successor { name } restructuring { id } } } }`;
    const { town: read, unit } = await office.ask(query, { code: town.code, id: blocks[2] });
    expect(read.changes).toEqual([{ unit: { name: '北块' }, changes: ['CLOSED'] }]);
    expect(unit.successors).toEqual([{ successor: { name: '西块' }, restructuring: { id: merged } }]);
    expect(await treeOn({ ...town, admin: office }, day)).toEqual(await treeOn(town, day));
  });

  it('counts households and visits as the town itself does, on every basis', async () => {
    const contacts = (basis: string) =>
      `figure(indicator: "contact", period: ${period}, basis: ${basis}) { numerator parts { nodes { unit name numerator } } }`;
    const selection = `householdCount
      households: figure(indicator: "household", unit: "${blocks[1]}") { numerator }
      before: figure(indicator: "household", unit: "${blocks[1]}", asOf: "2024-02-29") { numerator }
      recorded: ${contacts('AS_RECORDED')} restated: ${contacts('RESTATED')} old: ${contacts('AS_OF, asOf: "2023-12-31"')}
      transferred: figure(indicator: "contact", period: ${period}, unit: "${blocks[1]}") { numerator }`;
    const { data, errors } = await ofTown(office, selection);
    expect(errors).toEqual([]);
    expect(data.town).toMatchObject({
      householdCount: 3,
      households: { numerator: 1 },
      before: { numerator: 0 },
      // What was recorded for a later day before the transfer was drawn up stays where it was recorded.
      transferred: { numerator: 1 },
      restated: { numerator: 6 },
    });
    expect(data).toEqual((await ofTown(town.admin, selection)).data);
  });

  it('counts all its towns at once', async () => {
    const { districts } = await office.ask(
      `{ districts { towns { code householdCount contacts: figure(indicator: "contact", period: ${period}) { numerator } } } }`,
    );
    const own = districts[0].towns.find((each: Data) => each.code === town.code);
    expect(own).toEqual({ code: town.code, householdCount: 3, contacts: { numerator: 6 } });
  });

  it('has a dashboard of its towns, which opens into units and no further', async () => {
    const figures =
      'figures(indicators: ["household", "contact", "household-contacted"], period: { first: "2023-01-01", last: "2024-12-31" })';
    const query = `query($code: RegisterCode!) { district(code: $code) { ${figures} { ... on TownFigureSet { town { code }
      figures { numerator parts { nodes { name numerator } } households { nodes { code } } visits { nodes { demand } } requests { nodes { number } } } } } } }`;
    const { data, errors } = await office.send(query, { code: town.code.slice(0, 6) });
    expect(new Set(errors.map((each) => each.extensions.code))).toEqual(new Set(['FORBIDDEN']));
    const own = data.district.figures.find((each: Data) => each.town?.code === town.code).figures;
    expect(own.map((each: Data) => [each.numerator, each.households, each.visits, each.requests])).toEqual([
      [3, null, null, null],
      [6, null, null, null],
      [3, null, null, null],
    ]);
    expect(own[1].parts.nodes.map((part: Data) => part.numerator)).toEqual([6]);
  });

  it('sees what a restructuring changed, but of whom it changed posts and reach', async () => {
    const read = `query($id: ID!) { restructuring(id: $id) { difference {
      units { unit { name } } households { count } posts { person } accounts { account } } } }`;
    const { difference } = (await office.ask(read, { id: merged })).restructuring;
    const own = (await town.admin.ask(read, { id: merged })).restructuring.difference;
    expect(own).toMatchObject({ units: [{ unit: { name: '北块' } }], posts: [], accounts: [] });
    expect(difference).toEqual({ ...own, posts: null, accounts: null });
  });

  it('gets no household, no names of people, and may restructure nothing', async () => {
    const refused: [string, Record<string, unknown>][] = [
      ['query($id: ID!) { household(id: $id) { code } }', { id: households[0] }],
      ['query($id: ID!) { unit(id: $id) { ... on Block { households { nodes { id } } } } }', { id: blocks[0] }],
      ['query($id: ID!) { request(id: $id) { number } }', { id: households[0] }],
      ['query($id: RegisterCode!) { town(code: $id) { requests { totalCount } } }', { id: town.code }],
      ['query($id: RegisterCode!) { town(code: $id) { requestRates(by: WORKER) { count } } }', { id: town.code }],
      ['query($id: ID!) { restructuring(id: $id) { checks { code } } }', { id: merged }],
      ['query($id: ID!) { dependents(restructuring: $id) { kind } }', { id: merged }],
      ['mutation($id: ID!) { applyDraft(input: { draft: $id }) { restructuring { id } } }', { id: drafted }],
      ['mutation($id: ID!) { withdrawVisit(input: { visit: $id, reason: "误" }) { visit { id } } }', { id: visit }],
      ['query($id: ID!) { visit(id: $id) { demand } }', { id: visit }],
    ];
    for (const [query, variables] of refused) {
      const { errors } = await office.send(query, variables);
      expect({ query, code: errors[0]?.extensions.code }).toEqual({ query, code: 'FORBIDDEN' });
    }
    const { errors } = await office.send('query($id: ID!) { node(id: $id) { id } }', { id: households[0] });
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(platform.faults).toEqual([]);
  });

  it('of another district finds neither the town nor anything of it', async () => {
    expect((await ofTown(elsewhere, 'householdCount')).errors[0]?.extensions.code).toBe('NOT_FOUND');
    for (const [query, id] of [
      ['query($id: ID!) { restructuring(id: $id) { reason } }', merged],
      ['query($id: ID!) { unit(id: $id) { lineage { day } } }', blocks[2]],
    ] as const) {
      expect((await elsewhere.send(query, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    }
  });
});

it('PostgreSQL itself gives a district office no draft, no household’s number, and no town of another district', async () => {
  const read = (towns: number[], statement: string) =>
    atDesk(platform.database.orm, { role: 'app_district', towns }, new Date(), 'read', (desk) =>
      desk.run<{ status: string }>(statement),
    );
  const own = [Number(town.code)];
  const statuses = (await read(own, 'select distinct status from restructuring')).map((row) => row.status);
  expect(statuses).toEqual(['APPLIED']);
  expect(await read(own, 'select block_id, record_faults, again from visit')).toHaveLength(6);
  expect(
    await read(
      own,
      'select household_id, block_id, raised_on, state, level, satisfaction, subject_id, source, reported_in_time from request',
    ),
  ).toHaveLength(1);
  for (const table of ['restructuring', 'household_block', 'visit', 'request', 'call', 'town_summary', 'town_change']) {
    expect(await read([310_112_999], `select town_id from ${table}`), table).toEqual([]);
  }
  for (const columns of [
    'household.code from household',
    'head_id from household_block',
    'id from visit',
    'demand from visit_version',
    'person_id from visit_visitor',
    'description from request',
    'place from request',
    'number from request',
    'holder_id from request',
    'text from request_event',
    'household_id from request_household',
    'name from external_party',
    'state from petition',
    'name from petitioner',
    'agreed from petition_meeting',
    'name from hotline',
    'matter from call',
    'telephone from call',
    'id from call',
    'call_id from call_request',
    'state from call_event',
    'person_id from hotline_duty',
    'state from mediation',
    'name from mediation_party',
    'said from mediation_talk',
    'id from patrol',
    'place from patrol',
    'note from patrol_version',
    'person_id from patrol_member',
    'name from patrol_stop',
    'text from patrol_finding_event',
    'photo_id from patrol_photo',
    'name from inspection_squad_version',
    'address from inspection_place_version',
    'squad_id from inspection_round',
    'place_id from inspection_check',
    'person_id from inspection_attendance',
    'text from inspection_finding_event',
    'kind_id from pairing',
    'person_id from pairing',
    'service from pairing_version',
    'pairing_id from pairing_contact',
    'done from pairing_contact',
    'question from deliberation',
    'text from deliberation_objection',
    'choice from deliberation_vote',
    'household_id from deliberation_voter',
    'name from project',
    'text from project_event',
    'request_id from project_request',
  ]) {
    await expect(read(own, `select ${columns}`), columns).rejects.toMatchObject({ code: '42501' });
  }
});
