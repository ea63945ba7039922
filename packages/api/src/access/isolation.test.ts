import { getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import type { IdType } from '../schema/global-id.ts';
import { buildSchema } from '../schema.ts';
import { type Named, type Neighbours, neighbours, told } from './isolation.fixture.ts';

const platform = testPlatform();
let mine: Neighbours['mine'];
let other: Neighbours['other'];
let absent: Neighbours['absent'];

beforeAll(async () => {
  ({ mine, other, absent } = await neighbours(platform));
});

describe('to the administrator of one town, an id of another town is an id that does not exist', () => {
  it('through node', async () => {
    const query = 'query($id: ID!) { node(id: $id) { __typename id } }';
    for (const [type, id] of Object.entries(other.ids)) {
      const answer = told(await mine.admin.send(query, { id }));
      expect(answer.errors[0]?.extensions).toEqual({ code: 'NOT_FOUND', field: 'id' });
      for (const nothing of absent(type as IdType)) {
        expect(told(await mine.admin.send(query, { id: nothing })), type).toEqual(answer);
      }
    }
  });

  it('though its own are found', async () => {
    for (const [type, id] of Object.entries(mine.ids)) {
      const { data } = await mine.admin.send('query($id: ID!) { node(id: $id) { id } }', { id });
      // Memberships, posts, assignments, categories, photographs and stops are parts of what they belong to and have no page of their own; offices are
      // above the town.
      expect(data.node, type).toEqual(
        [
          'TeamMember',
          'Photo',
          'Post',
          'Assignment',
          'Invitation',
          'Office',
          'ApplicationSecret',
          'WebhookSecret',
          'Category',
          'HouseholdCategory',
          'ContactRule',
          'Petitioner',
          'PetitionParty',
          'MediationParty',
          'Notice',
          'Board',
          'Publication',
          'ServiceNumber',
          'HotlineDuty',
          'PatrolStop',
          'InspectionCheck',
          'ReliefCategory',
          'ReliefItem',
          'ReliefGrant',
          'ReliefCampaign',
          'PairingKind',
          'ProgrammeSession',
          'ProgrammeGift',
          'DeliberationRule',
          'DeliberationVoter',
          'DeliberationObjection',
          'DeliberationMeeting',
          'ContestTeam',
          'ContestRound',
          'VolunteerActivityKind',
          'VolunteerSignUp',
          'Reward',
          'OrganizationKind',
          'Industry',
          'WorkAssignment',
          'GuidanceStation',
        ].includes(type)
          ? null
          : { id },
      );
    }
  });

  /** A query that gives an id to each argument that takes one. */
  const queries: Record<string, [Named, string]> = {
    'Query.unit(id)': ['Unit', 'unit(id: $id) { name }'],
    'Query.team(id)': ['Team', 'team(id: $id) { name }'],
    'Query.visit(id)': ['Visit', 'visit(id: $id) { demand }'],
    'Query.request(id)': ['Request', 'request(id: $id) { number }'],
    'Query.hotline(id)': ['Hotline', 'hotline(id: $id) { name }'],
    'Query.call(id)': ['Call', 'call(id: $id) { number }'],
    'Query.petition(id)': ['Petition', 'petition(id: $id) { number }'],
    'Query.mediation(id)': ['Mediation', 'mediation(id: $id) { number }'],
    'Query.patrol(id)': ['Patrol', 'patrol(id: $id) { note }'],
    'Query.deliberation(id)': ['Deliberation', 'deliberation(id: $id) { question }'],
    'Query.inspectionSquad(id)': ['InspectionSquad', 'inspectionSquad(id: $id) { name }'],
    'Query.inspectionPlace(id)': ['InspectionPlace', 'inspectionPlace(id: $id) { name }'],
    'Query.inspectionRound(id)': ['InspectionRound', 'inspectionRound(id: $id) { note }'],
    'Query.patrolRoute(id)': ['PatrolRoute', 'patrolRoute(id: $id) { name }'],
    'Query.organization(id)': ['Organization', 'organization(id: $id) { name }'],
    'Query.partyOrganization(id)': ['PartyOrganization', 'partyOrganization(id: $id) { name }'],
    'Town.series(unit)': [
      'Unit',
      'town(code: $code) { series(indicator: "household", by: YEAR, first: "2024-01-01", last: "2024-12-31", unit: $id) { __typename } }',
    ],
    'Town.coverage(unit)': ['Unit', 'town(code: $code) { coverage(unit: $id) { organizations } }'],
    'Query.reliefApplication(id)': ['ReliefApplication', 'reliefApplication(id: $id) { number }'],
    'Town.reliefSums(campaign)': [
      'ReliefCampaign',
      'town(code: $code) { reliefSums(by: ITEM, period: { first: "2026-01-01", last: "2026-01-31" }, campaign: $id) { total { granted } } }',
    ],
    'Town.reliefSums(unit)': [
      'Unit',
      'town(code: $code) { reliefSums(by: ITEM, period: { first: "2026-01-01", last: "2026-01-31" }, unit: $id) { total { granted } } }',
    ],
    'Query.volunteer(id)': ['Volunteer', 'volunteer(id: $id) { name }'],
    'Query.volunteerActivity(id)': ['VolunteerActivity', 'volunteerActivity(id: $id) { name }'],
    'Query.redemption(id)': ['Redemption', 'redemption(id: $id) { points }'],
    'Query.programme(id)': ['Programme', 'programme(id: $id) { name }'],
    'Query.programmeEnrolment(id)': ['ProgrammeEnrolment', 'programmeEnrolment(id: $id) { number }'],
    'Query.jobPlacement(id)': ['JobPlacement', 'jobPlacement(id: $id) { post }'],
    'Query.pairing(id)': ['Pairing', 'pairing(id: $id) { begunOn }'],
    'Town.pairingSums(unit)': [
      'Unit',
      'town(code: $code) { pairingSums(by: KIND, period: { first: "2026-01-01", last: "2026-01-31" }, unit: $id) { running } }',
    ],
    'Town.unpairedHouseholds(pairingKind)': [
      'PairingKind',
      'town(code: $code) { unpairedHouseholds(pairingKind: $id) { totalCount } }',
    ],
    'Query.reliefFund(id)': ['ReliefFund', 'reliefFund(id: $id) { name }'],
    'Query.project(id)': ['Project', 'project(id: $id) { number }'],
    'Query.figureSnapshot(id)': ['FigureSnapshot', 'figureSnapshot(id: $id) { number }'],
    'FigureSnapshot.figure(unit)': [
      'Unit',
      'town(code: $code) { figureSnapshots { nodes { figure(indicator: "household", unit: $id) { name } } } }',
    ],
    'FigureSnapshot.figure(organizationKind)': [
      'OrganizationKind',
      'town(code: $code) { figureSnapshots { nodes { figure(indicator: "organization", organizationKind: $id) { name } } } }',
    ],
    'Query.reportedFigure(id)': ['ReportedFigure', 'reportedFigure(id: $id) { value }'],
    'Town.recurringSubjects(subject)': [
      'RequestSubject',
      'town(code: $code) { recurringSubjects(period: { first: "2026-01-01", last: "2026-01-31" }, subject: $id) { total } }',
    ],
    'Town.recurringSubjects(unit)': [
      'Unit',
      'town(code: $code) { recurringSubjects(period: { first: "2026-01-01", last: "2026-01-31" }, unit: $id) { total } }',
    ],
    'Query.household(id)': ['Household', 'household(id: $id) { code }'],
    'Query.resident(id)': ['Resident', 'resident(id: $id) { version }'],
    'Query.restructuring(id)': ['Restructuring', 'restructuring(id: $id) { reason }'],
    'Query.dependents(restructuring)': ['Restructuring', 'dependents(restructuring: $id) { kind }'],
    'Town.findHouseholds(block)': ['Unit', 'town(code: $code) { findHouseholds(text: "某户", block: $id) { code } }'],
    'Town.households(ids)': ['Household', 'town(code: $code) { households(ids: [$id]) { code } }'],
    'Town.units(under)': ['Unit', 'town(code: $code) { units(under: $id) { totalCount } }'],
    'Town.tree(root)': ['Unit', 'town(code: $code) { tree(root: $id) { id } }'],
    'Town.findings(under)': ['Unit', 'town(code: $code) { findings(under: $id) { totalCount } }'],
    'Town.dueHouseholds(unit)': ['Unit', 'town(code: $code) { dueHouseholds(unit: $id) { totalCount } }'],
    'Town.dueHouseholds(team)': ['Team', 'town(code: $code) { dueHouseholds(team: $id) { totalCount } }'],
    'Town.dueHouseholds(person)': ['Person', 'town(code: $code) { dueHouseholds(person: $id) { totalCount } }'],
    'Town.previewContactRule(category)': [
      'Category',
      'town(code: $code) { previewContactRule(category: $id, everyMonths: 1) { due } }',
    ],
    'Town.comparisons(unit)': [
      'Unit',
      'town(code: $code) { comparisons(period: { first: "2024-01-01", last: "2024-12-31" }, unit: $id) { asOf } }',
    ],
    'Town.figure(unit)': ['Unit', 'town(code: $code) { figure(indicator: "household", unit: $id) { numerator } }'],
    'Town.patrolRoutes(unit)': ['Unit', 'town(code: $code) { patrolRoutes(unit: $id) { totalCount } }'],
    'Town.restructurings(unit)': ['Unit', 'town(code: $code) { restructurings(unit: $id) { totalCount } }'],
  };

  it('in no argument that these tests leave out', () => {
    const found = Object.values(buildSchema().getTypeMap())
      .filter(isObjectType)
      .filter((type) => type.name !== 'Mutation')
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) =>
          field.args
            .filter((arg) => getNamedType(arg.type).name === 'ID')
            .map((arg) => `${type.name}.${field.name}(${arg.name})`),
        ),
      );
    expect(found.filter((each) => each !== 'Query.node(id)').sort()).toEqual(Object.keys(queries).sort());
  });

  it.each(Object.entries(queries))('in %s', async (_argument, [type, selection]) => {
    const query = `query($id: ID!${selection.includes('$code') ? ', $code: RegisterCode!' : ''}) @purpose(of: CHECK) { ${selection} }`;
    const send = async (id: string) => told(await mine.admin.send(query, { id, code: mine.code }));
    const answer = await send(other.ids[type]);
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    for (const nothing of absent(type)) expect(await send(nothing)).toEqual(answer);
    expect((await send(mine.ids[type])).errors).toEqual([]);
  });

  it('as the code of a town', async () => {
    const query = 'query($code: RegisterCode!) { town(code: $code) { name } }';
    const answer = told(await mine.admin.send(query, { code: other.code }));
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(told(await mine.admin.send(query, { code: '999999999' }))).toEqual(answer);
  });

  it('through a cursor of a list of the other town', async () => {
    const query = `query($code: RegisterCode!, $after: String) {
      town(code: $code) { people(after: $after) { nodes { id } } units(after: $after) { nodes { id } } } }`;
    const page = await other.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { people { pageInfo { endCursor } } } }',
      { code: other.code },
    );
    const after = page.town.people.pageInfo.endCursor;
    const { data } = await mine.admin.send(query, { code: mine.code, after });
    const ids = [...(data.town.people?.nodes ?? []), ...(data.town.units?.nodes ?? [])].map((node: Data) => node.id);
    expect(ids.filter((id: string) => Buffer.from(id, 'base64url').toString().includes(other.code))).toEqual([]);
  });
});

it('lists to a town’s people their own town only', async () => {
  const { districts } = await mine.admin.ask('{ districts { towns { code } } }');
  expect(districts).toEqual([{ towns: [{ code: mine.code }] }]);
});

it('shows the public nothing but that it is the public', async () => {
  for (const query of [
    '{ districts { name } }',
    `{ town(code: "${mine.code}") { name } }`,
    `{ node(id: "${mine.ids.Unit}") { id } }`,
  ]) {
    expect((await platform.public.send(query)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  }
  expect(await platform.public.ask('{ viewer { account { name } } }')).toEqual({ viewer: null });
});

it('shows the operator towns and counts, but no unit, team or person', async () => {
  const query = `query($code: RegisterCode!) { town(code: $code) { name unitCounts { kind count } teamCount } }`;
  const { town } = await platform.operator.ask(query, { code: mine.code });
  expect(town.teamCount).toBe(1);
  for (const field of [
    'tree { name }',
    'units { totalCount }',
    'people { totalCount }',
    'accounts { totalCount }',
    'findings { totalCount }',
  ]) {
    const { data, errors } = await platform.operator.send(
      `query($code: RegisterCode!) { town(code: $code) { ${field} } }`,
      {
        code: mine.code,
      },
    );
    expect(errors[0]?.extensions.code, field).toBe('FORBIDDEN');
    expect(Object.values(data.town), field).toEqual([null]);
  }
  expect(
    (await platform.operator.send('query($id: ID!) { unit(id: $id) { name } }', { id: mine.ids.Unit })).errors[0]
      ?.extensions.code,
  ).toBe('FORBIDDEN');
});

it('shows a district office the trees of its own towns and nobody in them', async () => {
  const district = mine.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const { districts } = await office.ask('{ districts { code towns { code } } }');
  expect(districts.map((each: Data) => each.code)).toEqual([district]);
  const query = 'query($code: RegisterCode!) { town(code: $code) { tree { name kind } unitCounts { count } } }';
  const { town } = await office.ask(query, { code: mine.code });
  expect(town.tree.some((node: Data) => node.kind === 'TEAM')).toBe(true);
  const { data, errors } = await office.send('query($id: ID!) { team(id: $id) { name members { person { name } } } }', {
    id: mine.ids.Team,
  });
  expect(data.team.members).toBeNull();
  expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  const { data: unit } = await office.send('query($id: ID!) { unit(id: $id) { posts { person { name } } } }', {
    id: mine.unit(0),
  });
  expect(unit.unit.posts).toBeNull();
  if (other.code.slice(0, 6) !== district) {
    expect((await office.send(query, { code: other.code })).errors[0]?.extensions.code).toBe('NOT_FOUND');
  }
});
