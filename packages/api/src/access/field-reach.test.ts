import { type GraphQLField, getNamedType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { buildSchema } from '../schema.ts';
import { dayOf } from '../today.ts';
import { type Furnished, furnishedFields } from './field-reach.fixture.ts';
import { takenBy } from './objects.ts';
import { operations } from './operations.ts';
import { type Permission, permissionNames } from './permissions.ts';
import { grantsOf, type Role, roles } from './roles.ts';
import { scopes } from './scopes.ts';

const platform = testPlatform();
const schema = buildSchema();

/** A field below the root that asks for a permission of its own: by its line, or because of what it answers. */
interface OwnField {
  name: string;
  type: string;
  field: GraphQLField<unknown, unknown>;
  permission: Permission;
}

const permission = (line: string) => permissionNames.find((each) => each === operations[line]);

/**
 * Not here: the root's own fields, of which a subscription's reach is tried in live/figures-changed.test.ts, what mutations answer
 * (still-seen.test.ts), and reminders, roles and invitations, which are one's own or for people only.
 */
const elsewhere =
  /(Payload|Connection|Edge)$|^(Query|Mutation|Subscription|VisitSyncResult|(Household|Organization)ImportDuplicate|OrganizationImportDifference|Reminder|Assignment|Invitation|__.*)$/;

const fields: OwnField[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !elsewhere.test(name))
  // What all kinds of units have is tried with blocks.
  .filter((type) => type.name === 'Block' || !type.getInterfaces().some(({ name }) => name === 'Unit'))
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field.name}`;
      const taken = takenBy(getNamedType(field.type).name.replace(/Connection$/, ''));
      // Whoever sees an object sees others of its permission that it leads to.
      const asked = permission(name) ?? (taken === takenBy(type.name) ? undefined : taken);
      // No role of a town has this one; programme-offer.test.ts shows who is told.
      if (asked === 'programme:offer') return [];
      return asked ? [{ name, type: type.name, field, permission: asked }] : [];
    }),
  );

/** Permissions that some role holds for a part of a town only. */
const local = new Set(
  permissionNames.filter((each) =>
    (Object.keys(roles) as Role[]).some((role) => ['unit', 'below', 'team'].includes(grantsOf(role)[each] ?? '')),
  ),
);

/**
 * Lists that are the town's own, open to whoever holds the permission in it anywhere; findings of the next unit; and visits that
 * are held, each of which whoever settles visits there sees. How many households a request concerns is told with the request, also of those of
 * the next unit.
 */
const townsOwn = [
  'Town.guidanceStations',
  'Town.unitAssignments',
  'Town.allowedParents',
  'Town.categories',
  'Town.contactRules',
  'Town.deadlineRules',
  'Town.externalParties',
  'Town.findings',
  'Town.heldVisits',
  'Town.reliefFunds',
  'Programme.categories',
  'PairingKind.categories',
  'PairingKindVersion.categories',
  'Town.volunteerActivityKinds',
  'Town.volunteerActivities',
  'Town.rewards',
  'Request.householdCount',
];

/** What a field is given, and what is asked of what it answers. */
const period = 'period: { first: "2024-01-01", last: "2028-12-31" }';
const given: Record<string, string> = {
  'District.figures': '(indicators: ["block"])',
  'District.totals': '(indicators: ["block"])',
  'District.series': '(indicator: "block", by: YEAR, first: "2024-01-01", last: "2026-12-31")',
  'Town.figure': '(indicator: "household")',
  'Coverage.gaps': '(rate: ESTABLISHMENT)',
  'Town.series': '(indicator: "block", by: YEAR, first: "2024-01-01", last: "2026-12-31")',
  'Town.comparisons': `(${period})`,
  'Town.recurringSubjects': `(${period})`,
  'Town.reliefSums': `(by: ITEM, ${period})`,
  'Town.requestRates': '(by: SUBJECT)',
  'Town.callRates': '(by: HOTLINE)',
  'Town.patrolRates': '(by: UNIT)',
  'Town.pairingSums': `(by: UNIT, ${period})`,
  'Town.inspectionSums': `(by: UNIT, ${period})`,
  'Town.unpairedHouseholds': '(pairingKind: $unpaired)',
  'Figure.pairedHouseholds': '(counted: false)',
  'Town.pairingsDue': '(by: "2099-12-31")',
  'Town.findHouseholds': '(text: "户主")',
  'Town.households': '(ids: [$Household])',
  'Town.dueHouseholds': '(dueBy: "2099-12-31")',
  'Town.previewContactRule': '(everyMonths: 1)',
  'Town.workingDayExceptions': '(from: "2026-01-01", to: "2026-12-31")',
  'Town.volunteerPoints': `(${period})`,
  'Volunteer.statement': `(${period})`,
  'Town.programmeSessions': '(on: "2027-03-01")',
  'Town.projectCounts': '(year: 2027)',
  'Town.changes': '(from: "2020-01-01", to: "2099-12-31")',
  'Town.unitsEverNamed': '(text: "块")',
  'Town.treeFile': '(format: CSV)',
  'Town.organizationFile': '(format: CSV)',
  'Town.organizationFileTemplate': '(format: CSV)',
  'Town.householdFileTemplate': '(format: CSV)',
  'Town.restructurings': '(first: 50)',
};

/** Where objects of a type are found in the furnished town; FIELD stands for what is asked of them. */
const found: Record<string, string> = {
  District: 'town(code: $code) { district { FIELD } }',
  Town: 'town(code: $code) { FIELD }',
  Block: '$Unit $gone $overlaid'
    .split(' ')
    .map((id, index) => `of${index}: unit(id: ${id}) { ... on Block { FIELD } }`)
    .join(' '),
  Lineage: 'unit(id: $gone) { lineage { FIELD } }',
  Post: 'unit(id: $officed) { ... on Committee { posts { FIELD } } ... on Village { posts { FIELD } } }',
  Person:
    'unit(id: $officed) { ... on Committee { posts { person { FIELD } } } ... on Village { posts { person { FIELD } } } }',
  RestructuringDependent: 'dependents(restructuring: $renamed) { FIELD }',
  Finding: 'town(code: $code) { findings { nodes { FIELD } } }',
  HouseholdPlace: 'household(id: $Household) { places { FIELD } }',
  CallRates: 'town(code: $code) { callRates(by: HOTLINE) { FIELD } }',
  EndedCoverage: 'town(code: $code) { coverage { gaps(rate: ORGANIZATION_COVERAGE) { nodes { ended { FIELD } } } } }',
  DueReason: 'town(code: $code) { dueHouseholds(dueBy: "2099-12-31", first: 5) { nodes { reasons { FIELD } } } }',
  Overlay: 'town(code: $code) { overlays { FIELD } }',
  Team: 'team(id: $Team) { FIELD }',
  Restructuring: 'town(code: $code) { restructurings(first: 10, status: [DRAFT, APPLIED]) { nodes { FIELD } } }',
  Household: 'household(id: $Household) { FIELD }',
  HouseholdEvent: 'household(id: $Household) { events(first: 50) { nodes { FIELD } } }',
  HouseholdCategory: 'household(id: $Household) { categories { FIELD } }',
  ResidentStay: 'resident(id: $Resident) { stays { FIELD } }',
  Visit: 'visit(id: $Visit) { FIELD }',
  HeldVisit: 'node(id: $HeldVisit) { ... on HeldVisit { FIELD } }',
  Request:
    'a: request(id: $Request) { FIELD } b: request(id: $raised) { FIELD } c: request(id: $petitioned) { FIELD } d: request(id: $patrolled) { FIELD } f: request(id: $mixed) { FIELD } e: request(id: $inspected) { FIELD }',
  Hotline: 'hotline(id: $Hotline) { FIELD }',
  Call: 'call(id: $Call) { FIELD }',
  CallEvent: 'call(id: $Call) { events { FIELD } }',
  Petition: 'petition(id: $Petition) { FIELD }',
  Petitioner: 'petition(id: $Petition) { petitioners { FIELD } }',
  Mediation: 'mediation(id: $Mediation) { FIELD }',
  MediationParty: 'mediation(id: $Mediation) { parties { FIELD } }',
  Patrol: 'patrol(id: $Patrol) { FIELD }',
  PatrolFinding: 'node(id: $PatrolFinding) { ... on PatrolFinding { FIELD } }',
  PatrolFindingEvent: 'node(id: $PatrolFinding) { ... on PatrolFinding { events { FIELD } } }',
  PatrolRates: 'town(code: $code) { patrolRates(by: ROUTE) { FIELD } }',
  InspectionSquad: 'inspectionSquad(id: $InspectionSquad) { FIELD }',
  InspectionPlace: 'inspectionPlace(id: $InspectionPlace) { FIELD }',
  InspectionRound: 'inspectionRound(id: $InspectionRound) { FIELD }',
  InspectionRoundVersion: 'inspectionRound(id: $InspectionRound) { versions { FIELD } }',
  InspectionRoundVersionCheck: 'inspectionRound(id: $InspectionRound) { versions { checks { FIELD } } }',
  InspectionCheck: 'inspectionRound(id: $InspectionRound) { checks { FIELD } }',
  InspectionFinding: 'node(id: $InspectionFinding) { ... on InspectionFinding { FIELD } }',
  InspectionFindingEvent: 'node(id: $InspectionFinding) { ... on InspectionFinding { events { FIELD } } }',
  InspectionSum: `a: town(code: $code) { inspectionSums(by: SQUAD, ${period}) { groups { FIELD } } } b: town(code: $code) { inspectionSums(by: PLACE, ${period}) { groups { FIELD } } }`,
  Project: 'project(id: $Project) { FIELD }',
  Deliberation: 'deliberation(id: $deliberated) { FIELD }',
  DeliberationVoter: 'deliberation(id: $deliberated) { voters { nodes { FIELD } } }',
  DeliberationMeeting: 'deliberation(id: $deliberated) { meetings { FIELD } }',
  ReliefApplication:
    'a: reliefApplication(id: $ReliefApplication) { FIELD } b: reliefApplication(id: $relieved) { FIELD }',
  ReliefGrant: 'reliefApplication(id: $relieved) { grants { FIELD } }',
  ReliefFund: 'reliefFund(id: $ReliefFund) { FIELD }',
  JobPlacement: 'jobPlacement(id: $JobPlacement) { FIELD }',
  Pairing: 'pairing(id: $Pairing) { FIELD }',
  PairingContact: 'node(id: $PairingContact) { ... on PairingContact { FIELD } }',
  PairingKind: 'town(code: $code) { pairingKinds { FIELD } }',
  PairingKindVersion: 'town(code: $code) { pairingKinds { versions { FIELD } } }',
  UnpairedHousehold: 'town(code: $code) { unpairedHouseholds(pairingKind: $unpaired) { nodes { FIELD } } }',
  Volunteer: 'volunteer(id: $Volunteer) { FIELD }',
  PointEntry: `volunteer(id: $Volunteer) { statement(${period}) { entries { FIELD } } }`,
  VolunteerSignUp: 'volunteerActivity(id: $VolunteerActivity) { signUps { FIELD } }',
  VolunteerActivity: 'volunteerActivity(id: $VolunteerActivity) { FIELD }',
  Redemption: 'redemption(id: $Redemption) { FIELD }',
  Programme: 'programme(id: $Programme) { FIELD }',
  ProgrammeSession: 'programme(id: $Programme) { sessions { FIELD } }',
  Contest: 'programme(id: $contest) { contest { FIELD } }',
  ContestTeam: 'programme(id: $contest) { contest { teams { FIELD } } }',
  ContestRound: 'programme(id: $contest) { contest { rounds { FIELD } } }',
  ContestStanding: 'programme(id: $contest) { contest { rounds { standings { FIELD } } } }',
  TownProgrammeOffer: 'town(code: $code) { programmeOffers { FIELD } }',
  ProgrammeGift: 'programme(id: $Programme) { gifts { FIELD } }',
  ProgrammeEnrolment: 'programmeEnrolment(id: $ProgrammeEnrolment) { FIELD }',
  ProgrammeCandidate: 'programme(id: $Programme) { candidates { nodes { FIELD } } }',
  PartyOrganization:
    'a: partyOrganization(id: $PartyOrganization) { FIELD } b: partyOrganization(id: $seated) { FIELD }',
  PartyOrganizationVersion:
    'a: partyOrganization(id: $PartyOrganization) { versions { FIELD } } b: partyOrganization(id: $seated) { versions { FIELD } }',
  PartyFinding: 'town(code: $code) { partyFindings { nodes { FIELD } } }',
  CoverageLink: 'node(id: $CoverageLink) { ... on CoverageLink { FIELD } }',
  Coverage: 'town(code: $code) { coverage { FIELD } }',
  CoverageGap: 'town(code: $code) { coverage { gaps(rate: ESTABLISHMENT) { nodes { FIELD } } } }',
  CoverageRemedy: 'town(code: $code) { coverage { gaps(rate: ESTABLISHMENT) { nodes { remedies { FIELD } } } } }',
  WorkAssignment: 'organization(id: $Organization) { workAssignments { FIELD } }',
  GuidanceStation: 'town(code: $code) { guidanceStations { FIELD } }',
  Organization: 'a: organization(id: $Organization) { FIELD } b: organization(id: $seat) { FIELD }',
  RecurringSubject: `town(code: $code) { recurringSubjects(${period}) { subjects { FIELD } } }`,
  DueHousehold: 'town(code: $code) { dueHouseholds(dueBy: "2099-12-31", first: 5) { nodes { FIELD } } }',
  ToBring: 'town(code: $code) { dueHouseholds(dueBy: "2099-12-31", first: 5) { nodes { toBring { FIELD } } } }',
};

/** The figures that open into records. */
const figures: Record<string, string> = {
  'Figure.calls': 'call',
  'Figure.gaps': 'establishment',
  'Figure.households': 'household',
  'Figure.patrols': 'patrol-round',
  'Figure.patrolFindings': 'patrol-suggestion',
  'Figure.inspectionRounds': 'inspection-check',
  'Figure.inspectionFindings': 'inspection-finding',
  'Figure.pairings': 'pairing',
  'Figure.pairedHouseholds': 'household-paired',
  'Figure.deliberations': 'deliberation-objection-answered',
  'Figure.reported': 'household',
  'Figure.closed': 'contact',
  'Figure.snapshot': 'contact',
  'Figure.requests': 'request',
  'Figure.visits': 'contact',
};

/** Of these, those that have no period. */
const stocks = ['household', 'pairing', 'household-paired'];

/** This month, of which small numbers are told, too. */
const [year, month] = dayOf(new Date()).split('-').map(Number);
const lastOfMonth = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
const thisMonth = `period: { first: "${lastOfMonth.slice(0, 7)}-01", last: "${lastOfMonth}" }`;
/** Those of a closed period, and the one that is closed. */
const closed = new Set(['Figure.closed', 'Figure.snapshot']);
const quarter = 'period: { first: "2024-04-01", last: "2024-06-30" }';

let furnished: Furnished;
/** Somebody who holds all of a role of the whole town, and another role in the next unit, or in another town. */
let neighbour: ApiClient;
let outsider: ApiClient;
const kept = { AUDITOR: roles.AUDITOR, MEDIATOR: roles.MEDIATOR };

beforeAll(async () => {
  furnished = await furnishedFields(platform);
  ({ neighbour, outsider } = await furnished.viewers());
});

afterAll(() => {
  for (const [role, grants] of Object.entries(kept)) Reflect.set(roles, role, grants);
});

/** Gives the two roles of this test what they may do: the town's all but one permission, the other's that one. */
function without(missing: Permission | undefined): void {
  const all = permissionNames.filter((each) => each !== missing).map((each) => [each, 'town']);
  Reflect.set(roles, 'AUDITOR', Object.fromEntries(all));
  Reflect.set(roles, 'MEDIATOR', missing === undefined ? {} : { [missing]: 'unit' });
}

/** Everything that a field answers to somebody, wherever objects of its type are found. */
async function answers({ name, type, field }: OwnField, client: ApiClient): Promise<unknown[]> {
  const answered = getNamedType(field.type);
  const leaves = isObjectType(answered) && answered.name === 'ToBring' ? '{ demand outcome }' : '{ __typename }';
  const below = answered.name.endsWith('Connection') ? '{ nodes { __typename } }' : leaves;
  const asked = `value: ${field.name}${given[name] ?? ''} ${isLeafType(answered) ? '' : below}`;
  const indicator = figures[name];
  const path =
    indicator === undefined
      ? found[type]
      : `town(code: $code) { figure(indicator: "${indicator}"${stocks.includes(indicator) ? '' : `, ${closed.has(name) ? quarter : thisMonth}`}) { FIELD } }`;
  if (path === undefined) throw new Error(`Where is a ${type}?`);
  const selection = path.replaceAll('FIELD', asked);
  const variables = { code: furnished.town.code, ...furnished.ids };
  const named = Object.keys(variables).filter((each) => new RegExp(`\\$${each}\\b`).test(selection));
  const declared = named.map((each) => `$${each}: ${each === 'code' ? 'RegisterCode!' : 'ID!'}`);
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const { data, errors } = await client.send(`query${head} @purpose(of: CHECK) { ${selection} }`, variables);
  expect(errors.filter(({ extensions: { code } }) => !['FORBIDDEN', 'NOT_FOUND'].includes(code))).toEqual([]);
  return valuesIn(data).filter((value) => !isNothing(value));
}

function valuesIn(data: Data): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(valuesIn);
  return Object.entries(data).flatMap(([key, each]) => (key === 'value' ? [each] : valuesIn(each)));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isNothing);
}

it('knows every field that asks for a permission of its own, and where to find it', () => {
  expect(fields.length).toBeGreaterThan(90);
  const lost = fields.filter(({ name, type }) => !(type in found) && !(name in figures));
  expect(lost.map(({ name }) => name)).toEqual([]);
});

describe('is judged where its object is', () => {
  it.each(fields)('$name: $permission', async (own) => {
    without(undefined);
    expect(await answers(own, neighbour), 'to whoever may do everything').not.toEqual([]);
    without(own.permission);
    expect(await answers(own, outsider), 'with the permission in another town').toEqual([]);
    if (!local.has(own.permission) || townsOwn.includes(own.name)) return;
    expect(await answers(own, neighbour), 'with the permission in another unit').toEqual([]);
  });

  it.each(fields.filter((own) => scopes.includes(own.permission)))(
    '$name: not to an application without $permission',
    async (own) => {
      expect(await answers(own, await applicationWithout(own.permission))).toEqual([]);
    },
  );
});

const applications = new Map<Permission, Promise<ApiClient>>();

function applicationWithout(permission: Permission): Promise<ApiClient> {
  const known = applications.get(permission) ?? furnished.applicationWithout(permission);
  applications.set(permission, known);
  return known;
}
