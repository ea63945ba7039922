import { beforeAll, describe, expect, it } from 'vitest';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { listen } from './listen.fixture.ts';
import { townWithHistory } from './past.fixture.ts';

const platform = testPlatform();

describe('the number of statements of a query does not grow with what a town has been through', () => {
  let short: TestTown;
  let long: TestTown;

  beforeAll(async () => {
    // Two years, so that there are several days, which are read otherwise than one.
    const [smaller, larger] = await bySize([await platform.newTown(), await platform.newTown()]);
    short = await townWithHistory(smaller, 2);
    long = await townWithHistory(larger, 6);
  }, 120_000);

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
        steps { verb unit { name } units { name } into { name } } town { name } } }
        some: restructurings(first: 14, status: [APPLIED]) { nodes { ${difference} } }`,
    ],
    [
      'drafts with checks, difference and tree',
      15,
      `restructurings(first: 4, status: [DRAFT]) { nodes { checks { message units { name } } ${difference} tree { name } } }`,
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
    ['requests with all around them', 22, `requests(first: 60) { totalCount nodes { ${request} } }`],
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
      'relief with all around it',
      17,
      `reliefApplications(first: 30) { totalCount nodes { number reason itemName granted recordedBy actions item { category { name } }
        household { code reliefYears { granted sources { granted } } } resident { name } repeats { number grants { amount } }
        grants { fund { name entries { recordedBy } } } events { text recordedBy } } }`,
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
      'inspections with all around them',
      20,
      `inspectionRounds(first: 30) { totalCount nodes { note recordedBy viewerMayRevise people { name } squad { name head { name } members { name } viewerCan }
        checks { people { name } nothingFound block { name } place { name address kind unit { name } viewerCan organization { name } }
          findings { text mended actions request { number inspectionFinding { text } } events { recordedBy request { number } } } }
        versions { writtenBy checks { people { name } check { place { name } } } } } }`,
    ],
    [
      'what inspections found',
      11,
      'inspectionFindings(first: 30) { totalCount nodes { text mended check { place { name } round { squad { name } } people { name } } } }',
    ],
    ['squads of inspections', 3, 'inspectionSquads(first: 30) { nodes { name members { name } versions { name } } }'],
    [
      'places of inspections',
      5,
      `inspectionPlaces(first: 30, filter: { uncheckedIn: { first: "2024-01-01", last: "2024-12-31" } }) { nodes { name unit { name } } }`,
    ],
    [
      'sums of inspections by place',
      6,
      `inspectionSums(by: PLACE, ${period}) { total { checks } groups { place { name } personTimes } }`,
    ],
    [
      'sums of inspections by squad',
      6,
      `inspectionSums(by: SQUAD, ${period}) { groups { squad { name head { name } } unit { name } } }`,
    ],
    [
      'person-times of inspections by unit',
      5,
      `figure(indicator: "inspection-person-time", ${period}) { rounded ${parts} }`,
    ],
    [
      'rounds that a figure counts',
      8,
      `figure(indicator: "inspection-person-time", ${period}) { inspectionRounds(first: 50) { nodes { squad { name } } } }`,
    ],
    [
      'deliberations with all around them',
      24,
      `deliberations(first: 30) { totalCount nodes { question recordedBy actions unit { name } rule { name } tally { voters unanswered } calculation { needed }
        voters(first: 5) { totalCount nodes { voted household { code } votes { choice recordedBy } } }
        objections(first: 5) { totalCount nodes { text voter { household { code } } answers { text person { name } } } }
        meetings { minutes evidenceOf { number } } requests(first: 5) { nodes { number deliberations { question } } } events { text recordedBy } } }`,
    ],
    ['rules of deliberations', 3, 'deliberationRules { versions { name } }'],
    [
      'deliberations that a figure counts',
      8,
      `figure(indicator: "deliberation-objection-answered", period: { first: "2026-01-01", last: "2029-12-31" }) { deliberations(first: 50) { nodes { question tally { objections } } } }`,
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
      'who is assigned to organisations and units',
      5,
      `workAssignments(first: 100, filter: { role: [LIAISON] }) { totalCount nodes { role person { name } unit { name parent { name } }
        organization { name kind { name } unit { name } } } }`,
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
      `figureSnapshots(first: 20) { totalCount nodes { number closedBy reopenedBy town { name } figure(indicator: "contact") { rounded today { rounded } changed }
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

  it('closing a year of all figures: at most 44', async () => {
    const query = 'mutation($input: ClosePeriodInput!) { closePeriod(input: $input) { snapshot { number } } }';
    const close = ({ admin, code }: TestTown) =>
      listen(admin, query, { input: { town: code, length: 'YEAR', day: '2023-01-01' } });
    const [few, many] = [await close(short), await close(long)];
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
    expect(many.sent.length, many.sent.join('\n')).toBeLessThanOrEqual(44);
  });
});

/** Two towns, the one with fewer units in the register first: what else they are given is to make the difference. */
async function bySize([one, other]: [TestTown, TestTown]): Promise<[TestTown, TestTown]> {
  const query = 'query($code: RegisterCode!) { town(code: $code) { units { totalCount } } }';
  const size = async ({ admin, code }: TestTown) => (await admin.ask(query, { code })).town.units.totalCount;
  return (await size(one)) <= (await size(other)) ? [one, other] : [other, one];
}
