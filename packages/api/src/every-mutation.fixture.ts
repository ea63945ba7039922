import { ApiClient, type Data } from '../test/client.ts';
import type { TestPlatform, TestTown } from '../test/platform.ts';
import { type FurnishedTown, neighbours } from './access/isolation.fixture.ts';
import { call, callStep, missedCall, pleased } from './calls/call.fixture.ts';
import { hotline, onDuty } from './calls/hotline.fixture.ts';
import { cover } from './coverage/coverage.fixture.ts';
import { heldVisit } from './held-visits/held-visit.fixture.ts';
import { fileOf, inputOf, member } from './household-imports/household-import.fixture.ts';
import { csv, line, fileOf as treeFileOf } from './imports/import.fixture.ts';
import { mediate, mediation } from './mediations/mediation.fixture.ts';
import {
  importFile as importOrganizations,
  organization,
  fileOf as organizationFileOf,
} from './organization-imports/organization-import.fixture.ts';
import { registerOrganization } from './organizations/organization.fixture.ts';
import { partyOrganization, partyPost } from './party-organizations/party-organization.fixture.ts';
import { assign, guidanceStation } from './party-work/party-work.fixture.ts';
import { follow, furnishedPatrol } from './patrols/patrol.fixture.ts';
import { petition, step } from './petitions/petition.fixture.ts';
import { jpeg } from './photos/photo.fixture.ts';
import { advance, project } from './projects/project.fixture.ts';
import { contented, party, raise, take } from './requests/request.fixture.ts';
import { dayOf } from './today.ts';
import { recordVisit } from './visits/visit.fixture.ts';

/** A mutation that was done with an idempotency key of its own. */
export interface Done {
  name: string;
  input: Record<string, unknown>;
}

/** A client that gives every mutation a key, and keeps what it did. */
export class KeyedClient extends ApiClient {
  readonly done: Done[] = [];

  override async do(...[name, input, selection, purpose]: Parameters<ApiClient['do']>): Promise<Data> {
    const keyed = { ...input, idempotencyKey: `${name}-${this.done.length}` };
    const answer = await super.do(name, keyed, selection, purpose);
    this.done.push({ name, input: keyed });
    return answer;
  }
}

/** A town whose administrator has done everything that can be done in a town, and another town. */
export async function busyTown(
  platform: TestPlatform,
): Promise<{ town: FurnishedTown; by: KeyedClient; other: TestTown }> {
  const newTown = async () => {
    const town = await platform.newTown();
    return { ...town, admin: new KeyedClient(town.admin.url, town.admin.token) };
  };
  const { mine: town, other } = await neighbours({ ...platform, newTown });
  const by = town.admin;
  if (!(by instanceof KeyedClient)) throw new Error('The town was not made by the client that keeps what it does');
  await keepTree(town);
  await keepHouseholds(town);
  await keepSettings(town);
  await handleRequests(town);
  await answerCalls(town);
  await handlePetitions(town);
  await keepOrganizations(town);
  await mediateAndPatrol(town);
  await keepParty(town);
  await importFiles(town);
  await giveRoles(town);
  return { town, by, other };
}

async function keepTree({ admin, code, ids, unit }: FurnishedTown): Promise<void> {
  const opening = { town: code, parent: unit(0), kind: 'BLOCK', name: '甲块', from: '2024-01-01' };
  const { unit: block } = await admin.do('openUnit', opening, 'unit { id }');
  await admin.do('renameUnit', { unit: block.id, name: '乙块' }, 'unit { id }');
  const { team } = await admin.do('formTeam', { block: block.id, name: '甲组' }, 'team { id }');
  await admin.do('renameTeam', { team: team.id, name: '乙组' }, 'team { id }');
  const { person } = await admin.do('registerPerson', { town: code, name: '甲' }, 'person { id }');
  const joining = { team: team.id, person: person.id, role: 'VOLUNTEER' };
  const { member: joined } = await admin.do('joinTeam', joining, 'member { id }');
  await admin.do('leaveTeam', { member: joined.id }, 'member { id }');
  await admin.do('disbandTeam', { team: team.id }, 'team { id }');
  await admin.do('closeUnit', { unit: block.id }, 'unit { id }');
  const appointing = { unit: unit(1), person: person.id, title: 'OFFICER' };
  const { post } = await admin.do('appointOfficer', appointing, 'post { id }');
  await admin.do('endPost', { post: post.id }, 'post { id }');

  const steps = [{ rename: { unit: ids.Unit, name: '新名' } }];
  const drafting = { town: code, effectiveOn: dayOf(new Date()), reason: '调整', steps };
  const { restructuring } = await admin.do('draftRestructuring', drafting, 'restructuring { id }');
  const revising = { draft: restructuring.id, effectiveOn: drafting.effectiveOn, reason: '再调整', steps };
  await admin.do('reviseDraft', revising, 'restructuring { id }');
  await admin.do('applyDraft', { draft: restructuring.id }, 'restructuring { id }');
  await admin.do('undoRestructuring', { restructuring: restructuring.id, reason: '撤回' }, 'restructuring { id }');
  await admin.do('dropDraft', { draft: ids.Restructuring }, 'restructuring { id }');

  await admin.do('renameOverlay', { overlay: ids.Overlay, name: '祖籍' }, 'overlay { id }');
  const { overlay } = await admin.do('openOverlay', { town: code, name: '楼组' }, 'overlay { id }');
  await admin.do('closeOverlay', { overlay: overlay.id }, 'overlay { id }');
}

async function keepHouseholds(town: FurnishedTown): Promise<void> {
  const { admin, code, ids, overlayBlock } = town;
  const from = '2024-01-01';
  const [block, next] = [await town.openUnit({ from }), await town.openUnit({ from })];
  const registering = { block, codes: ['甲1', '甲2', '甲3', '甲4'], from };
  const { households } = await admin.do('registerHouseholds', registering, 'households { id }');
  const [one, two, three, four] = households.map(({ id }: Data) => id);
  const add = async (household: string, name: string, more = {}) => {
    const adding = { household, name, from, ...more };
    return (await admin.do('addResident', adding, 'resident { id }')).resident.id;
  };
  await add(one, '甲', { head: true });
  const [son, daughter, guest] = [await add(one, '乙'), await add(one, '丙'), await add(one, '丁')];
  await admin.do('reviseResident', { resident: son, telephone: '13800000001' }, 'resident { id }');
  await admin.do('changeHead', { resident: son, from: '2024-02-01' }, 'resident { id }');
  await admin.do('moveResident', { resident: guest, household: two, from: '2024-02-01' }, 'resident { id }');
  await admin.do('residentLeaves', { resident: guest, on: '2024-03-01' }, 'resident { id }');
  await admin.do('setAddress', { household: one, address: '1号楼101室' }, 'household { id }');
  const splitting = { household: one, code: '甲5', residents: [daughter], from: '2024-04-01' };
  const { founded } = await admin.do('splitHousehold', splitting, 'founded { id } household { id }');
  const joining = { household: one, joining: founded.id, from: '2024-05-01' };
  await admin.do('joinHouseholds', joining, 'household { id } ended { id }');
  await admin.do('moveHousehold', { household: two, block: next, from: '2024-05-01' }, 'household { id }');
  await admin.do('endHousehold', { household: three, on: '2024-05-01' }, 'household { id }');
  await admin.do('placeInOverlay', { household: four, block: overlayBlock }, 'household { id }');
  await admin.do('removeFromOverlay', { household: four, overlay: ids.Overlay }, 'household { id }');
  await admin.do('endHouseholdCategory', { householdCategory: ids.HouseholdCategory }, 'household { id }');

  const visit = await recordVisit(town, one, '2024-06-01');
  const revising = { visit, expectedVersion: 1, reason: '更正', situation: '改写' };
  await admin.do('reviseVisit', revising, 'visit { id }');
  await admin.do('withdrawVisit', { visit, reason: '重复' }, 'visit { id }');
  const [late, dropped] = [await heldVisit(town, one), await heldVisit(town, two)];
  const mending = { held: late, visitedOn: dayOf(new Date()) };
  await admin.do('recordHeldVisit', mending, 'held { id } visit { id }');
  await admin.do('dropHeldVisit', { held: dropped, reason: '重复' }, 'held { id }');
  const content = jpeg().toString('base64');
  await admin.do('addPhoto', { town: code, content }, 'photo { id }');
}

async function keepSettings({ admin, code }: FurnishedTown): Promise<void> {
  const building = { town: code, kind: 'BUILDING', parents: ['VILLAGE', 'COMMITTEE'] };
  await admin.do('setAllowedParents', building, 'town { id }');
  const day = '2026-05-04';
  await admin.do('settleWorkingDay', { town: code, day, working: false, name: '假日' }, 'town { id }');
  await admin.do('leaveWorkingDay', { town: code, day }, 'town { id }');
  await admin.do('setDeadline', { town: code, level: 'BLOCK', workingDays: 3 }, 'town { id }');
  const { subject } = await admin.do('addRequestSubject', { town: code, name: '甲类' }, 'subject { id }');
  await admin.do('renameRequestSubject', { subject: subject.id, name: '乙类' }, 'subject { id }');
  await admin.do('endRequestSubject', { subject: subject.id }, 'subject { id }');
  const { party: outside } = await admin.do('addExternalParty', { town: code, name: '甲公司' }, 'party { id }');
  await admin.do('renameExternalParty', { party: outside.id, name: '乙公司' }, 'party { id }');
  await admin.do('endExternalParty', { party: outside.id }, 'party { id }');
  const adding = { town: code, name: '甲户', group: 'KEY' };
  const { category } = await admin.do('addCategory', adding, 'category { id }');
  await admin.do('reviseCategory', { category: category.id, name: '乙户' }, 'category { id }');
  await admin.do('endCategory', { category: category.id }, 'category { id }');
  const rule = { town: code, everyMonths: 6, ways: ['AT_HOME'] };
  const { contactRules } = await admin.do('setContactRule', rule, 'contactRules { id validTo category { id } }');
  const [{ id }] = contactRules.filter((each: Data) => each.category === null && each.validTo === null);
  await admin.do('endContactRule', { rule: id }, 'contactRules { id }');
  const { kind } = await admin.do(
    'addOrganizationKind',
    { town: code, name: '甲类组织', class: 'PARK' },
    'kind { id }',
  );
  await admin.do('reviseOrganizationKind', { kind: kind.id, name: '乙类组织' }, 'kind { id }');
  await admin.do('endOrganizationKind', { kind: kind.id }, 'kind { id }');
  const { industry } = await admin.do('addIndustry', { town: code, name: '甲业' }, 'industry { id }');
  await admin.do('reviseIndustry', { industry: industry.id, name: '乙业' }, 'industry { id }');
  await admin.do('endIndustry', { industry: industry.id }, 'industry { id }');
  await admin.do('seeReminders', { town: code }, 'seen');
}

async function keepOrganizations({ admin, ids }: FurnishedTown): Promise<void> {
  const revising = { organization: ids.Organization, name: '新名', telephone: '13900000000' };
  await admin.do('reviseOrganization', revising, 'organization { id }');
}

async function handleRequests(town: FurnishedTown): Promise<void> {
  const { admin, code, ids } = town;
  const household = ids.Household;
  const accepted = async (more = {}) => {
    const { id } = await raise(town, { household, ...more });
    await take(admin, 'acceptRequest', id, { holder: ids.Person });
    return id;
  };
  const one = await accepted();
  await take(admin, 'classifyRequest', one, { handlingClass: 'INDIVIDUAL' });
  await take(admin, 'escalateRequest', one, { reason: '上报' });
  await take(admin, 'returnRequest', one, { reason: '退回' });
  const two = await accepted();
  await take(admin, 'referRequest', two, { party: await party(town) });
  await take(admin, 'notePartyAnswer', two, { answer: '已派人' });
  const three = await accepted();
  await take(admin, 'classifyRequest', three, { handlingClass: 'INDIVIDUAL' });
  await take(admin, 'addRequestEvidence', three, { kind: 'EXPLANATION', text: '已说明' });
  const photo = { town: code, content: jpeg('', 'x').toString('base64') };
  const { photo: added } = await admin.do('addPhoto', photo, 'photo { id }');
  await take(admin, 'addRequestPhotos', three, { photos: [added.id] });
  await take(admin, 'handleRequest', three, { outcome: '居民理解' });
  await take(admin, 'followUpRequest', three, contented);
  const four = (await raise(town, { place: { unit: ids.Unit } })).id;
  await take(admin, 'addRequestHouseholds', four, { concerns: { households: [household] } });
  await take(admin, 'withdrawRequest', four, { reason: '重复' });

  const five = await accepted();
  const { id } = await project(town);
  await advance(admin, 'linkRequests', id, { requests: [five] });
  await advance(admin, 'unlinkRequests', id, { requests: [five] });
  await advance(admin, 'reviseProject', id, { name: '停车位', goal: '增停车位', units: [] });
  await advance(admin, 'adoptProject', id, { holder: ids.Person });
  await advance(admin, 'reportProject', id, { report: '已开工' });
  await advance(admin, 'completeProject', id, { result: '已完工' });
  await advance(admin, 'rejectProject', (await project(town)).id, { reason: '经费不足' });
  const dropped = (await project(town)).id;
  await advance(admin, 'adoptProject', dropped, { holder: ids.Person });
  await advance(admin, 'dropProject', dropped, { reason: '征收' });
}

async function answerCalls(town: FurnishedTown): Promise<void> {
  const { admin, ids } = town;
  const line = (await hotline(town, { name: '夜间热线' })).id;
  await admin.do('reviseHotline', { hotline: line, name: '夜间' }, 'hotline { id }');
  const duty = await onDuty(town, line, ids.Person, '2026-01-06T08', 8);
  await admin.do('copyRoster', { hotline: line, week: '2026-01-05', weeks: 1 }, 'added hotline { id }');
  await admin.do('cancelDuty', { duty }, 'hotline { id }');
  const { id: missed } = await missedCall(town, { hotline: line });
  await callStep(admin, 'tryCaller', missed);
  const answering = { answeredBy: ids.Person, matter: '问路', answer: '已告知' };
  await callStep(admin, 'answerCall', missed, answering);
  const { id } = await call(town, { hotline: line, caller: { household: ids.Household } });
  await callStep(admin, 'reviseCall', id, { matter: '问事', reason: '更正' });
  await callStep(admin, 'followUpCall', id, pleased);
  await callStep(admin, 'withdrawCall', (await call(town, { hotline: line })).id, { reason: '重复' });
  const ending = (await hotline(town, { name: '旧热线' })).id;
  await admin.do('endHotline', { hotline: ending }, 'hotline { id }');
}

async function handlePetitions(town: FurnishedTown): Promise<void> {
  const { admin, ids, unit } = town;
  const { id, petitioners } = await petition(town, {}, 'id petitioners { id }');
  await step(admin, 'addPetitioners', id, { petitioners: [{ name: '乙' }] });
  await step(admin, 'chooseRepresentatives', id, { representatives: [petitioners[0].id] });
  await step(admin, 'acceptPetition', id, { holder: ids.Person });
  await step(admin, 'extendPetition', id, { days: 10, reason: '复杂' });
  const asking = { petition: id, household: ids.Household, description: '修电梯' };
  await admin.do('raisePetitionRequest', asking, 'petition { id } request { id }');
  await step(admin, 'answerPetition', id, { answer: '已修好' });
  await step(admin, 'closePetition', id, { outcome: 'SETTLED' });
  await step(admin, 'declinePetition', (await petition(town)).id, { reason: '不属本镇' });
  const given = (await petition(town)).id;
  await step(admin, 'transferPetition', given, { unit: unit(0), reason: '属地' });
  await step(admin, 'withdrawPetition', given, { reason: '撤' });
}

async function mediateAndPatrol(town: FurnishedTown): Promise<void> {
  const { admin, ids } = town;
  const dispute = await mediation(town, {}, 'id parties { id }');
  const { id } = dispute;
  await mediate(admin, 'nameMediators', id, { mediators: [ids.Person] });
  const parties = dispute.parties.map((each: Data) => each.id);
  await mediate(admin, 'recordMediationTalk', id, { parties, said: '各让一步' });
  const more = await mediate(admin, 'addMediationParties', id, { parties: [{ otherName: '丙' }] }, 'parties { id }');
  const [third] = more.parties.map((each: Data) => each.id).filter((each: string) => !parties.includes(each));
  await mediate(admin, 'releaseMediationParties', id, { parties: [third], reason: '不相干' });
  const today = dayOf(new Date());
  await mediate(admin, 'agreeMediation', id, { agreement: '分两期付', checkOn: today });
  await mediate(admin, 'checkAgreement', id, { keeping: 'KEPT', checkOn: today, note: '已付' });
  const ended = (await mediation(town)).id;
  await mediate(admin, 'endMediation', ended, { end: 'NOT_AGREED', reason: '不来' });
  await mediate(admin, 'resumeMediation', ended, { reason: '再谈' });

  const walked = await furnishedPatrol(town);
  const { patrol } = walked;
  await admin.do('changePatrolRoute', { route: walked.route, name: '夜巡' }, 'route { id }');
  await admin.do('revisePatrol', { patrol, reason: '更正', note: '下雨' }, 'patrol { id }');
  const finding = { kind: 'SUGGESTION', text: '装灯' };
  const added = await admin.do('addPatrolFinding', { patrol, finding }, 'finding { id }');
  await follow(admin, 'correctPatrolFinding', walked.finding, { text: '装三盏灯' });
  await follow(admin, 'declinePatrolFinding', walked.finding, { reason: '经费不足' });
  await follow(admin, 'reopenPatrolFinding', walked.finding, { reason: '经费已到' });
  await follow(admin, 'passOnPatrolFinding', walked.finding, { passing: { party: await party(town) } });
  await follow(admin, 'followUpPatrolFinding', walked.finding, { note: '已下单' });
  await follow(admin, 'actOnPatrolFinding', walked.finding, { done: '灯已亮' });
  await follow(admin, 'raisePatrolFinding', added.finding.id, { request: { subject: ids.RequestSubject } });
  const other = await furnishedPatrol(town);
  await admin.do('withdrawPatrol', { patrol: other.patrol, reason: '重复' }, 'patrol { id }');
  await admin.do('closePatrolRoute', { route: other.route }, 'route { id }');
}

async function keepParty(town: FurnishedTown): Promise<void> {
  const { admin, ids, unit } = town;
  const [into, other, dissolving] = [
    (await partyOrganization(town, { seat: { unit: unit(0) } })).id,
    (await partyOrganization(town)).id,
    (await partyOrganization(town)).id,
  ];
  const renaming = { partyOrganization: into, name: '甲总支', kind: 'GENERAL_BRANCH' };
  await admin.do('changePartyOrganization', renaming, 'partyOrganization { id }');
  const link = await cover(town, into, ids.Organization, { way: 'BY_AREA' });
  await admin.do('endCoverage', { link, because: '迁出' }, 'link { id }');
  const post = await partyPost(town, into, { person: ids.Person });
  await admin.do('endPartyPost', { post }, 'post { id }');
  const merging = { into, others: [other], because: '合并' };
  await admin.do('mergePartyOrganizations', merging, 'partyOrganization { id }');
  const ending = { partyOrganization: dissolving, because: '无党员' };
  await admin.do('dissolvePartyOrganization', ending, 'partyOrganization { id }');
  const managed = { partyOrganization: into, because: '规模大' };
  const answer = 'organization { id } partyOrganization { id }';
  await admin.do('takeIntoDirectManagement', managed, answer);
  await admin.do('returnToTerritory', managed, answer);
  const { id: closing } = await registerOrganization(town);
  await admin.do('closeOrganization', { organization: closing, because: '注销' }, 'organization { id }');
  const assignment = await assign(town, { unit: unit(0) });
  await admin.do('endWorkAssignment', { assignment }, 'assignment { id }');
  const station = await guidanceStation(town, { name: '社会事务指导站' });
  await admin.do('changeGuidanceStation', { station, host: '社会事务中心' }, 'station { id }');
  await admin.do('closeGuidanceStation', { station }, 'station { id }');
  const alone = (await registerOrganization(town, { partyMembers: 3 })).id;
  const remedies = [{ organization: alone, kind: 'FOUND_BRANCH' }];
  await admin.do('takeRemedies', { town: town.code, remedies }, 'on');
}

async function importFiles(town: FurnishedTown): Promise<void> {
  const { admin, unit } = town;
  const { unit: village } = await admin.ask('query($id: ID!) { unit(id: $id) { name } }', { id: unit(0) });
  const tree = treeFileOf(town, csv([line('块区', village.name, { 名称: '导入块' })]));
  const { digest } = await admin.do('previewTreeImport', tree, 'digest');
  await admin.do('importTree', { ...tree, expectedDigest: digest }, 'digest');
  const rows = [member('导1', { 块区: `${village.name}/导入块`, 姓名: '户主', 户主: '是' })];
  const file = inputOf(town, fileOf(rows), { from: dayOf(new Date()) });
  const preview = await admin.do('previewHouseholdImport', file, 'digest', 'UPKEEP');
  await admin.do('importHouseholds', { ...file, expectedDigest: preview.digest }, 'digest', 'UPKEEP');
  await importOrganizations(town, organizationFileOf([organization('导入厂', village.name)]));
}

async function giveRoles({ admin, code, ids, unit }: FurnishedTown): Promise<void> {
  const opening = { town: code, name: 'clerk', displayName: '办事员', role: 'UNIT_OFFICER', unit: unit(0) };
  const { account } = await admin.do('openAccount', opening, 'account { id }');
  const assigning = { account: account.id, role: 'UNIT_OFFICER', unit: unit(1) };
  const given = await admin.do('assignRole', assigning, 'account { assignments { id } }');
  await admin.do('endAssignment', { assignment: given.account.assignments[0].id }, 'account { id }');
  await admin.do('linkAccountToPerson', { account: account.id, person: ids.Person }, 'account { id }');
  await admin.do('resetPassword', { account: account.id }, 'account { id }');
  await admin.do('inviteToTown', { town: code, role: 'AUDITOR' }, 'code');
  await admin.do('withdrawInvitation', { invitation: ids.Invitation }, 'invitation');
}
