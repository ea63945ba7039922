import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { timelineOf } from '../units/timeline.ts';
import { publishDemoBoard } from './demo-boards.ts';
import { holdDemoContest } from './demo-contest.ts';
import { deliberateInPujiang } from './demo-deliberations.ts';
import { hireWorkers, openDemoHotline } from './demo-hotline.ts';
import { householdsUnder } from './demo-households.ts';
import { inspectDemoCafes } from './demo-inspections.ts';
import { mediateNeighbours } from './demo-mediations.ts';
import { minutesAgo, momentAgo } from './demo-moments.ts';
import { postDemoNotices } from './demo-notices.ts';
import { registerDemoOrganizations } from './demo-organizations.ts';
import { pairInDemo } from './demo-pairings.ts';
import { coverPujiang } from './demo-party.ts';
import { type DemoRoute, patrolOfWeeks } from './demo-patrols.ts';
import { receivePetitions } from './demo-petitions.ts';
import { holdDemoProgrammes } from './demo-programmes.ts';
import { lightPujiang } from './demo-projects.ts';
import { type RecentCall, takeRecentCalls } from './demo-recent-calls.ts';
import { giveDemoRelief } from './demo-relief.ts';
import { giveTasks } from './demo-tasks.ts';
import { begun, type DemoPlaces } from './demo-tree.ts';
import { volunteerInDemo } from './demo-volunteers.ts';

/** Social workers at the hotline, round the clock. */
const workers = 4;

/** Pujiang 浦江镇 until now: its project, its organisations, and a social worker, for an account, in the committee of the demo's officer. */
export async function pujiang(desk: Desk, { officer }: DemoPlaces): Promise<DemoPlaces> {
  await lightPujiang(desk);
  if (officer) await coverPujiang(desk, officer.unit_id, await registerDemoOrganizations(desk, officer.unit_id));
  const [person_id] = await hireWorkers(desk, 1, 12);
  return officer && person_id ? { worker: { unit_id: officer.unit_id, person_id } } : {};
}

/** Pujiang in these weeks, all of it invented: calls, petitions, mediations, patrols, what waits for its people, relief, pairings, and notices of a team. */
export async function pujiangNow(desk: Desk, { officer, worker, lead, member }: DemoPlaces): Promise<void> {
  if (!officer || !worker || !lead || !member) throw new Error('Pujiang has nobody to do it');
  const unit = officer.unit_id;
  const callers = await householdsUnder(desk, unit);
  const people = [worker.person_id, ...(await hireWorkers(desk, workers - 1, 13))];
  const hotline = await openDemoHotline(desk, { unit, from: begun, people, opensAt: 0, closesAt: 24 });
  await takeRecentCalls(desk, { hotline, people, callers }, calls(desk));
  await receivePetitions(desk, globalId('Person', desk.town, officer.person_id), [
    { subject: '违法建筑', unit, matter: '沿街店铺后院违章搭建，多次反映未拆', received: 82, accepted: 75 },
    { subject: '噪声', unit, matter: '夜宵摊油烟噪声扰民', received: 70, accepted: 66, answered: 30, settled: 24 },
    { subject: '停车', unit, matter: '小区外来车辆占用消防通道', way: 'WEB', received: 25, accepted: 18 },
    { subject: '道路设施', unit: null, matter: '公交站挪远后老人出行不便', way: 'WEB', received: 3 },
  ]);
  await mediateNeighbours(desk, unit);
  const [first, second] = await blocksOf(desk, unit);
  if (!first || !second) throw new Error('Pujiang has no blocks to patrol');
  await patrolOfWeeks(desk, { ...eveningRoute, unit: first });
  await patrolOfWeeks(desk, { ...riverRoute, unit: second });
  const here = callers.filter(({ block }) => block === first).map(({ household }) => household);
  const whom = { officer: officer.person_id, lead: lead.person_id, member: member.person_id };
  await giveTasks(desk, { ...whom, block: first, households: here });
  await giveDemoRelief(desk, here);
  await pairInDemo(desk, here, lead.person_id);
  await holdDemoProgrammes(desk, here);
  await holdDemoContest(desk);
  await deliberateInPujiang(desk, first);
  await inspectDemoCafes(desk, unit);
  await volunteerInDemo(desk, first);
  await postDemoNotices(desk, member.team_id);
  await publishDemoBoard(desk, { team: member.team_id, unit });
}

/** The blocks of a unit that were opened under it. */
export async function blocksOf(desk: Desk, unit: string): Promise<string[]> {
  const { lines } = await desk.load(timelineOf, desk.town);
  return lines.flatMap(({ uuid, versions: [version] }) => (version?.state.parent_id === unit ? [uuid] : []));
}

/** A dozen calls of the last days: missed, answered, to be answered again, passed on, and closed. */
function calls(desk: Desk): RecentCall[] {
  const at = (days: number, clock: string) => ({ at: momentAgo(desk, days, clock) });
  const register = '请带身份证和房产证到社区事务受理服务中心办理';
  return [
    { ...at(6, '09:15'), matter: '居住证如何续签', answer: register, followedUp: 'SATISFIED' },
    { ...at(6, '14:40'), matter: '老年助餐点怎么报名', answer: '到居委会登记，次日可用餐', followedUp: 'SATISFIED' },
    { ...at(5, '10:05'), matter: '楼上空调滴水', answer: '已联系楼上住户加装滴水管', followedUp: 'DISSATISFIED' },
    {
      ...at(5, '18:30'),
      matter: '问流感疫苗接种时间',
      calledBackAfter: 35,
      answer: '周一至周五上午，社区卫生服务中心',
    },
    { ...at(4, '08:50'), matter: '有线电视没有信号', answer: '已报修，当天上门', followedUp: 'FAIRLY' },
    { ...at(4, '16:20'), matter: '孩子入学需要哪些材料', answer: register, followedUp: 'SATISFIED' },
    { ...at(2, '09:30'), matter: '小区西门路灯连续两晚不亮', subject: '物业' },
    { ...at(2, '19:10'), matter: '宽带施工后路面没有修好', subject: '道路设施' },
    { ...at(1, '11:25'), matter: '医保卡遗失怎么补办', answer: '可在随申办上申请，或到受理中心办理' },
    { ...at(1, '15:45'), matter: '隔壁装修休息日也开工', answer: '已告知施工队双休日不得施工' },
    { at: minutesAgo(desk, 75), matter: '活动室周末开放吗', answer: '周六上午开放' },
    { at: minutesAgo(desk, 20) },
  ];
}

const eveningRoute: Omit<DemoRoute, 'unit'> = {
  ...{ name: '小区夜巡线', stops: ['东门', '消防通道', '地下车库', '电瓶车棚', '西门'], from: '2025-03-01' },
  rounds: [
    { ago: 27, findings: [] },
    {
      ago: 20,
      findings: [
        { kind: 'PROBLEM', text: '3号楼楼道堆放电瓶车', place: '电瓶车棚', became: { actedOn: '当场劝离，贴告知单' } },
        { kind: 'SUGGESTION', text: '车棚增加充电口', place: '电瓶车棚', became: { passedTo: '物业公司' } },
      ],
    },
    {
      ago: 13,
      findings: [{ kind: 'PROBLEM', text: '地下车库积水', place: '地下车库', became: { passedTo: '物业公司' } }],
    },
    {
      ago: 6,
      findings: [
        {
          kind: 'SUGGESTION',
          text: '东门加装减速带',
          place: '东门',
          became: { notAdopted: '门口是市政道路，由镇里统一安排' },
        },
      ],
    },
    { ago: 1, findings: [{ kind: 'PROBLEM', text: '西门路灯不亮', place: '西门', became: { requestAbout: '物业' } }] },
  ],
};

const riverRoute: Omit<DemoRoute, 'unit'> = {
  ...{ name: '河道巡查线', stops: ['老桥', '泵站', '河边绿地', '菜场后门'], from: '2025-03-01' },
  rounds: [
    {
      ago: 24,
      findings: [{ kind: 'PROBLEM', text: '河面漂浮垃圾', place: '老桥', became: { actedOn: '保洁员当天打捞' } }],
    },
    { ago: 17, findings: [] },
    {
      ago: 10,
      findings: [
        { kind: 'PROBLEM', text: '菜场后门乱倒污水', place: '菜场后门', became: { passedTo: '城管执法' } },
        { kind: 'SUGGESTION', text: '河边绿地增设长椅', place: '河边绿地', became: { actedOn: '已装两把长椅' } },
      ],
    },
    { ago: 3, findings: [{ kind: 'SUGGESTION', text: '泵站围栏加警示牌', place: '泵站' }] },
  ],
};
