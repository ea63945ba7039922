import type { Data } from '../../test/client.ts';
import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { call, callStep, missedCall, pleased } from '../calls/call.fixture.ts';
import { hotline, onDuty } from '../calls/hotline.fixture.ts';
import { furnishedInspection, follow as mend } from '../inspections/inspection.fixture.ts';
import { mediate, mediation } from '../mediations/mediation.fixture.ts';
import { follow, furnishedPatrol } from '../patrols/patrol.fixture.ts';
import { petition, step } from '../petitions/petition.fixture.ts';
import { jpeg } from '../photos/photo.fixture.ts';
import { advance, project } from '../projects/project.fixture.ts';
import { contented, party, raise, take } from '../requests/request.fixture.ts';
import { dayOf } from '../today.ts';

/** Takes requests, and projects from them, through all of their steps. */
export async function handleRequests(town: FurnishedTown): Promise<void> {
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

/** Keeps a hotline and answers its calls. */
export async function answerCalls(town: FurnishedTown): Promise<void> {
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

/** Takes petitions through all of their steps. */
export async function handlePetitions(town: FurnishedTown): Promise<void> {
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

/** Mediates a dispute, walks a patrol, and follows up what it found. */
export async function mediateAndPatrol(town: FurnishedTown): Promise<void> {
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

/** Keeps squads and places, goes on a round and follows up what was found. */
export async function inspectPlaces(town: FurnishedTown): Promise<void> {
  const { admin, ids } = town;
  const made = await furnishedInspection(town);
  const { squad, place, round, check, finding } = made;
  await admin.do('changeInspectionSquad', { squad, members: [ids.Person] }, 'squad { id }');
  await admin.do('changeInspectionPlace', { place, address: '友谊路 1 号' }, 'place { id }');
  await admin.do('reviseInspectionRound', { round, reason: '更正', note: '夜查' }, 'round { id }');
  const adding = { check, finding: { kind: 'FIRE_SAFETY', text: '通道堵塞' } };
  const added = await admin.do('addInspectionFinding', adding, 'finding { id }');
  await mend(admin, 'correctInspectionFinding', finding, { text: '有两名未成年人上网' });
  await mend(admin, 'followUpInspectionFinding', finding, { note: '复查' });
  await mend(admin, 'mendInspectionFinding', finding, { done: '已整改' });
  await mend(admin, 'reopenInspectionFinding', finding, { reason: '再犯' });
  await mend(admin, 'raiseInspectionFinding', added.finding.id, { request: { subject: ids.RequestSubject } });
  const other = await furnishedInspection(town);
  await admin.do('withdrawInspectionRound', { round: other.round, reason: '重复' }, 'round { id }');
  await admin.do('closeInspectionPlace', { place: other.place }, 'place { id }');
  await admin.do('disbandInspectionSquad', { squad: other.squad }, 'squad { id }');
}
