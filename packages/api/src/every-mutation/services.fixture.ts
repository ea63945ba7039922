import { setTimeout } from 'node:timers/promises';
import type { TestPlatform, TestTown } from '../../test/platform.ts';
import type { FurnishedTown } from '../access/isolation.fixture.ts';
import { contest as compete, contestOf } from '../contests/contest.fixture.ts';
import {
  deliberate,
  deliberation,
  furnishedDeliberation,
  ruleNamed,
  votersOf,
  voting,
} from '../deliberations/deliberation.fixture.ts';
import { placement } from '../job-placements/job-placement.fixture.ts';
import { contacted, pairUp } from '../pairings/pairing.fixture.ts';
import { districtOf, districtOffice, offered } from '../programme-offers/programme-offer.fixture.ts';
import { enrol, step as hold, opened, planned } from '../programmes/programme.fixture.ts';
import { applied, campaign, reliefHands, relieve } from '../relief/relief.fixture.ts';
import { raise } from '../requests/request.fixture.ts';
import { activityKind, earn, redeem, reward, volunteer } from '../volunteers/volunteer.fixture.ts';

/** For how long a vote is open that is waited for, in milliseconds. */
const shortVote = 8000;

/** Takes deliberations, their votes and objections through all of their steps, and keeps the rules. */
export async function deliberateTogether(town: FurnishedTown): Promise<void> {
  const { admin, code, ids } = town;
  const said = { name: '过半', numerator: 1, denominator: 2, base: 'VOTING' };
  const { deliberationRule } = await admin.do(
    'addDeliberationRule',
    { town: code, ...said },
    'deliberationRule { id }',
  );
  const rule = { deliberationRule: deliberationRule.id };
  await admin.do(
    'reviseDeliberationRule',
    { ...rule, ...said, numerator: 2, denominator: 3 },
    'deliberationRule { id }',
  );
  await admin.do('endDeliberationRule', rule, 'deliberationRule { id }');
  const asked = { question: '问', description: '述', deliberationRule: await ruleNamed(town, '全体一致同意') };
  const dropped = (await deliberation(town, ids.Unit)).id;
  await deliberate(admin, 'reviseDeliberation', dropped, asked);
  const named = { households: [ids.Household], reason: '空置' };
  await deliberate(admin, 'leaveOutDeliberationVoters', dropped, named);
  await deliberate(admin, 'addDeliberationVoters', dropped, named);
  await deliberate(admin, 'callOffDeliberation', dropped, { reason: '作废' });
  const mixed = (await raise(town, { place: { unit: ids.Unit }, handlingClass: 'MIXED' })).id;
  // The clock stays as it is, ahead of which nobody could sign in: the vote is a short one, and is waited for.
  const {
    deliberation: id,
    meeting,
    objection,
  } = await furnishedDeliberation(town, ids.Unit, ids.Person, { requests: [mixed] }, shortVote - voting);
  const closed = Date.now() + shortVote;
  await admin.do('recordObjectorReply', { objection, reply: 'WITHDRAWN' }, 'deliberation { id }');
  await admin.do('giveDeliberationEvidence', { meeting, request: mixed }, 'deliberation { id }');
  const [voter] = await votersOf(admin, id);
  const changed = 'deliberation { id }';
  await admin.do('recordDeliberationObjection', { voter, text: '太贵' }, changed);
  await admin.do('withdrawDeliberationVote', { voter, reason: '改主意' }, changed);
  await admin.do('recordDeliberationVote', { voter, choice: 'FOR' }, changed);
  await setTimeout(closed - Date.now());
  await deliberate(admin, 'decideDeliberation', id);
  for (const verb of ['begin', 'report', 'finish', 'check']) {
    await deliberate(admin, `${verb}DeliberatedWork`, id, { report: '照做' });
  }
}

/** Takes programmes, their sessions and who takes part in them through all of their steps. */
export async function holdProgrammes(town: FurnishedTown): Promise<void> {
  const { admin, ids } = town;
  const said = { name: '体检', about: '内容', firstDay: '2027-01-01', lastDay: '2027-12-31' };
  const { id, sessions } = await opened(town, { oneSession: true }, ['2027-03-01', '2027-03-08']);
  const [monday, next] = sessions;
  const [made] = await enrol(admin, id, [ids.Resident], { session: monday });
  await admin.do('moveEnrolment', { enrolment: made?.id, session: next }, 'enrolment { id }');
  await admin.do('withdrawEnrolment', { enrolment: made?.id, reason: '误' }, 'enrolment { id }');
  await hold(admin, 'rescheduleProgrammeSession', id, { session: monday, heldOn: '2027-03-02' });
  await hold(admin, 'callOffProgrammeSession', id, { session: next, reason: '台风' });
  await hold(admin, 'reviseProgramme', id, said);
  await hold(admin, 'closeProgramme', id);
  await hold(admin, 'finishProgramme', id);
  await hold(admin, 'repeatProgramme', id, { firstDay: '2028-01-01' });
  const past = await opened(town, { firstDay: '2026-01-01' }, ['2026-03-02']);
  const [came] = await enrol(admin, past.id, [ids.Resident]);
  const attendances = [{ enrolment: came?.id, attended: true, given: '米 5 公斤' }];
  await admin.do('recordAttendance', { session: past.sessions[0], attendances }, 'session { id } enrolments { id }');
  await hold(admin, 'recordProgrammeSpending', past.id, { amount: '12.50', text: '大米' });
  const gifts = await hold(admin, 'recordProgrammeGift', past.id, { goods: '大米 50 袋' }, 'gifts { id }');
  await hold(admin, 'withdrawProgrammeGift', past.id, { gift: gifts.gifts[0].id, reason: '误' });
  const results = [{ enrolment: came?.id, passed: true, mark: '92 分' }];
  const both = 'programme { id } enrolments { id }';
  await admin.do('recordResults', { programme: past.id, results }, both);
  await admin.do('issueCertificates', { programme: past.id }, both);
  await admin.do('revokeCertificate', { enrolment: came?.id, reason: '替考' }, both);
  const { id: contest, team, round } = await contestOf(town);
  await compete(admin, 'recordContestScores', { round, scores: [{ team, score: 9.5 }] });
  await compete(admin, 'decideContestRound', { round });
  await compete(admin, 'reopenContestRound', { round });
  await compete(admin, 'withdrawContestTeam', { team, reason: '人数不足' });
  await hold(admin, 'closeProgramme', contest);
  await hold(admin, 'cancelProgramme', (await planned(town)).id, { reason: '改期' });
}

/** Takes part in what the district of a town offers. */
export async function joinOffered(platform: TestPlatform, town: TestTown): Promise<void> {
  const office = await districtOffice(platform, districtOf(town));
  const { id: offer } = await offered(office, districtOf(town));
  await town.admin.do('joinProgrammeOffer', { town: town.code, offer }, 'programme { id }');
}

/** Has volunteers earn points, spends them, and takes back what can be. */
export async function spendPoints(town: FurnishedTown): Promise<void> {
  const { admin, ids } = town;
  const both = 'redemption { id } volunteer { id }';
  const [unit, who] = [town.unit(0), await volunteer(town)];
  await admin.do('reviseVolunteer', { volunteer: who, unit }, 'volunteer { id }');
  const kind = await activityKind(town);
  await admin.do('setVolunteerActivityRate', { activityKind: kind, points: 2 }, 'kind { id }');
  const { activity: held, signUps } = await earn(town, kind, [who]);
  await admin.do('undoVolunteerAttendance', { activity: held, signUps, reason: '误' }, 'activity { id }');
  await admin.do('withdrawVolunteerSignUps', { activity: held, signUps }, 'activity { id }');
  await admin.do('callOffVolunteerActivity', { activity: held, reason: '雨' }, 'activity { id }');
  await admin.do('endVolunteerActivityKind', { activityKind: kind }, 'kind { id }');
  const goods = await reward(town, 1, 3);
  await admin.do('setRewardPrice', { reward: goods, points: 2 }, 'reward { id }');
  for (const verb of ['fulfilRedemption', 'cancelRedemption']) {
    const { redemption } = await redeem(admin, { volunteer: ids.Volunteer, reward: goods }, both);
    const reason = verb === 'cancelRedemption' ? { reason: '缺货' } : {};
    await admin.do(verb, { redemption: redemption.id, ...reason }, both);
  }
  await admin.do('endReward', { reward: goods }, 'reward { id }');
}

/** Takes applications for relief, and jobs found, through all of their steps, those that are for somebody else by somebody else. */
export async function giveRelief(town: FurnishedTown): Promise<void> {
  const { admin, ids } = town;
  const { worker, officer } = await reliefHands(town);
  const grants = [{ fund: ids.ReliefFund, amount: '1' }];
  const endorsed = async () => {
    const { id } = await applied(town, ids.Household, {}, worker);
    await relieve(officer, 'endorseRelief', id);
    return id;
  };
  for (const verb of ['payRelief', 'cancelRelief']) {
    const id = await endorsed();
    await relieve(admin, 'approveRelief', id, { grants });
    await relieve(admin, verb, id, verb === 'payRelief' ? { way: 'CASH' } : { reason: '误' });
  }
  await relieve(admin, 'endorseRelief', (await applied(town, ids.Household, {}, worker)).id);
  await relieve(admin, 'refuseRelief', await endorsed(), { reason: '不符合条件' });
  await relieve(admin, 'withdrawRelief', (await applied(town, ids.Household)).id, { reason: '误' });
  await admin.do('endJobPlacement', { jobPlacement: ids.JobPlacement }, 'jobPlacement { id }');
  const wrongly = { jobPlacement: (await placement(admin, ids.Resident)).id, reason: '误' };
  await admin.do('withdrawJobPlacement', wrongly, 'jobPlacement { id }');
  const round = await campaign(town, {}, 'id firstDay lastDay');
  const { id, ...days } = round;
  await admin.do('reviseReliefCampaign', { campaign: id, name: '夏季帮困', ...days }, 'campaign { id }');
  const many = { households: [ids.Household], item: ids.ReliefItem, reason: '节日慰问', amount: '200' };
  await admin.do('applyForReliefTogether', many, 'reliefApplications { id }');
  const byAdmin = { reliefApplications: [(await applied(town, ids.Household, {}, worker)).id] };
  await admin.do('endorseReliefTogether', byAdmin, 'reliefApplications { id }');
  const together = { reliefApplications: [await endorsed()] };
  const approving = { ...together, fund: ids.ReliefFund, total: '1000' };
  await admin.do('approveReliefTogether', approving, 'reliefApplications { id }');
  await admin.do('payReliefTogether', { ...together, way: 'CASH', total: '1000' }, 'reliefApplications { id }');
}

/** Keeps kinds of pairing, pairs somebody with a household, and puts down contacts. */
export async function pairPeople(town: FurnishedTown): Promise<void> {
  const { admin, code, ids } = town;
  const { pairingKind } = await admin.do('addPairingKind', { town: code, name: '失独' }, 'pairingKind { id }');
  const kind = { pairingKind: pairingKind.id };
  await admin.do('revisePairingKind', { ...kind, categories: [ids.Category] }, 'pairingKind { id }');
  const { id: pairing } = await pairUp(town, ids.Household, kind);
  await admin.do('endPairingKind', kind, 'pairingKind { id }');
  await admin.do('revisePairing', { pairing, service: '每月理发' }, 'pairing { id }');
  const pairingContact = await contacted(admin, pairing);
  await admin.do('withdrawPairingContact', { pairingContact, reason: '误' }, 'pairingContact { id }');
  await admin.do('endPairing', { pairing, reason: 'NO_LONGER_NEEDED' }, 'pairing { id }');
}
