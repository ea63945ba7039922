import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { endJobPlacement, recordJobPlacement } from '../job-placements/keep-placements.ts';
import { applyForRelief } from '../relief/apply-for-relief.ts';
import { approveRelief } from '../relief/approve-relief.ts';
import { endorseRelief, refuseRelief } from '../relief/decide-relief.ts';
import { payRelief } from '../relief/pay-relief.ts';
import type { ReliefState } from '../relief/relief-states.ts';
import { openReliefCampaign } from '../relief-campaigns/campaigns.ts';
import { openReliefFund } from '../relief-funds/keep-funds.ts';
import { reliefItemsOf } from '../relief-items/relief-list.ts';
import { membersOf } from '../residents/resident-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark } from './invented.ts';

/** Funds of this year, in yuan: together over 4 million, as Pujiang had before a Spring Festival (published; which, is invented). */
const funds = [
  { name: '镇级帮困资金', source: 'FISCAL', budget: 2_600_000 },
  { name: '慈善帮困资金', source: 'CHARITY', budget: 900_000 },
  { name: '党员关爱资金', source: 'PARTY_DUES', budget: 350_000 },
  { name: '工会送温暖资金', source: 'UNION', budget: 420_000 },
] as const;

/** Applications by days ago, in yuan, with what became of them, and of which of the funds they were granted. */
const applications: readonly {
  item: string;
  reason: string;
  amount: number;
  ago: number;
  became: ReliefState;
  of?: readonly number[];
}[] = [
  { item: '春节帮困', reason: '低保家庭，节前慰问', amount: 1500, ago: 20, became: 'PAID', of: [0] },
  { item: '大病救助', reason: '家庭支出大，入不敷出', amount: 8000, ago: 18, became: 'PAID', of: [0, 1] },
  { item: '高龄老人慰问', reason: '老人独居，子女在外地', amount: 800, ago: 12, became: 'APPROVED', of: [2] },
  { item: '困难职工帮困', reason: '夫妻一方失业', amount: 2000, ago: 9, became: 'ENDORSED' },
  { item: '困难学生助学', reason: '孩子上高中，学费有困难', amount: 3000, ago: 6, became: 'REFUSED' },
  { item: '重残人员帮困', reason: '需要长期照料', amount: 1200, ago: 4, became: 'SUBMITTED' },
  { item: '退役军人帮困', reason: '收入较低', amount: 1000, ago: 2, became: 'SUBMITTED' },
];

/** Jobs by days ago, and since when they were left. */
const jobs: readonly { post: string; ago: number; left?: number }[] = [
  { post: '保洁员', ago: 25, left: 3 },
  { post: '保安', ago: 11 },
];

/** Invented relief of these weeks for households of a unit, which its lead applied for and its officer endorsed, of invented funds. */
export async function giveDemoRelief(desk: Desk, households: readonly string[]): Promise<void> {
  const admin = await demoActor(desk);
  const [lead, officer] = [await handOf(desk, admin, 'lead'), await handOf(desk, admin, 'officer')];
  const year = Number(dayOf(desk.now).slice(0, 4));
  const opened: string[] = [];
  for (const { name, source, budget } of funds) {
    const asked = { year, name: `${name}${inventedMark}`, source, budget: budget * 100 };
    opened.push((await openReliefFund(desk, admin, asked)).id);
  }
  const round = { name: `节前帮困${inventedMark}`, firstDay: dayAgo(desk, 30), lastDay: dayOf(desk.now) };
  const { id: campaign } = await openReliefCampaign(desk, round);
  // What the desk knows of funds and rounds is from before these.
  desk.forget();
  const items = new Map((await desk.load(reliefItemsOf, desk.town)).map(({ name, id }) => [name, id]));
  for (const [index, { item, reason, amount, ago, became, of = [] }] of applications.entries()) {
    const household = globalId('Household', desk.town, households[index % households.length] ?? '');
    const said = { item: items.get(item) ?? '', reason: `${reason}${inventedMark}`, amount: amount * 100 };
    const asked = { household, campaign, ...said };
    const uuid = await applyForRelief(desk, lead, { ...asked, on: dayAgo(desk, ago) });
    const at = { reliefApplication: globalId('ReliefApplication', desk.town, uuid) };
    if (became === 'REFUSED') await refuseRelief(desk, officer, { ...at, reason: '已享受同类救助' });
    if (!['ENDORSED', 'APPROVED', 'PAID'].includes(became)) continue;
    await endorseRelief(desk, officer, { ...at, note: '已上门核实', on: dayAgo(desk, ago - 1) });
    if (became === 'ENDORSED') continue;
    const grants = of.map((fund) => ({ fund: opened[fund] ?? '', amount: (amount * 100) / of.length }));
    await approveRelief(desk, admin, { ...at, grants, on: dayAgo(desk, ago - 2) });
    if (became === 'PAID') await payRelief(desk, admin, { ...at, way: 'BANK_CARD' });
  }
  await findDemoJobs(desk, lead, households);
}

/** Invented jobs that were found for the first member of some of the households; one of them has left theirs. */
async function findDemoJobs(desk: Desk, lead: Actor, households: readonly string[]): Promise<void> {
  const members = await Promise.all(
    households.slice(0, 6).map((uuid) => desk.load(membersOf, { townId: desk.town, uuid })),
  );
  const seekers = members.flatMap((ofHousehold) => ofHousehold[0]?.resident ?? []);
  for (const [index, { post, ago, left }] of jobs.entries()) {
    const seeker = seekers[index];
    if (seeker === undefined) return;
    const asked = { employer: `物业公司${inventedMark}`, post, foundBy: '社会保障服务中心' };
    const resident = globalId('Resident', desk.town, seeker);
    const uuid = await recordJobPlacement(desk, lead, { resident, ...asked, on: dayAgo(desk, ago) });
    const jobPlacement = globalId('JobPlacement', desk.town, uuid);
    if (left !== undefined) await endJobPlacement(desk, lead, { jobPlacement, on: dayAgo(desk, left) });
  }
}

/** Somebody else of the town, as far as the demo goes with the reach of its administrator: none of its people approves alone. */
async function handOf(desk: Desk, admin: Actor, name: 'lead' | 'officer'): Promise<Actor> {
  const { account_id: accountId, person_id: personId } = await desk.db
    .selectFrom('town_account')
    .select(['account_id', 'person_id'])
    .where('town_id', '=', desk.town)
    .where('name', '=', `${name}-${desk.town}`)
    .executeTakeFirstOrThrow();
  return { ...admin, accountId, assignments: admin.assignments.map((held) => ({ ...held, personId })) };
}
