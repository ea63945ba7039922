import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { type PersonalField, personalFields } from '../access/personal-fields.ts';
import { callStep, pleased, call as takeCall } from '../calls/call.fixture.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { atDesk } from '../db/door.ts';
import { furnishedDeliberation } from '../deliberations/deliberation.fixture.ts';
import { heldVisit } from '../held-visits/held-visit.fixture.ts';
import { placement } from '../job-placements/job-placement.fixture.ts';
import { mediation as begin, mediate } from '../mediations/mediation.fixture.ts';
import { asked, registerOrganization } from '../organizations/organization.fixture.ts';
import { contacted, pairingKindIds, pairUp } from '../pairings/pairing.fixture.ts';
import { furnishedPetition, step } from '../petitions/petition.fixture.ts';
import { enrol, opened } from '../programmes/programme.fixture.ts';
import { applied, relieve } from '../relief/relief.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { explained, raise } from '../requests/request.fixture.ts';
import { type Inhabited, inhabitedTown } from '../residents/resident.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const platform = testPlatform();
let settled: Inhabited;
let auditor: ApiClient;

beforeAll(async () => {
  settled = await inhabitedTown(platform, 12);
  auditor = await settled.town.account('AUDITOR');
});

/** What the auditor finds, the latest first. */
async function readings(filter: Record<string, unknown> = {}, client = auditor): Promise<Data[]> {
  const query = `query($code: RegisterCode!, $filter: ReadingFilter) { town(code: $code) { readings(first: 100, filter: $filter) {
    nodes { readAt account { name } operation purpose fields subjects } } } }`;
  return (await client.ask(query, { code: settled.town.code, filter })).town.readings.nodes;
}

const count = async () => (await readings()).length;
const everything = 'name birthYear telephone';

describe('personal data', () => {
  it('come in full to an operation that says what for, and else masked; the auditor finds both', async () => {
    const { town, heads } = settled;
    const [id] = heads;
    const query = (purpose: string) => `query Look($id: ID!) ${purpose} { resident(id: $id) { ${everything} } }`;
    const full = await town.admin.ask(query('@purpose(of: VISIT)'), { id });
    expect(full.resident).toEqual({ name: '张三丰', birthYear: 1950, telephone: '13812345678' });
    const masked = await town.admin.ask(query(''), { id });
    expect(masked.resident).toEqual({ name: '张**', birthYear: null, telephone: '138****5678' });
    const look = {
      account: { name: `admin-${town.code}` },
      operation: 'Look',
      fields: ['Resident.birthYear', 'Resident.name', 'Resident.telephone'],
      subjects: 1,
    };
    expect((await readings({ resident: id })).slice(0, 2)).toMatchObject([
      { ...look, purpose: null },
      { ...look, purpose: 'VISIT' },
    ]);
  });

  it('are counted once an operation and town, however many are read and by whatever path', async () => {
    const { town, blocks, households, heads } = settled;
    const before = await count();
    const query = `query($block: ID!, $home: ID!, $head: ID!, $skip: Boolean = false, $for: ReadingPurpose!) @purpose(of: $for) {
      unit(id: $block) { ... on Block { households(first: 50) { nodes { code residents { name } } } } }
      again: unit(id: $block) { children { nodes { id } } ... on Block { households { edges { node { residents { name } } } } } }
      node(id: $home) { ... on Household { residents { telephone stays { household { residents { name } } } } } }
      resident(id: $head) { birthYear @skip(if: $skip) } }`;
    const variables = { block: blocks[0], home: households[0], head: heads[1], for: 'CHECK' };
    const { data, errors } = await town.admin.send(query, variables);
    expect(errors).toEqual([]);
    expect(data.unit.households.nodes[0].residents).toEqual([{ name: '张三丰' }]);
    expect(await count()).toBe(before + 1);
    expect((await readings())[0]).toMatchObject({
      operation: null,
      purpose: 'CHECK',
      fields: ['Resident.birthYear', 'Resident.name', 'Resident.telephone'],
      subjects: households.length,
    });
    await town.admin.ask(query, { ...variables, skip: true });
    expect((await readings())[0].fields).not.toContain('Resident.birthYear');
  });

  it('are counted in the payload of a mutation, as it was and answered again; what reads none leaves none', async () => {
    const { town, households } = settled;
    const before = await count();
    const input = { household: households[0], name: '李四', birthYear: 1980, idempotencyKey: 'li' };
    const adding =
      'mutation Add($input: AddResidentInput!) @purpose(of: UPKEEP) { addResident(input: $input) { resident { id name } } }';
    const first = await town.admin.ask(adding, { input });
    expect(first.addResident.resident.name).toBe('李四');
    expect(await town.admin.ask(adding, { input })).toEqual(first);
    const id = first.addResident.resident.id;
    await town.admin.ask('query($id: ID!) { household(id: $id) { code residents { id version } } }', {
      id: households[0],
    });
    expect(await count()).toBe(before + 2);
    expect((await readings({ resident: id })).map(({ operation, purpose }) => [operation, purpose])).toEqual([
      ['Add', 'UPKEEP'],
      ['Add', 'UPKEEP'],
    ]);
    // What is kept to answer again holds no value of theirs.
    const kept = await platform.database.sql<{ payload: unknown }>(
      `select payload from idempotency_record where key = 'li'`,
    );
    expect(JSON.stringify(kept)).not.toContain('李四');
  });

  it('are refused to a purpose that there is not', async () => {
    const { errors } = await settled.town.admin.send('query @purpose(of: CURIOSITY) { viewer { account { name } } }');
    expect(errors[0]?.extensions.code).toBe('BAD_QUERY');
  });
});

describe('every field of personal data leaves a reading', () => {
  /** How to reach each field from the block, household or resident of the test. */
  const paths: Record<PersonalField, string> = {
    'Resident.name': 'resident(id: $resident) { name }',
    'Resident.birthYear': 'resident(id: $resident) { birthYear }',
    'Resident.telephone': 'resident(id: $resident) { telephone }',
    'Request.description': 'request(id: $request) { description }',
    'RequestEvent.text': 'request(id: $request) { events { text } }',
    'Visit.situation': 'visit(id: $visit) { situation }',
    'Visit.demand': 'visit(id: $visit) { demand }',
    'Visit.service': 'visit(id: $visit) { service }',
    'Visit.outcome': 'visit(id: $visit) { outcome }',
    'HeldVisit.situation': 'node(id: $held) { ... on HeldVisit { situation } }',
    'HeldVisit.demand': 'node(id: $held) { ... on HeldVisit { demand } }',
    'HeldVisit.service': 'node(id: $held) { ... on HeldVisit { service } }',
    'HeldVisit.outcome': 'node(id: $held) { ... on HeldVisit { outcome } }',
    'HeldVisitRequest.description': 'node(id: $held) { ... on HeldVisit { requests { description } } }',
    'VisitVersion.situation': 'visit(id: $visit) { versions { situation } }',
    'VisitVersion.demand': 'visit(id: $visit) { versions { demand } }',
    'VisitVersion.service': 'visit(id: $visit) { versions { service } }',
    'VisitVersion.outcome': 'visit(id: $visit) { versions { outcome } }',
    'Mediation.matter': 'mediation(id: $mediation) { matter }',
    'Mediation.agreement': 'mediation(id: $mediation) { agreement }',
    'MediationParty.name': 'mediation(id: $mediation) { parties { name } }',
    'MediationTalk.said': 'mediation(id: $mediation) { talks { said } }',
    'MediationEvent.text': 'mediation(id: $mediation) { events { text } }',
    'Call.callerName': 'call(id: $call) { callerName }',
    'Call.telephone': 'call(id: $call) { telephone }',
    'Call.matter': 'call(id: $call) { matter }',
    'Call.answer': 'call(id: $call) { answer }',
    'CallEvent.callerName': 'call(id: $call) { events { callerName } }',
    'CallEvent.telephone': 'call(id: $call) { events { telephone } }',
    'CallEvent.matter': 'call(id: $call) { events { matter } }',
    'CallEvent.answer': 'call(id: $call) { events { answer } }',
    'CallEvent.text': 'call(id: $call) { events { text } }',
    'Petition.matter': 'petition(id: $petition) { matter }',
    'Petition.answer': 'petition(id: $petition) { answer }',
    'PetitionEvent.text': 'petition(id: $petition) { events { text } }',
    'PetitionMeeting.agreed': 'petition(id: $petition) { meetings { agreed } }',
    'Petitioner.name': 'petition(id: $petition) { petitioners { name } }',
    'Petitioner.telephone': 'petition(id: $petition) { petitioners { telephone } }',
    'ReliefApplication.item': 'reliefApplication(id: $relief) { item { id } }',
    'ReliefApplication.itemName': 'reliefApplication(id: $relief) { itemName }',
    'ReliefApplication.reason': 'reliefApplication(id: $relief) { reason }',
    'ReliefEvent.text': 'reliefApplication(id: $relief) { events { text } }',
    'ProgrammeEnrolment.programme': 'programmeEnrolment(id: $enrolment) { programme { id } }',
    'ProgrammeEnrolment.result': 'programmeEnrolment(id: $enrolment) { result { passed } }',
    'ProgrammeEnrolment.certificates': 'programmeEnrolment(id: $enrolment) { certificates { number } }',
    'ProgrammeEnrolment.attendances': 'programmeEnrolment(id: $enrolment) { attendances { attended } }',
    'ProgrammeEnrolment.withdrawnBecause': 'programmeEnrolment(id: $enrolment) { withdrawnBecause }',
    'DeliberationVoter.votes': 'deliberation(id: $deliberated) { voters { nodes { votes { choice } } } }',
    'DeliberationObjection.text': 'deliberation(id: $deliberated) { objections { nodes { text } } }',
    'DeliberationAnswer.text': 'deliberation(id: $deliberated) { objections { nodes { answers { text } } } }',
    'JobPlacement.employer': 'jobPlacement(id: $job) { employer }',
    'JobPlacement.withdrawnBecause': 'jobPlacement(id: $job) { withdrawnBecause }',
    'Pairing.kind': 'pairing(id: $pairing) { kind { id } }',
    'Pairing.kindName': 'pairing(id: $pairing) { kindName }',
    'Pairing.service': 'pairing(id: $pairing) { service }',
    'Pairing.endNote': 'pairing(id: $pairing) { endNote }',
    'PairingVersion.service': 'pairing(id: $pairing) { versions { service } }',
    'PairingContact.done': 'pairing(id: $pairing) { contacts { nodes { done } } }',
    'PairingContact.withdrawnBecause': 'pairing(id: $pairing) { contacts { nodes { withdrawnBecause } } }',
    'Organization.owner': 'organization(id: $organization) { owner }',
    'Organization.contact': 'organization(id: $organization) { contact }',
    'Organization.telephone': 'organization(id: $organization) { telephone }',
    'Town.organizationFile': 'town(code: $code) { organizationFile(format: CSV) { rows } }',
    'Household.label': 'household(id: $household) { label }',
    'Town.findHouseholds': 'town(code: $code) { findHouseholds(text: "张三丰") { id } }',
    'HouseholdCategory.category': 'household(id: $household) { categories { category { sensitive } } }',
    'HouseholdCategory.name': 'household(id: $household) { categories { name } }',
    'HouseholdCategory.resident': 'household(id: $household) { categories { resident { version } } }',
    'HouseholdCategory.reason': 'household(id: $household) { categories { reason } }',
    'Household.address': 'household(id: $household) { address }',
    'HouseholdChange.before': 'household(id: $household) { events { nodes { changes { before } } } }',
    'HouseholdChange.after': 'household(id: $household) { events { nodes { changes { after } } } }',
  };

  let visit: string;
  let held: string;
  let request: string;
  let call: string;
  let petition: string;
  let mediation: string;
  let organization: string;
  let relief: string;
  let job: string;
  let enrolment: string;
  let pairing: string;
  let deliberated: string;
  beforeAll(async () => {
    const { town, households } = settled;
    await categorize(town.admin, households[0], (await categoriesOf(town)).教师, settled.begins);
    visit = await recordVisit(settled.town, settled.households[0]);
    held = await heldVisit(settled.town, settled.households[0]);
    const holder = await settled.town.person();
    request = (await raise(settled.town, { household: settled.households[0], ...explained(holder) })).id;
    call = (await takeCall(town)).id;
    await callStep(town.admin, 'followUpCall', call, pleased);
    petition = (await furnishedPetition(town)).id;
    await step(town.admin, 'answerPetition', petition, { answer: '已修好' });
    const dispute = await begin(town, {}, 'id parties { id }');
    mediation = dispute.id;
    organization = (await registerOrganization(town, asked)).id;
    const item = (await reliefIds(town, 'items')).大病救助;
    relief = (await applied(town, households[0], { item })).id;
    await relieve(town.admin, 'withdrawRelief', relief, { reason: '误' });
    deliberated = (await furnishedDeliberation(town, settled.blocks[0], holder)).deliberation;
    job = (await placement(town.admin, settled.heads[0])).id;
    await town.admin.do('withdrawJobPlacement', { jobPlacement: job, reason: '误' }, 'jobPlacement { id }');
    const [made] = await enrol(town.admin, (await opened(town)).id, [settled.heads[0]]);
    enrolment = made?.id;
    await town.admin.do('withdrawEnrolment', { enrolment, reason: '误' }, 'movedUp');
    pairing = (await pairUp(town, households[0], { pairingKind: (await pairingKindIds(town)).贫病 })).id;
    const pairingContact = await contacted(town.admin, pairing);
    await town.admin.do('withdrawPairingContact', { pairingContact, reason: '误' }, 'pairingContact { id }');
    await town.admin.do('endPairing', { pairing, reason: 'OTHER', note: '另有安排' }, 'pairing { id }');
    await mediate(town.admin, 'recordMediationTalk', mediation, { parties: [dispute.parties[0].id], said: '愿赔' });
    await mediate(town.admin, 'agreeMediation', mediation, { agreement: '赔偿', checkOn: '2030-01-01' });
  });

  it.each(Object.entries(paths))('%s', async (field, path) => {
    const { town, blocks, households, heads } = settled;
    const ids = {
      block: blocks[0],
      household: households[0],
      resident: heads[0],
      visit,
      held,
      request,
      call,
      petition,
      mediation,
      organization,
      relief,
      job,
      enrolment,
      pairing,
      deliberated,
    };
    const declared = { ...ids, code: town.code };
    const used = Object.entries(declared).filter(([name]) => path.includes(`$${name}`));
    const query = `query Walk${used.length > 0 ? `(${used.map(([name]) => `$${name}: ${name === 'code' ? 'RegisterCode' : 'ID'}!`).join(', ')})` : ''} @purpose(of: CHECK) { ${path} }`;
    const before = await count();
    await town.admin.ask(query, Object.fromEntries(used));
    const after = await readings();
    expect(after.length).toBe(before + 1);
    expect(after[0]).toMatchObject({ operation: 'Walk', purpose: 'CHECK', fields: [field] });
  });

  it('and is a field of the schema', async () => {
    const { __schema } = await platform.public.ask('{ __schema { types { name fields { name } } } }');
    const fields = __schema.types.flatMap(({ name, fields }: Data) =>
      (fields ?? []).map((field: Data) => `${name}.${field.name}`),
    );
    expect(Object.keys(personalFields).filter((field) => !fields.includes(field))).toEqual([]);
  });
});

describe('the auditor', () => {
  it('finds readings by resident, household, account and day, page by page', async () => {
    const other = await inhabitedTown(platform, 2);
    const { town, households, heads } = other;
    const watching = await town.account('AUDITOR');
    const member = await town.account('TEAM_MEMBER', { team: await town.formTeam(other.blocks[0]) });
    const read = (client: ApiClient, name: string, id: string | undefined) =>
      client.ask(`query ${name}($id: ID!) @purpose(of: VISIT) { resident(id: $id) { name } }`, { id });
    await read(town.admin, 'First', heads[0]);
    await read(member, 'Second', heads[0]);
    await read(member, 'Third', heads[1]);
    const query = `query($code: RegisterCode!, $filter: ReadingFilter, $first: Int, $after: String, $last: Int, $before: String) {
      town(code: $code) { readings(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { operation } } } }`;
    const page = async (variables: Record<string, unknown>) => {
      const { data } = await watching.send(query, { code: town.code, ...variables });
      const { nodes, pageInfo, totalCount } = data.town.readings;
      return { names: nodes.map((each: Data) => each.operation), pageInfo, totalCount };
    };
    const names = async (filter: Record<string, unknown>) => (await page({ filter })).names;
    expect(await names({})).toEqual(['Third', 'Second', 'First']);
    expect(await names({ resident: heads[0] })).toEqual(['Second', 'First']);
    expect(await names({ household: households[1] })).toEqual(['Third']);
    const numbered = 'query($id: ID!) { household(id: $id) { code } }';
    const { code } = (await town.admin.ask(numbered, { id: households[1] })).household;
    expect(await names({ householdCode: ` ${code} ` })).toEqual(['Third']);
    const listed = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { accounts { nodes { id name } } } }',
      { code: town.code },
    );
    const own = listed.town.accounts.nodes.find((each: Data) => each.name === `admin-${town.code}`);
    expect(await names({ account: own.id })).toEqual(['First']);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await names({ from: today, to: today })).toHaveLength(3);
    expect(await names({ to: '2024-01-01' })).toEqual([]);
    const first = await page({ first: 2 });
    expect(first).toMatchObject({ names: ['Third', 'Second'], totalCount: 3, pageInfo: { hasNextPage: true } });
    const next = await page({ first: 2, after: first.pageInfo.endCursor });
    expect(next).toMatchObject({ names: ['First'], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect((await page({ last: 2, before: next.pageInfo.startCursor })).names).toEqual(['Third', 'Second']);
    for (const filter of [
      { resident: settled.heads[0] },
      { household: settled.households[0] },
      { householdCode: '没有' },
      { account: own.id.slice(4) },
    ]) {
      const [field] = Object.keys(filter);
      const { errors } = await watching.send(query, { code: town.code, filter });
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: `filter.${field}` });
    }
  });

  it('is the only one who sees who looked, and sees nobody’s data', async () => {
    const { town, heads, households } = settled;
    const query = 'query($code: RegisterCode!) { town(code: $code) { readings { totalCount } } }';
    const district = town.code.slice(0, 6);
    await platform.operator.do(
      'openOfficeAccount',
      { name: 'office', displayName: '区', district },
      'account { name }',
    );
    const office = await platform.clientOf(`office-${district}`);
    const officer = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    for (const client of [town.admin, officer, office, platform.operator]) {
      const { data, errors } = await client.send(query, { code: town.code });
      expect([data.town.readings, errors[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
    }
    const elsewhere = await platform.newTown();
    const invited = await elsewhere.admin.do('inviteToTown', { town: elsewhere.code, role: 'AUDITOR' }, 'code');
    await town.admin.do('acceptInvitation', { code: invited.code }, 'viewer { permissions }');
    platform.advance(5000);
    expect((await town.admin.ask(query, { code: town.code })).town.readings).toBeNull();
    for (const client of [auditor, office, platform.operator]) {
      for (const [field, id] of [
        ['resident', heads[0]],
        ['household', households[0]],
      ]) {
        const { errors } = await client.send(`query($id: ID!) { ${field}(id: $id) { id } }`, { id });
        expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
        const { errors: byNode } = await client.send('query($id: ID!) { node(id: $id) { id } }', { id });
        expect(byNode[0]?.extensions.code).toBe('NOT_FOUND');
      }
    }
  });
});

describe('a reading', () => {
  it('that cannot be written withholds the answer', async () => {
    const { town, heads } = settled;
    const query = 'query($id: ID!) @purpose(of: VISIT) { resident(id: $id) { name } }';
    await platform.database.sql('revoke insert on audit_reading from app_town');
    const { data, errors } = await town.admin.send(query, { id: heads[0] });
    await platform.database.sql('grant insert on audit_reading to app_town');
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('try again'),
      extensions: { code: 'UNAVAILABLE' },
    });
    expect(platform.faults.splice(0)).toHaveLength(1);
    expect((await town.admin.ask(query, { id: heads[0] })).resident.name).toBe('张三丰');
  });

  it('is never changed or taken away by the application', async () => {
    const seat = { role: 'app_town', town: Number(settled.town.code) } as const;
    for (const statement of [
      'update audit_reading set purpose = null',
      'delete from audit_reading',
      'delete from audit_seal',
    ]) {
      const changing = atDesk(platform.database.orm, seat, new Date(), 'write', (desk) => desk.run(statement));
      await expect(changing, statement).rejects.toMatchObject({ code: '42501' });
    }
  });
});
