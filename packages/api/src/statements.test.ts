import { Client } from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { ApiClient, Data } from '../test/client.ts';
import { type TestTown, testPlatform } from '../test/platform.ts';
import { categoriesOf, categorize } from './categories/category.fixture.ts';
import { atDesk } from './db/door.ts';
import { settledTown } from './households/household.fixture.ts';
import { asked, industryOf, registerOrganization } from './organizations/organization.fixture.ts';
import { remind } from './reminders/remind.ts';
import { raise, subject } from './requests/request.fixture.ts';
import { apply } from './restructurings/restructuring.fixture.ts';
import { townWithHistory } from './statements.fixture.ts';
import { dayOf } from './today.ts';
import { recordVisit, visitInput } from './visits/visit.fixture.ts';

const platform = testPlatform();

/** Runs an operation and lists the statements it sends, those of authentication and of the transaction left out. */
async function statements(client: ApiClient, query: string, variables: Record<string, unknown>): Promise<string[]> {
  return (await listen(client, query, variables)).sent;
}

async function listen(client: ApiClient, query: string, variables: Record<string, unknown>) {
  for (;;) {
    await client.ask('{ viewer { account { name } } }');
    const sent: string[] = [];
    const spy = vi.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
      const [query] = args;
      const text = typeof query === 'string' ? query : (query as { text?: string }).text;
      if (text) sent.push(text);
      return original.apply(this, args as never) as never;
    });
    const data = await client.ask(query, variables);
    spy.mockRestore();
    // On a busy machine who the token speaks for may be forgotten in between, and looked up again.
    if (sent.some((text) => text.includes('from oidc_record'))) continue;
    return {
      data,
      sent: sent.filter((text) => !/^(begin|start|commit|rollback|set|select app\.enter|select pg_notify)/i.test(text)),
    };
  }
}
const original = Client.prototype.query;

describe('the number of statements of a query does not grow with its rows', () => {
  let small: { code: string; admin: ApiClient };
  let large: { code: string; admin: ApiClient };

  beforeAll(async () => {
    small = await townWith(1);
    large = await townWith(12);
  });

  it.each([
    ['the town’s tree', 3, 'tree { id parent kind name }'],
    [
      'units with all around them',
      11,
      'units(first: 100) { nodes { name parent { name } ancestors { name } children { nodes { name } } versions { name parent { name } } viewerCan posts { person { name } } ... on Block { teams { name notices { title } members { person { name posts { title unit { name } } } } } } } }',
    ],
    ['what is incomplete', 6, 'findings(first: 100) { nodes { rule unit { name ancestors { name } } team { name } } }'],
    ['the tree as a file', 9, 'treeFile(format: CSV) { rows }'],
    ['the people', 5, 'people(first: 100) { nodes { name posts { title unit { name } } } }'],
    [
      'the accounts',
      8,
      'accounts(first: 100) { nodes { name person { name } assignments { role person { name } unit { name } team { name } town { name } } } }',
    ],
  ])('%s: at most %i', async (_name, most, selection) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { ${selection} } }`;
    const few = await statements(small.admin, query, { code: small.code });
    const many = await statements(large.admin, query, { code: large.code });
    expect(many).toHaveLength(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(most);
  });

  it('units that began on many days, with what stood above them then: as many as for one day', async () => {
    const town = await platform.newTown();
    const query = `query($code: RegisterCode!) { town(code: $code) { units(kind: BLOCK, first: 100) { nodes { versions { parent { name } } ... on Block { teams { versions { block { name } } } } } } } }`;
    const onDay = async (day: number) => {
      const block = await town.openUnit({ from: `2024-02-${day}` });
      await town.admin.do('formTeam', { block, name: '组团', from: `2024-03-${day}` }, 'team { id }');
    };
    await onDay(10);
    await onDay(11);
    const few = await statements(town.admin, query, { code: town.code });
    for (let day = 12; day < 27; day++) await onDay(day);
    const many = await statements(town.admin, query, { code: town.code });
    expect(many.length, many.join('\n')).toBe(few.length);
  });

  it('the households that a block once held, as its team sees them, wherever they are today: at most 9', async () => {
    const query = `query($id: ID!) { unit(id: $id) { ... on Block { households(asOf: "2023-06-01", first: 100) {
      totalCount nodes { code viewerCan visits { nodes { visitedOn } } lastVisit { demand visitors { name } } } } } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each * 4);
      const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
      await recordVisit(town, households[0], undefined, member);
      for (const [index, household] of households.entries()) {
        const move = { household, block: blocks[index % 4 === 2 ? 2 : 1], from: '2024-02-01' };
        if (index % 4 > 1) await town.admin.do('moveHousehold', move, 'household { id }');
        if (index % 4 === 1) await town.admin.do('endHousehold', { household, on: '2024-04-01' }, 'household { id }');
      }
      await apply(town, '2024-03-01', [{ merge: { units: [blocks[2]], into: blocks[0] } }]);
      const { data, sent } = await listen(member, query, { id: blocks[0] });
      expect(data.unit.households.totalCount).toBe(each * 3);
      return sent;
    };
    const [few, many] = [await read(1), await read(4)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(9);
  });

  it('a day’s visit list, as its team takes it along: at most 18', async () => {
    const query = `query($code: RegisterCode!, $ids: [ID!]!) @purpose(of: VISIT) { town(code: $code) { households(ids: $ids) {
      code label address viewerCan block { name teams { members { person { name } } } } categories { name }
      lastVisit { visitedOn demand outcome visitors { name } } requests { number state subject { name } } } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each * 2);
      const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
      const [category] = (
        await town.admin.ask('query($code: RegisterCode!) { town(code: $code) { categories { id } } }', {
          code: town.code,
        })
      ).town.categories;
      for (const [index, household] of households.entries()) {
        await recordVisit(town, household);
        await raise(town, { household, on: '2024-02-01' });
        await town.admin.do(
          'categorizeHousehold',
          { household, category: category.id, reason: '独居' },
          'household { id }',
        );
        if (index % 2 === 1) await town.admin.do('moveHousehold', { household, block: blocks[1] }, 'household { id }');
      }
      const ids = households.filter((_, index) => index % 2 === 0);
      const { data, sent } = await listen(member, query, { code: town.code, ids });
      expect(data.town.households).toHaveLength(each);
      return sent;
    };
    const [few, many] = [await read(2), await read(8)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(18);
  });

  it('what somebody is reminded of, wherever it stands: at most 19', async () => {
    const query = `{ viewer { unseenReminders reminders { kind since town { name } request {
      number subject { name } unit { name } holder { name } } household { code block { name } } } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each);
      const lead = await town.account('TEAM_LEAD', { team: await town.formTeam(blocks[0]) });
      const working = { town: town.code, day: dayOf(new Date()), working: true, name: '上班' };
      await town.admin.do('settleWorkingDay', working, 'town { code }');
      const ids = await categoriesOf(town);
      for (const household of households) {
        await raise(town, { household, on: '2024-02-01' });
        await categorize(town.admin, household, ids.独居老人, '2024-02-01');
      }
      await atDesk(platform.database.orm, { role: 'app_town', town: Number(town.code) }, new Date(), 'write', remind);
      const { data, sent } = await listen(lead, query, {});
      expect(data.viewer.unseenReminders).toBe(2 * each);
      return sent;
    };
    const [few, many] = [await read(1), await read(6)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(19);
  });

  it('the requests that a team sees, wherever they are: at most 16', async () => {
    const query = `query($code: RegisterCode!) { town(code: $code) { requests(filter: { overdue: true }, first: 100) {
      totalCount nodes { number unit { name } holder { name } actions households(first: 5) { nodes { code } } } } requestRates(by: LEVEL) { count } } }`;
    const read = async (each: number) => {
      const { town, blocks, households } = await settledTown(platform, each);
      const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
      for (const household of households) {
        await raise(town, { household, on: '2024-02-01' });
        await raise(town, { place: { unit: blocks[1] }, on: '2024-02-01', concerns: { units: [blocks[0]] } });
        await raise(town, { place: { unit: blocks[2] }, on: '2024-02-01' });
      }
      const { data, sent } = await listen(member, query, { code: town.code });
      expect(data.town.requests.totalCount).toBe(2 * each);
      return sent;
    };
    const [few, many] = [await read(2), await read(8)];
    expect(many.length, many.join('\n')).toBe(few.length);
    expect(many.length, many.join('\n')).toBeLessThanOrEqual(16);
  });

  it('the organisations of a unit, with what they are, were, and whom to ask: at most 11, and as a file: at most 10', async () => {
    const file =
      'query($code: RegisterCode!) @purpose(of: CHECK) { town(code: $code) { organizationFile(format: CSV) { rows } } }';
    const query = `query($code: RegisterCode!, $unit: ID!) @purpose(of: ORGANIZATION) { town(code: $code) { organizations(filter: { unit: $unit, class: [ENTERPRISE_ABOVE_SCALE] }, first: 100) {
      totalCount nodes { name kind { name } unit { name } industry { name } owner telephone closedBecause viewerCan versions { name kind { name } unit { name } } } } } }`;
    const read = async (each: number) => {
      const town = await platform.newTown();
      const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
      const industry = await industryOf(town, '教育');
      for (let one = 0; one < each; one++) {
        const { id } = await registerOrganization(town, { ...asked, industry });
        const moving = { organization: id, unit: await town.openUnit(), size: one };
        await town.admin.do('reviseOrganization', moving, 'organization { id }');
        await registerOrganization(town, { unit: town.unit(1) });
      }
      const { data, sent } = await listen(officer, query, { code: town.code, unit: town.unit(0) });
      expect(data.town.organizations.totalCount).toBe(each);
      const asFile = await listen(town.admin, file, { code: town.code });
      expect(asFile.data.town.organizationFile.rows).toBe(2 * each);
      return { sent, asFile: asFile.sent };
    };
    const [few, many] = [await read(2), await read(8)];
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(11);
    expect(many.asFile.length, many.asFile.join('\n')).toBe(few.asFile.length);
    expect(many.asFile.length, many.asFile.join('\n')).toBeLessThanOrEqual(10);
  });

  it('all districts with all towns and their counts: at most 5', async () => {
    const query = '{ districts { name towns { name unitCounts { kind count } teamCount district { name } } } }';
    const sent = await statements(platform.operator, query, {});
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(5);
  });
});

describe('recording a visit', () => {
  it('takes at most 5 statements, and 6 with any number of requests, once the tree is known', async () => {
    const { town, blocks, households } = await settledTown(platform, 1);
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(blocks[0]) });
    const request = { subject: await subject(town), description: '楼道灯坏了，请修' };
    const record = async (requests: object[]) => {
      const input = await visitInput(town, households[0], '2024-02-01', { requests });
      const query = 'mutation($input: RecordVisitInput!) { recordVisit(input: $input) { visit { id } } }';
      return (await listen(member, query, { input })).sent;
    };
    await record([]);
    const [alone, one, many] = [await record([]), await record([request]), await record([request, request, request])];
    expect(alone.length, alone.join('\n')).toBeLessThanOrEqual(5);
    expect(one.length, one.join('\n')).toBeLessThanOrEqual(6);
    expect(many.length, many.join('\n')).toBe(one.length);
  });
});

it('all towns of a district with their households and contacts: at most 11', async () => {
  const town = await townWithHistory(await platform.newTown(), 1);
  const district = town.code.slice(0, 6);
  await platform.operator.do('openOfficeAccount', { name: 'office', displayName: '区', district }, 'account { name }');
  const office = await platform.clientOf(`office-${district}`);
  const query = `{ districts { towns { householdCount changes(from: "2023-06-01", to: "2024-11-01") { day }
    households: figure(indicator: "household") { numerator } restructurings(first: 1) { totalCount }
    contacts: figure(indicator: "contact", period: { first: "2023-01-01", last: "2024-12-31" }) { numerator } } } }`;
  const { data, sent } = await listen(office, query, {});
  expect(data.districts[0].towns.length).toBeGreaterThan(1);
  expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(11);
});

describe('the number of statements of a query does not grow with what a town has been through', () => {
  let short: TestTown;
  let long: TestTown;

  beforeAll(async () => {
    // Two years, so that there are several days, which are read otherwise than one.
    const [smaller, larger] = await bySize([await platform.newTown(), await platform.newTown()]);
    short = await townWithHistory(smaller, 2);
    long = await townWithHistory(larger, 6);
  });

  const unit = 'unit { name }';
  const snapshot = '{ name kind parent { name } }';
  const units = `units { ${unit} changes day before ${snapshot} after ${snapshot} }`;
  const difference = `difference { fingerprint ${units} teams { blockAfter { name } } households { to { name } count } organizations { to { name } count }
    posts { person to { name } } accounts { account to { name } gains { name } } figures { figure after } }`;
  const link = 'day heir predecessor { name } successor { name } restructuring { reason }';
  const period = 'period: { first: "2023-01-01", last: "2025-12-31" }';
  const request = `number description subject { name } household { code } place { text unit { name } } block { name } unit { name } levels { level unit { name } }
        holder { name } party { name } overdue recordedBy householdCount households(first: 5) { nodes { code block { name } } } missingEvidence actions
        events { text recordedBy unit { name } holder { name } subject { name } party { name } }`;
  const parts = 'numerator within { name } parts(first: 100) { nodes { name kind numerator opens } }';

  it.each<[string, number, string]>([
    ['what changed', 3, `changes(from: "2023-06-01", to: "2024-11-01") { ${unit} before ${snapshot} }`],
    [
      'restructurings with steps, difference and lineage',
      8,
      `restructurings(first: 30, status: [APPLIED, VOIDED]) { nodes { reason draftedBy appliedBy voids { reason }
        steps { verb unit { name } units { name } into { name } } ${difference} town { name } } }`,
    ],
    [
      'drafts with checks, difference and tree',
      15,
      `restructurings(first: 10, status: [DRAFT]) { nodes { checks { message units { name } } ${difference} tree { name } } }`,
    ],
    [
      'units with their lineage',
      5,
      `units(asOf: "2023-06-01", first: 100) { nodes { predecessors { ${link} } successors { ${link} } lineage { ${link} } } }`,
    ],
    [
      'what hung on the successors of units, each on its day',
      10,
      `units(filter: { name: "新" }, first: 10) { nodes { lineage { successor { ancestors { name } children(first: 5) { nodes { name
        ... on Block { teams { name members { person { name } } } households(first: 5) { nodes { code } } } } }
        posts { person { name } } } } } }`,
    ],
    ['former names', 6, 'unitsEverNamed(text: "块") { name unit { name parent { name } } successors { name } }'],
    [
      'households with all around them',
      13,
      `units(kind: BLOCK, first: 50) { nodes { ... on Block { overlay { name } households(first: 4) { totalCount nodes { code
        viewerCan block { name } places { block { name } head { person { name } } } visits(first: 2) { nodes { block { name } recordedBy viewerCan visitors { name } versions { visitors { name } } } } } } } } }`,
    ],
    ['requests with all around them', 22, `requests(first: 30) { totalCount nodes { ${request} } }`],
    [
      'requests of households of blocks',
      13,
      `units(kind: BLOCK, first: 50) { nodes { ... on Block { households(first: 10) { nodes { requests { number unit { name } actions } open: requests(open: true) { number } } } } } }`,
    ],
    [
      'petitions with all around them',
      22,
      `petitions(first: 30) { nodes { number matter answer overdue recordedBy actions subject { name } unit { name } accused { name } holder { name }
        petitioners { name telephone household { code } } parties { name party { name } } group { lead person { name } }
        meetings { agreed people { name } petitioners { name } parties { name } } requests { number petition { number } }
        events { text recordedBy unit { name } accused { name } holder { name } } } }`,
    ],
    [
      'hotlines with who is on duty',
      9,
      `hotlines { name viewerCan unit { name } onDuty(at: "2025-06-02T12:00:00+08:00") { person { name } }
        roster(from: "2025-06-02") { duties { person { name } } gaps { from } doubleBookings { kind duties { person { name } } } }
        requestsToFollowUp(first: 5) { totalCount nodes { number subject { name } } } }`,
    ],
    [
      'calls with all around them',
      25,
      `calls(first: 30) { totalCount nodes { number town { name } matter answer callerName telephone recordedBy actions hotline { name } unit { name }
        answeredBy { name } household { code } resident { name } about { number } requests { number calls { number } }
        events { text matter answeredBy { name } household { code } recordedBy } } }`,
    ],
    [
      'calls by worker',
      5,
      'callRates(by: WORKER) { worker { name } hotline { name } count missed completion { rounded } followUp { rounded } satisfaction { rounded } }',
    ],
    [
      'mediations with all around them',
      19,
      `mediations(first: 30) { nodes { number matter agreement recordedBy actions subject { name } unit { name } request { number }
        mediators { name } parties { name code household { code } } talks { said parties { name } } events { text recordedBy parties { name } } } }`,
    ],
    [
      'patrols with all around them',
      21,
      `patrols(first: 30) { totalCount nodes { note recordedBy viewerCan people { name } stops { name } stopsLeftOut { name }
        route { name unit { name } stops { name } viewerCan versions { name } } unit { name } block { name }
        findings { text place actedOn actions photos { id } party { name } request { number patrolFinding { text } }
          events { recordedBy photos { id } party { name } request { number } } }
        versions { note writtenBy people { name } stops { name } } } }`,
    ],
    [
      'what patrols brought up',
      8,
      'patrolFindings(first: 30) { totalCount nodes { text actedOn patrol { unit { name } people { name } } } }',
    ],
    ['routes of patrols', 4, 'patrolRoutes(first: 30) { nodes { name stops { name } unit { name } } }'],
    ['patrols by person', 3, 'patrolRates(by: PERSON) { person { name } patrols suggestions { rounded } }'],
    ['patrols by route', 4, 'patrolRates(by: ROUTE) { route { name } patrols personTimes }'],
    [
      'suggestions of patrols by unit',
      5,
      `figure(indicator: "patrol-suggestion-acted-on", ${period}) { rounded ${parts} }`,
    ],
    [
      'suggestions of patrols that are missing from a rate',
      9,
      `figure(indicator: "patrol-suggestion-acted-on", ${period}) { patrolFindings(first: 50, counted: false) { nodes { text } } }`,
    ],
    [
      'projects with all around them',
      18,
      `projects(first: 30) { nodes { number recordedBy actions overdue subject { name } units { name } holder { name } requestCount
        requests(first: 10) { nodes { number project { number } } } events { text recordedBy holder { name } } } }`,
    ],
    [
      'recurring subjects with all around them',
      10,
      `recurringSubjects(period: { first: "2023-01-01", last: "2026-12-31" }) { total subjects { subject { name } count before households
        inProjects requests(first: 5) { nodes { number } } months { count } parts { name count } projects { number } } }`,
    ],
    [
      'the Party’s tree with all around it',
      16,
      `partyTree { name parent { name } unit { name } organization { name kind { name } } industry { name } management secretary { name } viewerCan
        successor { name } endedBecause covers { way organization { name } partyOrganization { name } endedBecause }
        versions { name parent { name } unit { name } organization { name } } children(first: 5) { nodes { name } }
        posts { holder { name } secretaryOf { name } secretaryAt { name } } directManagement { enteredBecause } }`,
    ],
    [
      'what was published, with what the records give',
      16,
      `reportedFigures(first: 100) { totalCount nodes { value unit { name } organizationKind { name } derived { rounded } difference holds
        recordedBy versions { value recordedBy } definition { since } } }`,
    ],
    [
      'closed periods with their figures, and what the records give today',
      30,
      `figureSnapshots { totalCount nodes { number closedBy reopenedBy town { name } figure(indicator: "contact") { rounded today { rounded } changed }
        figures(everywhere: true, first: 20) { nodes { name rounded today { rounded } changed } } } }`,
    ],
    [
      'a figure with the closed period that keeps it',
      5,
      'figure(indicator: "household", on: "2023-01-31") { numerator snapshot closed { numerator changed } parts(first: 100) { nodes { name } } }',
    ],
    [
      'a figure with what was published of it',
      5,
      'figure(indicator: "household", on: "2023-03-31") { numerator reported { rounded holds } }',
    ],
    [
      'what is incomplete in the Party',
      10,
      'partyFindings(first: 50) { nodes { rule partyOrganization { name } organization { name } } }',
    ],
    ['requests by worker', 5, 'requestRates(by: WORKER) { worker { name } count completion { rounded } }'],
    ['requests by subject', 4, 'requestRates(by: SUBJECT) { subject { name } count completion { rounded } }'],
    ['a rate of requests by unit', 5, `figure(indicator: "request-completion", ${period}) { rounded ${parts} }`],
    ['a rate of calls by unit', 5, `figure(indicator: "call-completion", ${period}) { rounded ${parts} }`],
    [
      'a rate of calls with those that are missing',
      9,
      `figure(indicator: "call-completion", ${period}) { calls(first: 50, counted: false) { nodes { number hotline { name } answeredBy { name } } } }`,
    ],
    [
      'a rate of requests with those that are missing',
      14,
      `figure(indicator: "request-completion", ${period}) { requests(first: 50, counted: false) { nodes { number unit { name } holder { name } } } }`,
    ],
    [
      'the scoreboard of units, each opened into its parts and records',
      26,
      `comparisons(${period}, level: BLOCK) { whole { name } units(first: 100, orderBy: SOLVED) { nodes { name households
        contacts { rank figure { rounded parts(first: 5) { nodes { name numerator } } visits(first: 5) { nodes { visitedOn } } } }
        breadth { rank figure { rounded households(first: 5, counted: false) { nodes { code } } } }
        records { rank figure { rounded visits(first: 5, counted: false) { nodes { recordFaults } } } }
        promptness { rank figure { rounded requests(first: 5, counted: false) { nodes { number } } } }
        solved { rank figure { rounded requests(first: 5, counted: false) { nodes { number } } } } satisfaction { rounded } } } }`,
    ],
    [
      'figures that cover households, with the households that nobody has contacted',
      12,
      `figure(indicator: "household-contacted", ${period}) { rounded ${parts} households(first: 50, counted: false) { totalCount }
        all: households(first: 50) { nodes { code block { name } } } } rate: figure(indicator: "contact-rate", ${period}) { rounded ${parts} }`,
    ],
    [
      'a rate of records with the visits in order and what the others lack',
      13,
      `figure(indicator: "contact-record", ${period}) { rounded ${parts} visits(first: 50) { totalCount }
        others: visits(first: 50, counted: false) { nodes { visitedOn recordFaults visitors { name } household { code } } } }`,
    ],
    [
      'households with who is in them, where they live and their record',
      16,
      `units(kind: BLOCK, first: 20) { nodes { ... on Block { households(first: 10) { nodes { address label
        residents { name telephone birthYear head stays { household { code } } }
        events(first: 10) { nodes { by resident { name } other { code } visit { id } changes { before after }
          householdCategory { name resident { name } } } } } } } } }`,
    ],
    [
      'households to contact with all around them',
      19,
      `dueHouseholds(first: 50) { totalCount nodes { dueOn household { code viewerCan block { name } }
        lastVisit { visitedOn demand visitors { name } } toBring { outcome requests { number subject { name } } }
        reasons { name since category { name } rule { everyMonths category { name } } } } }`,
    ],
    [
      'what a contact rule would change',
      8,
      'previewContactRule(everyMonths: 1) { due blocks { block { name } become } }',
    ],
    ['overlays', 4, 'overlays { name blockCount teamCount blocks { nodes { name } } }'],
    ['households by unit', 3, `figure(indicator: "household") { ${parts} }`],
    ['teams by unit, once', 3, `figure(indicator: "team", asOf: "2023-06-01") { ${parts} }`],
    ['contacts as recorded', 5, `figure(indicator: "contact", ${period}, basis: AS_RECORDED) { ${parts} }`],
    ['contacts as of', 5, `figure(indicator: "contact", ${period}, basis: AS_OF, asOf: "2023-06-01") { ${parts} }`],
    ['contacts restated', 5, `figure(indicator: "contact", ${period}) { ${parts} }`],
    [
      'the town again from each of its units, on many days',
      20,
      `units(filter: { name: "新" }, first: 20) { nodes { lineage { predecessor { town { name unitCounts { count } teamCount householdCount
        figure(indicator: "household") { numerator } contacts: figure(indicator: "contact", ${period}) { numerator }
        findings(first: 1) { totalCount } people(first: 1) { totalCount } requests(first: 1) { totalCount } } } } } }`,
    ],
    [
      'the tree as a file, from each of its units',
      10,
      `units(first: 5) { nodes { town { treeFile(format: CSV) { content } } } }`,
    ],
    ['the tree as a file, once', 9, 'treeFile(format: CSV, asOf: "2023-06-01") { content }'],
  ])('%s: at most %i', async (_name, most, selection) => {
    const query = `query($code: RegisterCode!) { town(code: $code) { ${selection} } }`;
    // What is kept by a town's tree may be from a query before, of one of the two.
    for (const { admin, code } of [short, long]) await admin.ask(query, { code });
    const few = await listen(short.admin, query, { code: short.code });
    const many = await listen(long.admin, query, { code: long.code });
    expect(JSON.stringify(many.data).length).toBeGreaterThan(JSON.stringify(few.data).length);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(most);
  });

  it('closing a year of all figures: at most 30', async () => {
    const query = 'mutation($input: ClosePeriodInput!) { closePeriod(input: $input) { snapshot { number } } }';
    const close = ({ admin, code }: TestTown) =>
      listen(admin, query, { input: { town: code, length: 'YEAR', day: '2023-01-01' } });
    const [few, many] = [await close(short), await close(long)];
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(30);
  });
});

describe('a dashboard takes as many statements', () => {
  const indicators =
    '["household", "team", "village", "block", "contact", "contact-rate", "contact-record", "request-completion"]';
  const period = 'period: { first: "2024-01-01", last: "2024-12-31" }';
  const before = 'period: { first: "2023-01-01", last: "2023-12-31" }';
  const figures = (period: string) => `figures(indicators: ${indicators}, ${period}) {
    ... on TownFigureSet { town { name } figures { indicator { code } numerator denominator rounded } } ... on TownUnavailable { town { name } reason } }`;
  const selection = `code ${figures(period)} before: ${figures(before)} totals(indicators: ${indicators}, ${period}) { rounded missing { name } }
    series(indicator: "contact-rate", by: MONTH, first: "2024-01-01", last: "2024-12-31") { points { rounded } }`;
  const setsIn = (data: Data) =>
    data.districts.flatMap((each: Data) => each.figures.filter((one: Data) => 'figures' in one)).length;

  it('for all districts, whatever the number of towns, indicators and periods: at most 5', async () => {
    const query = `{ districts { ${selection} } }`;
    const few = await listen(platform.operator, query, {});
    for (let more = 0; more < 4; more++) await settledTown(platform, 2);
    const many = await listen(platform.operator, query, {});
    expect(setsIn(many.data)).toBe(setsIn(few.data) + 4);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(5);
  });

  it('for a district that opens its figures into units and counts from records, whatever the number of its towns', async () => {
    const { town } = await settledTown(platform, 2);
    const district = town.code.slice(0, 6);
    await platform.operator.do('openOfficeAccount', { name: 'board', displayName: '区', district }, 'account { name }');
    const office = await platform.clientOf(`board-${district}`);
    const opened = `opened: figures(indicators: ["contact", "household-contacted"], period: { first: "2024-01-15", last: "2024-11-15" }) {
      ... on TownFigureSet { figures { numerator denominator parts { nodes { name numerator } } } } }`;
    const query = `{ districts { ${selection} ${opened} } }`;
    const few = await listen(office, query, {});
    const towns = await platform.database.sql<{ code: string }>(
      `select code from town_version join town on town.id = town_id where set_up_on is null and district_code = $1
       and (select count(*) from register_unit where town_code = town.code) >= 4 and valid_to is null limit 2`,
      [district],
    );
    for (const { code } of towns) await platform.operator.do('setUpTown', { code }, 'town { code }');
    expect(towns).toHaveLength(2);
    const many = await listen(office, query, {});
    expect(setsIn(many.data)).toBe(setsIn(few.data) + 2);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(10);
  });
});

it.each([
  ['contact', 6],
  ['contact-record', 6],
  ['contact-rate', 7],
  ['household', 4],
  ['household-contacted', 4],
])(
  'a series of %s takes as many statements for many steps as for one, of the town and of a unit: at most %i',
  async (indicator, most) => {
    const { town, blocks, households } = await settledTown(platform, 3);
    for (const day of ['2024-01-05', '2024-07-05', '2025-06-05']) await recordVisit(town, households[0], day);
    await apply(town, '2024-06-01', [{ merge: { units: [blocks[1]], into: blocks[0] } }]);
    const of = (name: string, unit: string, last: string) =>
      `${name}: series(indicator: "${indicator}", by: MONTH, first: "2024-01-01", last: "${last}"${unit}) { points { numerator denominator rounded } }`;
    const query = (last: string) => `query($code: RegisterCode!) { town(code: $code) {
    ${of('town', '', last)} ${of('unit', `, unit: "${town.unit(0)}"`, last)} } }`;
    for (const last of ['2024-01-31', '2025-12-31']) await town.admin.ask(query(last), { code: town.code });
    const few = await listen(town.admin, query('2024-01-31'), { code: town.code });
    const many = await listen(town.admin, query('2025-12-31'), { code: town.code });
    expect(many.data.town.unit.points).toHaveLength(24);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(most);
  },
);

/** Two towns, the one with fewer units in the register first: what else they are given is to make the difference. */
async function bySize([one, other]: [TestTown, TestTown]): Promise<[TestTown, TestTown]> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { units { totalCount } } }';
  const size = async ({ admin, code }: TestTown) => (await admin.ask(query, { code })).town.units.totalCount;
  return (await size(one)) <= (await size(other)) ? [one, other] : [other, one];
}

/** A town with so many blocks, and with every kind of row that hangs on them. */
async function townWith(blocks: number): Promise<{ code: string; admin: ApiClient }> {
  const town = await platform.newTown();
  for (let block = 0; block < blocks; block++) {
    const parent = town.unit(block % 4);
    const id = await town.openUnit({ parent });
    for (let each = 0; each < blocks; each += 6) {
      const team = await town.formTeam(id);
      await town.admin.do('joinTeam', { team, person: await town.person(), role: 'LEAD' }, 'member { id }');
      await town.admin.do('postNotice', { team, title: '停水', text: '周三停水' }, 'notice { id }');
    }
    await town.admin.do(
      'appointOfficer',
      { unit: parent, person: await town.person(), title: 'OFFICER' },
      'post { id }',
    );
    const opening = { town: town.code, name: `o${block}`, displayName: '干部', role: 'UNIT_OFFICER', unit: parent };
    const person = await town.person();
    if (block % 4 === 0) await town.admin.do('openAccount', { ...opening, person }, 'account { id }');
  }
  return town;
}
