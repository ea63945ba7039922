import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { Answer, Data } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { actingFor, clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { call } from '../calls/call.fixture.ts';
import { hotline, onDuty } from '../calls/hotline.fixture.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import { furnishedDeliberation, ruleNamed } from '../deliberations/deliberation.fixture.ts';
import { close } from '../figure-snapshots/figure-snapshot.fixture.ts';
import { heldVisit } from '../held-visits/held-visit.fixture.ts';
import { furnishedInspection } from '../inspections/inspection.fixture.ts';
import { placement } from '../job-placements/job-placement.fixture.ts';
import { mediation } from '../mediations/mediation.fixture.ts';
import { asked, industryOf, kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { furnishedPairing } from '../pairings/pairing.fixture.ts';
import { partyOrganization, partyPost } from '../party-organizations/party-organization.fixture.ts';
import { assign, guidanceStation } from '../party-work/party-work.fixture.ts';
import { furnishedPatrol } from '../patrols/patrol.fixture.ts';
import { furnishedPetition } from '../petitions/petition.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { project } from '../projects/project.fixture.ts';
import { reliefIds } from '../relief-items/relief-item.fixture.ts';
import { report } from '../reported-figures/reported-figure.fixture.ts';
import { party, raise, subject, take } from '../requests/request.fixture.ts';
import { globalId, type IdType } from '../schema/global-id.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { furnishedVolunteer } from '../volunteers/volunteer.fixture.ts';
import { furnishedEndpoint } from '../webhooks/webhook.fixture.ts';
import { furnishedProgramme, furnishedRelief, named } from './isolation-services.fixture.ts';

/** What inputs and arguments can name. */
export type Named = Exclude<
  IdType,
  | 'District'
  | 'Account'
  | 'ApplicationChange'
  | 'Reading'
  | 'Reminder'
  | 'HouseholdEvent'
  | 'ProgrammeOffer'
  | 'PetitionMeeting'
  | 'MediationTalk'
>;

/** A town with something of every type, and an office of its district. */
export interface FurnishedTown extends TestTown {
  /** The global id of one thing of each type. */
  ids: Record<Named, string>;
  /** A block of the overlay. */
  overlayBlock: string;
}

/** Two towns of which the first must not learn anything about the second. */
export interface Neighbours {
  mine: FurnishedTown;
  other: FurnishedTown;
  /** Ids of things that do not exist: in one's own town, in the other town, and in a town that the register lacks. */
  absent(type: IdType): string[];
}

/** Makes two towns that are alike. */
export async function neighbours(platform: TestPlatform): Promise<Neighbours> {
  const [mine, other] = [await furnished(platform), await furnished(platform)];
  // What applications ask is counted seconds later, in the order asked: not between two looks at what is stored.
  const counted = 'select count(*)::int as rows from application_usage where town_id = $1';
  await vi.waitFor(
    async () => expect(await platform.database.sql(counted, [Number(other.code)])).not.toEqual([{ rows: 0 }]),
    { timeout: 10_000 },
  );
  const towns = [Number(mine.code), Number(other.code), 999_999_999];
  const absent = (type: IdType) =>
    towns.map((town) => globalId(type, town, type === 'Town' ? '999999999' : randomUUID()));
  return { mine, other, absent };
}

/** All that is told of an answer. */
export const told = ({ status, data, errors }: Answer) => ({ status, data, errors });

/** What is stored in every table: how many rows, and a fingerprint of them. Prepared: to plan it takes longer than to run it. */
export async function stored({ database }: TestPlatform): Promise<Record<string, string>> {
  let prepared = looks.get(database);
  if (prepared === undefined) {
    const tables = await database.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const look = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || bit_xor(hashtextextended(r::text, 0)) as rows from ${name} r`,
    );
    prepared = { name: 'stored', text: look.join(' union all ') };
    looks.set(database, prepared);
  }
  const rows = await database.sql<{ name: string; rows: string }>(prepared);
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

const looks = new WeakMap<TestPlatform['database'], { name: string; text: string }>();

async function furnished(platform: TestPlatform): Promise<FurnishedTown> {
  const town = await platform.newTown();
  const { admin, code } = town;
  const block = await town.openUnit();
  const team = await town.formTeam(block);
  const person = await town.person();
  const { partner } = await admin.do('registerPartner', { town: code, name: '幼儿园' }, 'partner { id }');
  const { member } = await admin.do('joinTeam', { team, person, role: 'LEAD' }, 'member { id }');
  const posting = { team, title: '停水', text: '周三上午停水' };
  const { notice } = await admin.do('postNotice', posting, 'notice { id }');
  const { board } = await admin.do('publishBoard', { block, promise: '三日内答复' }, 'board { id }');
  const { publication } = await admin.do('agreeToPublication', { person }, 'publication { id }');
  const supplied = { town: code, label: '供水', telephone: '962740' };
  const { numbers } = await admin.do('addServiceNumber', supplied, 'numbers { id }');
  const appointing = { unit: town.unit(0), person, title: 'OFFICER' };
  const { post } = await admin.do('appointOfficer', appointing, 'post { id }');
  const opened = { town: code, name: 'officer', displayName: '干部', role: 'UNIT_OFFICER', unit: town.unit(0) };
  const { account } = await admin.do('openAccount', opened, 'account { id assignments { id } }');
  await admin.do('inviteToTown', { town: code, role: 'TOWN_ADMINISTRATOR' }, 'code');
  const query =
    'query($code: RegisterCode!) { town(code: $code) { id invitations { id } categories { id } contactRules { id } } }';
  const { town: self } = await admin.ask(query, { code });
  const { overlay } = await admin.do('openOverlay', { town: code, name: '籍贯' }, 'overlay { id }');
  const registering = { block, codes: ['1'] };
  const { households } = await admin.do('registerHouseholds', registering, 'households { id }');
  const adding = { household: households[0].id, name: '居民' };
  await admin.do('addResident', { ...adding, name: '户主', head: true }, 'resident { id }');
  const { resident } = await admin.do('addResident', adding, 'resident { id }');
  const categorizing = { household: households[0].id, category: self.categories[0].id, reason: '在校任教' };
  const held = await admin.do('categorizeHousehold', categorizing, 'household { categories { id } }');
  const draft = { town: code, reason: '调整', steps: [{ rename: { unit: block, name: '新名' } }] };
  const { restructuring } = await admin.do('draftRestructuring', draft, 'restructuring { id }');
  const request = (await raise(town, { household: households[0].id })).id;
  await take(admin, 'acceptRequest', request, { holder: person });
  const petition = await furnishedPetition(town);
  const line = await hotline(town);
  const passed = { subject: await subject(town), description: '修' };
  const calling = { hotline: line.id, caller: { household: households[0].id }, answer: null, requests: [passed] };
  const taken = await call(town, calling);
  const dispute = await mediation(town, {}, 'id parties { id }');
  const patrolled = await furnishedPatrol(town);
  const inspected = await furnishedInspection(town);
  await admin.do('changeInspectionSquad', { squad: inspected.squad, members: [person] }, 'squad { id }');
  const deliberated = await furnishedDeliberation(town, block, person);
  const [reliefCategories, reliefItems] = [await reliefIds(town, 'categories'), await reliefIds(town, 'items')];
  const relief = await furnishedRelief(town, households[0].id);
  const organization = (await registerOrganization(town, asked)).id;
  const above = (await partyOrganization(town, { seat: { unit: town.unit(0) } })).id;
  const group = (await partyOrganization(town, { kind: 'GROUP', parent: above, seat: { unit: town.unit(0) } })).id;
  return {
    ...town,
    overlayBlock: await town.openUnit({ overlay: overlay.id }),
    ids: {
      Town: self.id,
      Unit: block,
      Overlay: overlay.id,
      Household: households[0].id,
      Resident: resident.id,
      Photo: await photo(town),
      Visit: await recordVisit(town, households[0].id),
      HeldVisit: await heldVisit(town, households[0].id),
      Request: request,
      RequestSubject: await subject(town),
      ExternalParty: await party(town),
      Petition: petition.id,
      Petitioner: petition.petitioner,
      PetitionParty: petition.party,
      Hotline: line.id,
      Call: taken.id,
      HotlineDuty: await onDuty(town, line.id, person, '2026-01-05T08', 8),
      Mediation: dispute.id,
      MediationParty: dispute.parties[0].id,
      Patrol: patrolled.patrol,
      PatrolRoute: patrolled.route,
      PatrolStop: patrolled.stop,
      PatrolFinding: patrolled.finding,
      InspectionSquad: inspected.squad,
      InspectionPlace: inspected.place,
      InspectionRound: inspected.round,
      InspectionCheck: inspected.check,
      InspectionFinding: inspected.finding,
      Deliberation: deliberated.deliberation,
      DeliberationRule: await ruleNamed(town, '全体三分之二同意'),
      DeliberationVoter: deliberated.voter,
      DeliberationObjection: deliberated.objection,
      DeliberationMeeting: deliberated.meeting,
      Project: (await project(town, { requests: [request] })).id,
      ReliefCategory: named(reliefCategories.助困),
      ReliefItem: named(reliefItems.春节帮困),
      ...relief,
      JobPlacement: (await placement(admin, resident.id)).id,
      ...(await furnishedPairing(town, households[0].id)),
      ...(await furnishedProgramme(town, resident.id, self.categories[0].id)),
      ...(await furnishedVolunteer(town)),
      Organization: organization,
      OrganizationKind: await kindOf(town),
      Industry: await industryOf(town, '制造业'),
      WorkAssignment: await assign(town, { organization }),
      GuidanceStation: await guidanceStation(town, { ledBy: group }),
      PartyOrganization: group,
      PartyPost: await partyPost(town, group, { person }),
      CoverageLink: await cover(town, group, organization),
      FigureSnapshot: (await close(town)).id,
      ReportedFigure: (await report(town)).id,
      Category: self.categories[1].id,
      ContactRule: self.contactRules[0].id,
      HouseholdCategory: held.household.categories[0].id,
      Restructuring: restructuring.id,
      Team: team,
      TeamMember: member.id,
      Notice: notice.id,
      Board: board.id,
      Publication: publication.id,
      ServiceNumber: numbers[0].id,
      Person: person,
      Partner: partner.id,
      Post: post.id,
      TownAccount: account.id,
      Assignment: account.assignments[0].id,
      Invitation: self.invitations[0].id,
      Office: await office(platform, code),
      ...(await furnishedApplication(platform, town)),
    },
  };
}

async function furnishedApplication(platform: TestPlatform, town: TestTown) {
  const scopes = [
    'TOWN_READ',
    'UNIT_READ',
    'VISIT_READ',
    'REQUEST_READ',
    'RESTRUCTURING_READ',
    'PARTY_READ',
    'RECORD_EXPORT',
  ];
  const application = await registerApplication(platform, scopes, town.admin);
  await actingFor(platform, application, `admin-${town.code}`, 'town:read');
  const query = '{ viewer { applications { nodes { secrets { id } } } applicationGrants { id } } }';
  const { viewer } = await town.admin.ask(query);
  const given = await consent(town, application, scopes);
  const client = await clientOf(platform, application, 'town:read unit:read record:export');
  const exporting = { town: town.code, fragments: 'fragment Units on Unit { name }' };
  return {
    ApplicationGrant: viewer.applicationGrants[0].id,
    Application: application.id,
    ApplicationSecret: viewer.applications.nodes[0].secrets[0].id,
    ApplicationConsent: given,
    ...(await furnishedEndpoint(town, application)),
    Export: (await client.do('requestExport', exporting, 'export { id }')).export.id,
  };
}

async function office({ operator }: TestPlatform, code: string): Promise<string> {
  const opening = { name: `o${code}`, displayName: '区', district: code.slice(0, 6) };
  const { account } = await operator.do('openOfficeAccount', opening, 'account { id }');
  const { offices } = await operator.ask('{ offices { id account { id } } }');
  return offices.find((each: Data) => each.account.id === account.id).id;
}

async function photo({ admin, code }: TestTown): Promise<string> {
  const content = jpeg().toString('base64');
  return (await admin.do('addPhoto', { town: code, content }, 'photo { id }')).photo.id;
}
