import type { Data } from '../../test/client.ts';
import type { TestTown } from '../../test/platform.ts';
import { call, callStep, missedCall, pleased } from '../calls/call.fixture.ts';
import { hotline, onDuty } from '../calls/hotline.fixture.ts';
import { categoriesOf, categorize } from '../categories/category.fixture.ts';
import { cover } from '../coverage/coverage.fixture.ts';
import { furnishedDeliberation } from '../deliberations/deliberation.fixture.ts';
import { close } from '../figure-snapshots/figure-snapshot.fixture.ts';
import { furnishedInspection, headOf, round } from '../inspections/inspection.fixture.ts';
import { mediate, mediation } from '../mediations/mediation.fixture.ts';
import { kindOf, registerOrganization } from '../organizations/organization.fixture.ts';
import { partyOrganization, partyPost } from '../party-organizations/party-organization.fixture.ts';
import { assign } from '../party-work/party-work.fixture.ts';
import { follow, furnishedPatrol, patrol } from '../patrols/patrol.fixture.ts';
import { furnishedPetition, step } from '../petitions/petition.fixture.ts';
import { advance, project } from '../projects/project.fixture.ts';
import { granted } from '../relief/relief.fixture.ts';
import { fund } from '../relief-funds/relief-fund.fixture.ts';
import { report } from '../reported-figures/reported-figure.fixture.ts';
import { contented, explained, party, raise, subject, take } from '../requests/request.fixture.ts';
import { addResident } from '../residents/resident.fixture.ts';
import { apply, draft } from '../restructurings/restructuring.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';

const begins = '2023-01-01';

/**
 * Gives a town so many years of history, and with every kind of row that hangs on it: in each year two villages are merged
 * into a new one, with all that they hold, and a renaming is undone. A draft for each new village is left.
 */
export async function townWithHistory(town: TestTown, years: number): Promise<TestTown> {
  const overlay = await openOverlay(town, '籍贯');
  for (let year = 0; year < years; year++) {
    await openOverlay(town, `${year}楼组`);
    const day = `2024-${String(year + 1).padStart(2, '0')}-01`;
    const east = await village(town, overlay, `东${year}村`);
    const west = await village(town, overlay, `西${year}村`);
    const id = await apply(town, day, [
      { open: { ref: 'n', kind: 'VILLAGE', name: `新${year}村` } },
      { merge: { units: [east.id, west.id], into: '#n' } },
      { transferHouseholds: { from: east.block, to: west.block, households: [east.households[0]] } },
      { merge: { units: [east.overlaid], into: west.overlaid } },
    ]);
    const merged = await mergedInto(town, id);
    const renaming = await apply(town, `2024-12-0${year + 1}`, [{ rename: { unit: merged, name: `误${year}村` } }]);
    await town.admin.do('undoRestructuring', { restructuring: renaming, reason: '误' }, 'restructuring { id }');
    const next = { open: { ref: 'z', kind: 'VILLAGE', name: `再${year}村` } };
    await close(town, { length: 'MONTH', day: `2023-0${year + 1}-01` });
    await draft(town, `2025-01-0${year + 1}`, [next, { merge: { units: [merged], into: '#z' } }], `${year}`);
  }
  return town;
}

/** A village with a block, its team, lead, officer and households with visits, and a block of an overlay with a head. */
async function village(town: TestTown, overlay: string, name: string) {
  const { admin } = town;
  const id = await town.openUnit({ from: begins, parent: undefined, kind: 'VILLAGE', name });
  const block = await town.openUnit({ from: begins, parent: id, name: `${name}块` });
  const overlaid = await town.openUnit({ from: begins, parent: id, name: `${name}籍贯块`, overlay });
  await member(town, block, 'LEAD');
  const head = await member(town, overlaid, 'GROUP_HEAD');
  const appointed = { unit: id, person: await town.person(), title: 'OFFICER', from: begins };
  await admin.do('appointOfficer', appointed, 'post { id }');
  const officer = await town.account('UNIT_OFFICER', { unit: id });
  const registering = { block, codes: [`${name}甲`, `${name}乙`], from: begins };
  const { households } = await admin.do('registerHouseholds', registering, 'households { id }');
  for (const { id: household } of households) {
    await admin.do('placeInOverlay', { household, block: overlaid, head, from: begins }, 'household { id }');
    await addResident(town, household, { name: '户主', head: true });
    await admin.do('setAddress', { household, address: '幸福路1号' }, 'household { id }');
    await recordVisit(town, household, '2023-06-01');
    await recordVisit(town, household, '2025-06-01');
  }
  const holder = await town.person();
  const [first] = households;
  const ids = await categoriesOf(town);
  for (const category of [ids.独居老人, ids.残疾人家庭]) await categorize(admin, first.id, category, begins);
  const asked = await raise(town, { household: first.id, on: '2023-06-01', ...explained(holder) });
  await take(admin, 'followUpRequest', asked.id, contented);
  const about = { place: { unit: id, text: '门口' }, concerns: { units: [block] }, on: '2023-06-01' };
  const there = await raise(town, { ...about, handlingClass: 'REASONABLE' });
  await take(admin, 'acceptRequest', there.id, { holder });
  await take(admin, 'referRequest', there.id, { party: await party(town), note: '请看' });
  const petitioners = households.map(({ id: household }: Data) => ({ name: '信访人', household }));
  const petition = await furnishedPetition(town, {
    ...{ unit: id, petitioners, class: 'ACCUSATION', accused: town.unit(3) },
  });
  const { petitioner, party: accused } = petition;
  const meeting = { petitioners: [petitioner], parties: [accused], people: [holder] };
  await step(admin, 'holdPetitionMeeting', petition.id, meeting);
  const raising = { description: '修', place: { unit: id }, subject: await subject(town, '道路设施') };
  await step(admin, 'raisePetitionRequest', petition.id, raising, 'id');
  const line = await hotline(town, { unit: id, name: `${name}热线` });
  for (const day of ['02', '03']) await onDuty(town, line.id, holder, `2025-06-${day}T08`, 8);
  const rang = { hotline: line.id, calledAt: '2023-05-01T10:00:00+08:00' };
  const called = { ...rang, answeredBy: holder, caller: { household: first.id } };
  const answered = await call(town, { ...called, about: asked.id });
  await callStep(admin, 'followUpCall', answered.id, pleased);
  const passed = { subject: await subject(town), description: '修', ...explained(holder) };
  await missedCall(town, rang);
  await call(town, { ...called, requests: [passed, { ...passed, place: { unit: id } }] });
  const parties = [{ household: households[0].id }, { otherName: '邻居' }];
  const dispute = await mediation(town, { unit: id, parties, request: asked.id }, 'id parties { id }');
  const talk = { parties: dispute.parties.map((each: Data) => each.id), said: '好好谈' };
  await mediate(admin, 'recordMediationTalk', dispute.id, talk);
  await mediate(admin, 'agreeMediation', dispute.id, { agreement: '修好', checkOn: '2030-01-01' });
  const worker = await town.account('SOCIAL_WORKER', { unit: id });
  const money = [{ fund: (await fund(town)).id, amount: '1' }];
  await granted(town, { worker, officer }, first.id, money, { on: '2023-06-01' });
  const patrolled = await furnishedPatrol(town, { unit: block, name: `${name}线`, from: begins });
  await follow(admin, 'passOnPatrolFinding', patrolled.finding, { passing: { party: await party(town) } });
  const findings = [{ kind: 'SUGGESTION', text: '装灯', request: { subject: await subject(town) } }];
  await patrol(town, { route: patrolled.route, on: '2023-06-01', findings, people: [holder, await town.person()] });
  const organization = (await registerOrganization(town, { unit: id, partyMembers: 3, from: begins })).id;
  const on = '2023-06-01';
  const inspected = await furnishedInspection(town, { unit: block, organization, from: begins }, on);
  const asRequest = { finding: inspected.finding, request: { subject: await subject(town) }, on };
  await admin.do('raiseInspectionFinding', asRequest, 'finding { id }');
  await admin.do('reviseInspectionRound', { round: inspected.round, reason: '更正', note: '夜查' }, 'round { id }');
  const people = [await headOf(town, inspected.squad), holder];
  await round(town, { squad: inspected.squad, places: [inspected.place], people, on });
  const general = (await partyOrganization(town, { kind: 'GENERAL_BRANCH', seat: { unit: id }, from: begins })).id;
  await partyPost(town, general, { secretaryAt: id, from: begins });
  const inside = { parent: general, seat: { organization }, from: begins };
  const branch = (await partyOrganization(town, inside)).id;
  await partyPost(town, branch, { secretaryOf: general, from: begins });
  await cover(town, general, organization, { way: 'BY_AREA', from: begins });
  const managed = { organization, from: begins, because: '规模大' };
  await admin.do('takeIntoDirectManagement', managed, 'organization { id }');
  for (const to of [{ organization }, { unit: id }]) await assign(town, { ...to, from: begins });
  const linked = [asked.id, there.id];
  const works = await project(town, { units: [id, block], requests: linked });
  await advance(admin, 'adoptProject', works.id, { holder });
  const rule = { town: town.code, name: `${name}规则`, numerator: 1, denominator: 2, base: 'VOTING' };
  await admin.do('addDeliberationRule', rule, 'deliberationRule { id }');
  const mixed = (await raise(town, { place: { unit: block }, handlingClass: 'MIXED' })).id;
  const deliberated = await furnishedDeliberation(town, id, holder, { requests: [mixed] });
  const minutes = { meeting: deliberated.meeting, request: mixed };
  await admin.do('giveDeliberationEvidence', minutes, 'deliberation { id }');
  await reportOn(town, id, block);
  return { id, block, overlaid, households: households.map((household: Data) => household.id) };
}

/** Figures that the town has published of a village and its block, by different ways of counting and of different periods. */
async function reportOn(town: TestTown, unit: string, block: string): Promise<void> {
  const said = { qualifier: 'EXACT', value: '2', publishedOn: '2025-12-31', page: unit.slice(-24) };
  await report(town, { ...said, unit, day: '2023-03-31' });
  await report(town, { ...said, unit, indicator: 'contact', length: 'QUARTER', day: '2023-06-01' });
  await report(town, { ...said, unit: block, indicator: 'contact', length: 'YEAR', day: '2023-06-01' });
  const rate = { ...said, indicator: 'household-contacted', value: '1' };
  await report(town, { ...rate, unit: block, length: 'MONTH', day: '2023-06-01' });
  const organizations = { ...said, indicator: 'organization', day: '2023-07-01' };
  await report(town, { ...organizations, organizationKind: await kindOf(town) });
}

async function openOverlay(town: TestTown, name: string): Promise<string> {
  return (await town.admin.do('openOverlay', { town: town.code, name, from: begins }, 'overlay { id }')).overlay.id;
}

async function member(town: TestTown, block: string, role: string): Promise<string> {
  const { team } = await town.admin.do('formTeam', { block, name: '组团', from: begins }, 'team { id }');
  const joining = { team: team.id, person: await town.person(), role, from: begins };
  return (await town.admin.do('joinTeam', joining, 'member { id }')).member.id;
}

/** The village that a restructuring opened. */
async function mergedInto(town: TestTown, restructuring: string): Promise<string> {
  const query = 'query($id: ID!) { restructuring(id: $id) { difference { units { changes unit { id } } } } }';
  const { difference } = (await town.admin.ask(query, { id: restructuring })).restructuring;
  return difference.units.find((unit: Data) => unit.changes.includes('OPENED')).unit.id;
}
