import type { ApiClient } from '../../test/client.ts';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import { clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { call } from '../calls/call.fixture.ts';
import { contestOf } from '../contests/contest.fixture.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import { furnishedDeliberation } from '../deliberations/deliberation.fixture.ts';
import { mediation } from '../mediations/mediation.fixture.ts';
import { registerOrganization } from '../organizations/organization.fixture.ts';
import { pairingKindIds } from '../pairings/pairing.fixture.ts';
import { partyOrganization } from '../party-organizations/party-organization.fixture.ts';
import { assign } from '../party-work/party-work.fixture.ts';
import { follow } from '../patrols/patrol.fixture.ts';
import { petition } from '../petitions/petition.fixture.ts';
import { districtOf, districtOffice, offered } from '../programme-offers/programme-offer.fixture.ts';
import { advance, project } from '../projects/project.fixture.ts';
import { granted, reliefHands } from '../relief/relief.fixture.ts';
import { report } from '../reported-figures/reported-figure.fixture.ts';
import { raise, subject, take } from '../requests/request.fixture.ts';
import { apply } from '../restructurings/restructuring.fixture.ts';
import { dayOf } from '../today.ts';
import { visitInput } from '../visits/visit.fixture.ts';
import { neighbours } from './isolation.fixture.ts';
import { permissionName } from './permission.type.ts';
import type { Permission } from './permissions.ts';
import { scopes } from './scopes.ts';

/** A town in whose first unit there is something to see in every field, and another town. */
export interface Furnished {
  town: TestTown;
  other: TestTown;
  ids: Record<string, string>;
  /**
   * Two accounts with the role AUDITOR of the whole town: one that is MEDIATOR of the next unit, and one that is of a
   * unit of the other town.
   */
  viewers(): Promise<{ neighbour: ApiClient; outsider: ApiClient }>;
  /** An application to which the town has consented with every scope, and whose token is for all but one. */
  applicationWithout(scope: Permission): Promise<ApiClient>;
}

/** Makes such towns. */
export async function furnishedFields(platform: TestPlatform): Promise<Furnished> {
  const { mine: town, other } = await neighbours(platform);
  const { admin, code, ids } = town;
  const household = ids.Household;
  await admin.do('setAddress', { household, address: '1号楼101室' }, 'household { id }');
  await admin.do('setContactRule', { town: code, everyMonths: 1, ways: ['AT_HOME'] }, 'contactRules { id }');

  // Two that could found a joint branch together, and a liaison of a unit.
  for (const name of ['甲企业', '乙企业']) await registerOrganization(town, { name, partyMembers: 2 });
  await assign(town, { unit: town.unit(0) });

  const asked = [{ subject: await subject(town), description: '修灯' }];
  const visiting = await visitInput(town, household, undefined, { requests: asked });
  const { visit } = await admin.do('recordVisit', visiting, 'visit { id requests { id } }');
  const [{ id: raised }] = visit.requests;
  const joining = { household, name: '客人', visit: visit.id, birthYear: 1950 };
  const { resident } = await admin.do('addResident', joining, 'resident { id }');
  const away = await admin.do('registerHouseholds', { block: ids.Unit, codes: ['2'] }, 'households { id }');
  const { resident: guest } = await admin.do('addResident', { household, name: '过客' }, 'resident { id }');
  const moving = { resident: guest.id, household: away.households[0].id };
  await admin.do('moveResident', moving, 'resident { id }');
  const query = 'query($code: RegisterCode!) { town(code: $code) { categories { id } } }';
  const { categories } = (await admin.ask(query, { code })).town;
  const because = { household, reason: '独居', resident: resident.id, visit: visit.id };
  const begun = await admin.do(
    'categorizeHousehold',
    { ...because, category: categories[2].id },
    'household { categories { id category { id } } }',
  );
  const ending = begun.household.categories.map(({ id }: { id: string }) => id).at(-1);
  await admin.do('categorizeHousehold', { ...because, category: categories[3].id }, 'household { id }');
  const ended = { householdCategory: ending, visit: visit.id };
  await admin.do('endHouseholdCategory', ended, 'household { id }');

  const caller = { household, resident: resident.id };
  const calling = { hotline: ids.Hotline, caller, about: raised, requests: asked, answer: null };
  const taken = await call(town, calling, 'id requests { id }');
  const [{ id: called }] = taken.requests;
  await take(admin, 'acceptRequest', called, { holder: ids.Person });
  await take(admin, 'classifyRequest', called, { handlingClass: 'INDIVIDUAL' });
  await take(admin, 'addRequestEvidence', called, { kind: 'EXPLANATION', text: '已说明' });
  await take(admin, 'handleRequest', called, { outcome: '居民理解' });
  const petitioners = [{ name: '王小明', household }];
  const { id: petitioned } = await petition(town, { unit: town.unit(0), petitioners });
  await admin.do('acceptPetition', { petition: petitioned, holder: ids.Person }, 'petition { id }');
  const out = { petition: petitioned, household, description: '修电梯' };
  const { request } = await admin.do('raisePetitionRequest', out, 'request { id }');
  const parties = [{ household }, { otherName: '乙' }];
  const dispute = await mediation(town, { request: raised, parties });
  const brought = { request: { subject: await subject(town) } };
  await follow(admin, 'raisePatrolFinding', ids.PatrolFinding, brought);
  const finding = 'query($id: ID!) { node(id: $id) { ... on PatrolFinding { request { id } } } }';
  const { request: patrolled } = (await admin.ask(finding, { id: ids.PatrolFinding })).node;
  const inspected = { finding: ids.InspectionFinding, ...brought };
  const inspection = await admin.do('raiseInspectionFinding', inspected, 'finding { request { id } }');
  await admin.do(
    'changeInspectionPlace',
    { place: ids.InspectionPlace, organization: ids.Organization },
    'place { id }',
  );
  await admin.do('linkRequests', { project: ids.Project, requests: [raised] }, 'project { id }');
  const proposed = await project(town, { subject: await subject(town) });
  await advance(admin, 'adoptProject', proposed.id, { holder: ids.Person });
  const manned = { partyMembers: 3, from: '2023-01-01' };
  const [seat] = [await registerOrganization(town, manned), await registerOrganization(town, manned)];
  const seated = await partyOrganization(town, { seat: { organization: seat.id } });
  const circle = [{ move: { units: [town.unit(0)], parent: ids.Unit } }];
  const drafting = { town: code, effectiveOn: '2026-12-31', reason: '有误的草案', steps: circle };
  await admin.do('draftRestructuring', drafting, 'restructuring { id }');
  await admin.do(
    'settleWorkingDay',
    { town: code, day: '2026-05-01', working: false, name: '劳动节' },
    'town { code }',
  );

  // A block that has gone into another after it was renamed, a head of a group, and an organisation that is covered no more.
  const [gone, heir] = [await town.openUnit({ from: '2024-01-01' }), await town.openUnit({ from: '2024-01-01' })];
  const renamed = await apply(town, '2025-06-01', [{ rename: { unit: gone, name: '旧块' } }]);
  await apply(town, '2025-07-01', [{ close: { unit: gone, heir } }]);
  const leading = { team: await town.formTeam(town.overlayBlock), person: await town.person(), role: 'GROUP_HEAD' };
  await town.formTeam(heir);
  await admin.do('appointOfficer', { unit: ids.Unit, person: ids.Person, title: 'OFFICER' }, 'post { id }');
  const head = (await admin.do('joinTeam', leading, 'member { id }')).member.id;
  await admin.do('placeInOverlay', { household, block: town.overlayBlock, head }, 'household { id }');
  const left = await registerOrganization(town, { name: '丙企业', partyMembers: 2 });
  const link = await cover(town, seated.id, left.id);
  await admin.do('endCoverage', { link, because: '撤出' }, 'link { id }');
  await admin.do(
    'setContactRule',
    { town: code, category: categories[3].id, everyMonths: 1, ways: ['AT_HOME'] },
    'contactRules { id }',
  );
  await partyOrganization(town, { seat: { unit: ids.Unit }, from: dayOf(new Date()) });
  const money = [{ fund: ids.ReliefFund, amount: '1' }];
  const relieved = await granted(town, await reliefHands(town), household, money, { resident: resident.id });

  const competed = await contestOf(town);
  const mixed = (await raise(town, { place: { unit: ids.Unit }, handlingClass: 'MIXED' })).id;
  const deliberated = await furnishedDeliberation(town, ids.Unit, ids.Person, { requests: [mixed] });
  const evidence = { meeting: deliberated.meeting, request: mixed };
  await admin.do('giveDeliberationEvidence', evidence, 'deliberation { id }');
  const office = await districtOffice(platform, districtOf(town));
  const { id: offer } = await offered(office, districtOf(town));
  await admin.do('joinProgrammeOffer', { town: code, offer }, 'programme { id }');

  await report(town, { day: dayOf(new Date()), publishedOn: dayOf(new Date()) });

  const application = await registerApplication(platform, ['TOWN_READ', 'UNIT_OPEN'], admin);
  await consent(town, application, ['TOWN_READ', 'UNIT_OPEN']);
  const changing = { parent: town.unit(0), kind: 'BLOCK', name: '应用开的块区' };
  const through = await clientOf(platform, application, 'town:read unit:open');
  await through.do('openUnit', { town: code, ...changing }, 'unit { id }');

  const all = scopes.map(permissionName);
  const reader = await registerApplication(platform, all, admin);
  await consent(town, reader, all);

  return {
    town,
    other,
    ids: {
      ...ids,
      ...{ Resident: resident.id, Visit: visit.id, Call: taken.id, Petition: petitioned, Mediation: dispute.id },
      raised,
      petitioned: request.id,
      seated: seated.id,
      relieved,
      unpaired: (await pairingKindIds(town)).高龄 ?? '',
      contest: competed.id,
      mixed,
      deliberated: deliberated.deliberation,
      renamed,
      gone,
      officed: town.unit(0),
      patrolled: patrolled.id,
      inspected: inspection.finding.request.id,
      seat: seat.id,
      overlaid: town.overlayBlock,
    },
    viewers: async () => {
      const viewer = async (name: string) => {
        const opening = { town: code, name, displayName: name, role: 'AUDITOR' };
        return (await admin.do('openAccount', opening, 'account { id }')).account.id as string;
      };
      const account = await viewer('neighbour');
      await admin.do('assignRole', { account, role: 'MEDIATOR', unit: town.unit(1) }, 'account { id }');
      await viewer('outsider');
      const outsider = await platform.clientOf(`outsider-${code}`);
      const inviting = { town: other.code, role: 'MEDIATOR', unit: other.unit(0) };
      const invited = await other.admin.do('inviteToTown', inviting, 'code');
      await outsider.do('acceptInvitation', { code: invited.code }, 'viewer { permissions }');
      return { neighbour: await platform.clientOf(`neighbour-${code}`), outsider };
    },
    applicationWithout: async (scope) => {
      const left = scopes.filter((each) => each !== scope);
      return clientOf(platform, reader, left.join(' '));
    },
  };
}
