import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import type { Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { contestOf, tiedRound } from '../contests/contest.fixture.ts';
import { deliberation } from '../deliberations/deliberation.fixture.ts';
import { heldVisit } from '../held-visits/held-visit.fixture.ts';
import { furnishedInspection } from '../inspections/inspection.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';
import { furnishedPatrol } from '../patrols/patrol.fixture.ts';
import { districtOf, districtOffice, offered } from '../programme-offers/programme-offer.fixture.ts';
import { enrol, opened } from '../programmes/programme.fixture.ts';
import { applied, endorsed, granted, reliefHands } from '../relief/relief.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { addResident } from '../residents/resident.fixture.ts';
import { buildSchema } from '../schema.ts';
import { dayOf } from '../today.ts';
import { type Named, type Neighbours, neighbours, stored, told } from './isolation.fixture.ts';

const platform = testPlatform();
const mutations = Object.values(buildSchema().getMutationType()?.getFields() ?? {});

let mine: Neighbours['mine'];
let other: Neighbours['other'];
let absent: Neighbours['absent'];
/** What the district of one's own offers. */
let offer: string;
/** A deliberation of one's own whose vote is not open yet. */
let prepared: string;

/**
 * What an input names beside each place of which a value of one's own is taken, where it takes only one: a visit that is held
 * is recorded once, a request is given a household once, and so on.
 */
const spares = new Map<string, Record<string, string>>();

/** What each of these mutations needs anew every time. */
const spared: Record<string, () => Promise<Record<string, string>>> = {
  recordHeldVisit: async () => ({ held: await heldVisit(mine, mine.ids.Household) }),
  addRequestHouseholds: async () => ({ request: (await raise(mine, { place: { unit: mine.ids.Unit } })).id }),
  mendInspectionFinding: async () => ({ finding: (await furnishedInspection(mine)).finding }),
  raiseInspectionFinding: async () => ({ finding: (await furnishedInspection(mine)).finding }),
  actOnPatrolFinding: async () => ({ finding: (await furnishedPatrol(mine)).finding }),
  passOnPatrolFinding: async () => ({ finding: (await furnishedPatrol(mine)).finding }),
  raisePatrolFinding: async () => ({ finding: (await furnishedPatrol(mine)).finding }),
  approveRelief: async () => ({ reliefApplication: await endorsed(mine, await reliefHands(mine), mine.ids.Household) }),
  payRelief: async () => ({ reliefApplication: await applicationOf(mine.ids.ReliefGrant) }),
};

/** The application of one's own to which a grant belongs. */
async function applicationOf(grant: string): Promise<string> {
  const query =
    'query($code: RegisterCode!) { town(code: $code) { reliefApplications { nodes { id grants { id } } } } }';
  const { nodes } = (await mine.admin.ask(query, { code: mine.code })).town.reliefApplications;
  return nodes.find(({ grants }: Data) => grants.some(({ id }: Data) => id === grant)).id;
}

/** An application for relief of one's own that waits for each step that is taken with many at once. */
const waitingRelief: Record<string, () => Promise<string>> = {
  endorseReliefTogether: async () => {
    const { worker } = await reliefHands(mine);
    return (await applied(mine, mine.ids.Household, {}, worker)).id;
  },
  approveReliefTogether: async () => endorsed(mine, await reliefHands(mine), mine.ids.Household),
  payReliefTogether: async () => {
    const grants = [{ fund: mine.ids.ReliefFund, amount: '1' }];
    return granted(mine, await reliefHands(mine), mine.ids.Household, grants);
  },
};

/** What is one's own for each place that takes it once: a request into a project, a Party organisation into another one. */
const free = new Map<string, string>();

beforeAll(async () => {
  ({ mine, other, absent } = await neighbours(platform));
  offer = (await offered(await districtOffice(platform, districtOf(mine)), districtOf(mine))).id;
  prepared = (await deliberation(mine, mine.ids.Unit)).id;
  for (const { mutation, at, path } of slots.filter(({ path }) => path.length > 1)) {
    const spare = await spared[mutation]?.();
    if (spare) spares.set(`${mutation} ${at}`, spare);
    if (['proposeProject', 'linkRequests'].includes(mutation) && path[0] === 'requests') {
      free.set(`${mutation} ${at}`, (await raise(mine, { place: { unit: mine.ids.Unit } })).id);
    }
    const waiting = await waitingRelief[mutation]?.();
    if (waiting) free.set(`${mutation} ${at}`, waiting);
    if (mutation === 'enrolInProgramme') {
      free.set(`${mutation} ${at}`, await addResident(mine, mine.ids.Household, { name: '新住户', from: null }));
    }
    if (mutation === 'issueCertificates') {
      const { Programme: programme, ProgrammeSession: session } = mine.ids;
      const examined = await addResident(mine, mine.ids.Household, { name: '考生', from: null });
      const [made] = await enrol(mine.admin, programme, [examined], { session });
      await mine.admin.do(
        'recordResults',
        { programme, results: [{ enrolment: made?.id, passed: true }] },
        'programme { id }',
      );
      free.set(`${mutation} ${at}`, made?.id);
    }
    if (mutation === 'proposeDeliberation') {
      const mixed = { place: { unit: mine.ids.Unit }, handlingClass: 'MIXED' };
      free.set(`${mutation} ${at}`, (await raise(mine, mixed)).id);
    }
    if (['addDeliberationVoters', 'leaveOutDeliberationVoters'].includes(mutation)) {
      const electorate = path[0] === 'people' ? 'PEOPLE' : 'HOUSEHOLDS';
      spares.set(`${mutation} ${at}`, { deliberation: (await deliberation(mine, mine.ids.Unit, { electorate })).id });
    }
    if (mutation === 'enterContestTeams') spares.set(`${mutation} ${at}`, { programme: (await contestOf(mine)).id });
    if (mutation === 'decideContestRound') {
      const { round, tied } = await tiedRound(mine);
      spares.set(`${mutation} ${at}`, { round });
      free.set(`${mutation} ${at}`, tied);
    }
    if (mutation === 'recordAttendance') {
      const { id, sessions } = await opened(mine, { firstDay: '2026-01-01' }, ['2026-03-02']);
      const [made] = await enrol(mine.admin, id, [mine.ids.Resident]);
      spares.set(`${mutation} ${at}`, { session: sessions[0] ?? '' });
      free.set(`${mutation} ${at}`, made?.id);
    }
    if (mutation === 'mergePartyOrganizations') free.set(`${mutation} ${at}`, (await partyOrganization(mine)).id);
  }
});

/** What the ids in inputs name, by their field. */
const types: Record<string, Named> = {
  unit: 'Unit',
  units: 'Unit',
  parent: 'Unit',
  block: 'Unit',
  into: 'Unit',
  heir: 'Unit',
  designated: 'Unit',
  from: 'Unit',
  to: 'Unit',
  team: 'Team',
  teams: 'Team',
  member: 'TeamMember',
  notice: 'Notice',
  board: 'Board',
  number: 'ServiceNumber',
  photo: 'Photo',
  head: 'TeamMember',
  person: 'Person',
  partner: 'Partner',
  partners: 'Partner',
  post: 'Post',
  account: 'TownAccount',
  assignment: 'Assignment',
  invitation: 'Invitation',
  office: 'Office',
  application: 'Application',
  secret: 'ApplicationSecret',
  endpoint: 'WebhookEndpoint',
  webhookSecret: 'WebhookSecret',
  delivery: 'WebhookDelivery',
  consent: 'ApplicationConsent',
  grant: 'ApplicationGrant',
  export: 'Export',
  since: 'Export',
  draft: 'Restructuring',
  restructuring: 'Restructuring',
  overlay: 'Overlay',
  subject: 'RequestSubject',
  party: 'ExternalParty',
  holder: 'Person',
  request: 'Request',
  household: 'Household',
  households: 'Household',
  resident: 'Resident',
  residents: 'Resident',
  newHead: 'Resident',
  joining: 'Household',
  visit: 'Visit',
  photos: 'Photo',
  held: 'HeldVisit',
  visitors: 'Person',
  category: 'Category',
  householdCategory: 'HouseholdCategory',
  rule: 'ContactRule',
  petition: 'Petition',
  hotline: 'Hotline',
  call: 'Call',
  answeredBy: 'Person',
  about: 'Request',
  duty: 'HotlineDuty',
  mediation: 'Mediation',
  project: 'Project',
  deliberation: 'Deliberation',
  deliberationRule: 'DeliberationRule',
  voter: 'DeliberationVoter',
  objection: 'DeliberationObjection',
  meeting: 'DeliberationMeeting',
  reliefCategory: 'ReliefCategory',
  item: 'ReliefItem',
  fund: 'ReliefFund',
  reliefApplication: 'ReliefApplication',
  reliefApplications: 'ReliefApplication',
  jobPlacement: 'JobPlacement',
  pairingKind: 'PairingKind',
  pairing: 'Pairing',
  pairingContact: 'PairingContact',
  programme: 'Programme',
  session: 'ProgrammeSession',
  gift: 'ProgrammeGift',
  'recordContestScores.round': 'ContestRound',
  'decideContestRound.round': 'ContestRound',
  'reopenContestRound.round': 'ContestRound',
  among: 'ContestTeam',
  'recordContestScores.team': 'ContestTeam',
  'withdrawContestTeam.team': 'ContestTeam',
  enrolment: 'ProgrammeEnrolment',
  enrolments: 'ProgrammeEnrolment',
  takers: 'Resident',
  volunteer: 'Volunteer',
  volunteers: 'Volunteer',
  activityKind: 'VolunteerActivityKind',
  activity: 'VolunteerActivity',
  signUps: 'VolunteerSignUp',
  reward: 'Reward',
  redemption: 'Redemption',
  categories: 'Category',
  grants: 'ReliefGrant',
  campaign: 'ReliefCampaign',
  requests: 'Request',
  mediators: 'Person',
  kind: 'OrganizationKind',
  partyOrganization: 'PartyOrganization',
  'foundPartyOrganization.parent': 'PartyOrganization',
  'changePartyOrganization.parent': 'PartyOrganization',
  'mergePartyOrganizations.into': 'PartyOrganization',
  others: 'PartyOrganization',
  organization: 'Organization',
  covers: 'Organization',
  industry: 'Industry',
  secretaryOf: 'PartyOrganization',
  secretaryAt: 'Unit',
  'endPartyPost.post': 'PartyPost',
  link: 'CoverageLink',
  'endWorkAssignment.assignment': 'WorkAssignment',
  station: 'GuidanceStation',
  kinds: 'OrganizationKind',
  organizationKind: 'OrganizationKind',
  reportedFigure: 'ReportedFigure',
  snapshot: 'FigureSnapshot',
  together: 'Organization',
  ledBy: 'PartyOrganization',
  'recordMediationTalk.parties': 'MediationParty',
  'releaseMediationParties.parties': 'MediationParty',
  route: 'PatrolRoute',
  patrol: 'Patrol',
  finding: 'PatrolFinding',
  stops: 'PatrolStop',
  squad: 'InspectionSquad',
  place: 'InspectionPlace',
  round: 'InspectionRound',
  check: 'InspectionCheck',
  'correctInspectionFinding.finding': 'InspectionFinding',
  'followUpInspectionFinding.finding': 'InspectionFinding',
  'mendInspectionFinding.finding': 'InspectionFinding',
  'raiseInspectionFinding.finding': 'InspectionFinding',
  'reopenInspectionFinding.finding': 'InspectionFinding',
  'formInspectionSquad.head': 'Person',
  'changeInspectionSquad.head': 'Person',
  petitioners: 'Petitioner',
  representatives: 'Petitioner',
  parties: 'PetitionParty',
  accused: 'Unit',
  lead: 'Person',
  members: 'Person',
  people: 'Person',
};

/** A place in an input that takes an id or a register code: the fields to it, and 0 for the first of a list. */
interface Slot {
  path: (string | number)[];
  scalar: 'ID' | 'RegisterCode';
}

/** Every place of an input, in nested inputs and lists too. */
function slotsIn(type: GraphQLInputObjectType): Slot[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const path = [field.name, ...(isListType(getNullableType(field.type)) ? [0] : [])];
    if (isInputObjectType(named)) return slotsIn(named).map((slot) => ({ ...slot, path: [...path, ...slot.path] }));
    return named.name === 'ID' || named.name === 'RegisterCode' ? [{ path, scalar: named.name }] : [];
  });
}

// What was sent late is kept whatever it names; sync-visits.test.ts shows that it is kept alike.
const keptAlike = (slot: { mutation: string; at: string }) =>
  slot.mutation === 'syncVisits' && slot.at.startsWith('visits.');

// What a district offers is no town's, and named to each of its towns; programme-offer.test.ts shows that no other takes it.
const ofDistrict = (path: Slot['path']) => path[0] === 'offer';

const slots = mutations.flatMap((mutation) => {
  const type = getNamedType(mutation.args[0]?.type);
  if (!isInputObjectType(type)) throw new Error(`${mutation.name} has no input`);
  return slotsIn(type)
    .filter(({ path }) => !ofDistrict(path))
    .map(({ path, scalar }) => ({ mutation: mutation.name, at: path.join('.'), path, scalar, type }));
});

it('in the input of every mutation that names something of a town, and in every step of a draft', () => {
  const without = mutations.map(({ name }) => name).filter((name) => !slots.some((slot) => slot.mutation === name));
  expect(without.sort()).toEqual([
    ...['acceptInvitation', 'changePassword', 'registerApplication', 'withdrawProgrammeOffer'],
  ]);
  const steps = slots.filter(({ mutation, path }) => mutation === 'draftRestructuring' && path[0] === 'steps');
  expect(new Set(steps.map(({ path }) => path[2])).size).toBe(10);
  expect(steps.map(({ at }) => at)).toContain('steps.0.split.into.0.households.0');
});

const ofMutations = [
  ...Map.groupBy(
    slots.filter((slot) => !keptAlike(slot)),
    ({ mutation }) => mutation,
  ),
];

it.each(ofMutations)(
  '%s: wherever it names something, an id or code of another town answers as one that does not exist',
  async (mutation, places) => {
    const send = async (slot: (typeof slots)[number], value: string) => {
      const query = `mutation($input: ${slot.type.name}!) { ${mutation}(input: $input) { __typename } }`;
      return told(await mine.admin.send(query, { input: inputFor(slot, value) }));
    };
    const before = await stored(platform);
    for (const slot of places) {
      const { asked, nothings } = valuesFor(slot);
      const answer = await send(slot, asked);
      expect(['NOT_FOUND', 'FORBIDDEN'], slot.at).toContain(answer.errors[0]?.extensions.code);
      for (const nothing of nothings) expect(await send(slot, nothing), slot.at).toEqual(answer);
    }
    expect(await stored(platform)).toEqual(before);
    // What else the steps of a draft say is not what it was refused for.
    for (const slot of places.filter(({ path }) => path.length > 1)) {
      expect((await send(slot, valuesFor(slot).control)).errors, slot.at).toEqual([]);
    }
  },
  // A draft names something in dozens of places.
  120_000,
);

it('in a file to import, the code of another town’s unit answers as one that does not exist', async () => {
  const query = 'query($id: ID!) { unit(id: $id) { code } }';
  const { unit } = await other.admin.ask(query, { id: other.unit(0) });
  const preview = async (parent: string) => {
    const content = Buffer.from(`类型,上级,名称\n块区,${parent},偷\n`).toString('base64');
    const input = { town: mine.code, fileName: '偷.csv', content };
    const { errors } = await mine.admin.do('previewTreeImport', input, 'errors { row column code message }');
    return JSON.parse(JSON.stringify(errors).replaceAll(parent, '?'));
  };
  const previewOrganizations = async (at: string) => {
    const content = Buffer.from(`名称,类别,单位\n偷,园区,${at}\n`).toString('base64');
    const input = { town: mine.code, fileName: '偷.csv', content };
    const selection = 'errors { row column code message }';
    const { errors } = await mine.admin.do('previewOrganizationImport', input, selection);
    return JSON.parse(JSON.stringify(errors).replaceAll(at, '?'));
  };
  for (const look of [preview, previewOrganizations]) {
    const before = await stored(platform);
    const nothing = await look('310999999999');
    expect(nothing).toMatchObject([{ row: 2 }]);
    expect(await look(unit.code)).toEqual(nothing);
    expect(await stored(platform)).toEqual(before);
  }
});

/** What to give to a slot: what belongs to the other town, what does not exist, and what is one's own. */
function valuesFor({ mutation, path, scalar, at }: (typeof slots)[number]) {
  const field = nameAt(path);
  if (scalar === 'ID') {
    const type = types[`${mutation}.${field}`] ?? types[field];
    if (!type) throw new Error(`What does ${at} name?`);
    const control = free.get(`${mutation} ${at}`) ?? mine.ids[type];
    return { asked: other.ids[type], nothings: absent(type), control };
  }
  // No town's administrator may do anything for a district, whichever it is.
  if (field === 'district') return { asked: '310101', nothings: ['999999'], control: mine.code.slice(0, 6) };
  return { asked: other.code, nothings: ['999999999'], control: mine.code };
}

function nameAt(path: Slot['path']): string {
  return path.findLast((each) => typeof each === 'string') ?? '';
}

/** An input that would be taken if the slot named something of one's own. */
function inputFor({ mutation, type, path, at }: (typeof slots)[number], value: string): Record<string, unknown> {
  const [first = ''] = path;
  const input = filled(type, path, value);
  const own = spares.get(`${mutation} ${at}`);
  return { ...input, ...special(mutation, first), ...own, [first]: input[first], ...beside(mutation, input) };
}

/** What another field needs beside the one in question: somebody with whom one is at odds, a number to call back. */
function beside(mutation: string, { parties, caller, checks }: Record<string, unknown>): Record<string, unknown> {
  if (mutation === 'recordInspectionRound' && Array.isArray(checks)) {
    return { checks: checks.map((check) => ({ ...check, nothingFound: true })) };
  }
  if (mutation === 'recordMissedCall') return { caller: { ...(caller as object), telephone: '13800000000' } };
  if (mutation !== 'beginMediation') return {};
  const other = [{ otherName: '乙' }];
  return {
    parties: Array.isArray(parties) && first(parties) ? [...parties, ...other] : [{ otherName: '甲' }, ...other],
  };
}

/** Whether an input in a list says anything. */
function first([one]: readonly unknown[]): boolean {
  return typeof one === 'object' && one !== null && Object.keys(one).length > 0;
}

/** What an input must have, and the way to the end of the path, where the value is. */
function filled(type: GraphQLInputObjectType, [next, ...path]: Slot['path'], value: string): Record<string, unknown> {
  const given = Object.values(type.getFields()).filter(
    (field) =>
      field.name === next ||
      field.name === 'name' ||
      isRequiredInputField(field) ||
      // Only what has a class can be handled at once.
      (next === 'handled' && field.name === 'handlingClass'),
  );
  return Object.fromEntries(
    given.map((field) => [field.name, field.name === next ? reached(field.type, path, value) : sample(field)]),
  );
}

function reached(type: GraphQLInputType, path: Slot['path'], value: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [reached(nullable.ofType, path.slice(1), value)];
  return isInputObjectType(nullable) ? filled(nullable, path, value) : value;
}

/** Values of enums that ask for nothing beside them. */
const needless = ['BLOCK', 'NAME_LIAISON'];

/** A value of one's own for a field. */
function sample({ name, type }: GraphQLInputField): unknown {
  const nullable = getNullableType(type);
  const named = getNamedType(type);
  const scalars: Record<string, unknown> = {
    ...{ ID: mine.ids[types[name] ?? 'Unit'], Money: '1', RegisterCode: mine.code, Int: 1, Float: 1, Boolean: true },
    DateTime: '2026-01-05T08:00:00+08:00',
  };
  const one = isEnumType(named)
    ? (named.getValues().find(({ name }) => needless.includes(name)) ?? named.getValues()[0])?.name
    : isInputObjectType(named)
      ? filled(named, [], '')
      : (scalars[named.name] ?? '偷');
  return isListType(nullable) ? [one] : one;
}

/** Party organisations and guidance stations of one name are not founded twice. */
let founded = 0;

/** What a mutation asks for beyond what its input must have, where another field is the one in question. */
function special(mutation: string, field: string | number): Record<string, unknown> {
  const content = Buffer.from('类型,上级,名称\n村,,偷\n').toString('base64');
  const role = field === 'team' ? 'TEAM_LEAD' : 'UNIT_OFFICER';
  const onUnit = {
    role,
    ...(field === 'town' || field === 'account' || field === 'person' ? { unit: mine.ids.Unit } : {}),
  };
  const inputs: Record<string, Record<string, unknown>> = {
    setContactRule: { everyMonths: 6, ways: ['AT_HOME'] },
    setAllowedParents: { parents: ['VILLAGE'] },
    recordHeldVisit: { visitedOn: dayOf(new Date()) },
    raiseRequest: {
      ...(field === 'household' || field === 'place' ? {} : { household: mine.ids.Household }),
    },
    raisePetitionRequest: field === 'household' || field === 'place' ? {} : { household: mine.ids.Household },
    proposeProject: { year: 2027 },
    reviseDeliberation: field === 'deliberation' ? {} : { deliberation: prepared },
    openReliefFund: { year: 2026 },
    approveReliefTogether: { total: '1000' },
    openReliefCampaign: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
    planVolunteerActivity: { heldOn: '2026-05-04' },
    planProgramme: { firstDay: '2027-01-01', lastDay: '2027-12-31' },
    reviseProgramme: { firstDay: '2027-01-01', lastDay: '2027-12-31' },
    joinProgrammeOffer: { offer },
    addPairingKind: { name: `类型${++founded}` },
    revisePairingKind: { name: `类型${++founded}` },
    beginPairing: { agreesToBeNamed: true, ...(field === 'pairingKind' ? {} : { pairingKind: mine.ids.PairingKind }) },
    offerProgramme: { firstDay: '2027-01-01', lastDay: '2027-12-31' },
    recordContestScores: field === 'round' ? {} : { round: mine.ids.ContestRound },
    repeatProgramme: { firstDay: '2028-01-01' },
    planContestRounds: { rounds: [{ name: '决赛', heldOn: '2026-03-02' }] },
    recordProgrammeGift: { goods: '大米 50 袋' },
    enrolInProgramme: field === 'session' ? {} : { session: mine.ids.ProgrammeSession },
    scheduleProgrammeSessions: { days: ['2027-03-05'] },
    rescheduleProgrammeSession: { heldOn: '2027-03-01' },
    reviseReliefCampaign: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
    foundPartyOrganization: {
      name: `支部${++founded}`,
      ...(field === 'covers'
        ? { kind: 'BRANCH', form: 'INDEPENDENT', seat: { organization: mine.ids.Organization } }
        : { kind: 'BRANCH', form: 'FEDERATION' }),
    },
    assignWorker: {
      ...(field === 'organization' || field === 'unit' ? {} : { organization: mine.ids.Organization }),
      role: 'INSTRUCTOR',
    },
    takeRemedies: { draft: true },
    openGuidanceStation: { name: `指导站${++founded}` },
    mergePartyOrganizations: { into: mine.ids.PartyOrganization },
    closePeriod: { day: '2023-06-30' },
    reportFigure: { indicator: 'organization', day: '2024-06-30', value: '1', publishedOn: '2024-07-01' },
    correctReportedFigure: { value: '1', publishedOn: '2024-07-01' },
    copyRoster: { week: '2026-01-05' },
    recordCall: { answer: '好', ...(field === 'caller' ? {} : { caller: { household: mine.ids.Household } }) },
    answerCall: field === 'requests' ? {} : { requests: [{ subject: mine.ids.RequestSubject, description: '修' }] },
    agreeMediation: { checkOn: dayOf(new Date()) },
    recordPatrol: {
      ...(field === 'route' || field === 'place' ? {} : { route: mine.ids.PatrolRoute }),
      ...(field === 'findings' ? {} : { nothingFound: true }),
    },
    formInspectionSquad: { head: mine.ids.Person, name: `组${++founded}` },
    reviseInspectionRound: { people: [mine.ids.Person] },
    classifyRequest: { subject: mine.ids.RequestSubject },
    settleWorkingDay: { day: '2026-01-01', working: false },
    leaveWorkingDay: { day: '2026-01-01' },
    placeInOverlay: { block: mine.overlayBlock },
    draftRestructuring: { steps: [] },
    reviseDraft: { steps: [] },
    joinTeam: {
      role: field === 'partner' ? 'PARTNER' : 'VOLUNTEER',
      ...(field === 'team' ? { person: mine.ids.Person } : {}),
    },
    appointOfficer: { unit: mine.unit(1) },
    previewTreeImport: { content },
    importTree: { content },
    openAccount: { name: 'thief', ...onUnit },
    openOfficeAccount: { name: 'thief' },
    assignRole: onUnit,
    inviteToTown: onUnit,
    storeOperations: { documents: ['query Stolen { viewer { permissions } }'] },
    dropOperation: { hash: '0'.repeat(64) },
    reviseApplication: { name: '偷', description: '偷', scopes: [] },
    registerWebhookEndpoint: { url: 'https://hooks.example/', events: ['VISIT_RECORDED'] },
    reviseWebhookEndpoint: { url: 'https://hooks.example/', events: ['VISIT_RECORDED'] },
    consentToApplication: { clientId: 'nobody', scopes: [] },
  };
  return inputs[mutation] ?? {};
}
