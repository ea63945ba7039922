import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { openPatrolRoute } from '../patrols/keep-routes.ts';
import { recordPatrol } from '../patrols/record-patrol.ts';
import { globalId } from '../schema/global-id.ts';
import { timelineOf } from '../units/timeline.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { happened, opening, registered } from './demo-past.ts';
import { patrolOfWeeks } from './demo-patrols.ts';
import { inventedMark, repeatable } from './invented.ts';

/** The first committee of Yongye 永业, whose blocks of today are there since the demo's tree began. */
const yongye = '310115120014';
const begun = '2005-01-01';
const blocksDay = '2023-03-01';

const suggestions = [
  '楼道口堆物挡住消防栓，请清理',
  '步道路灯不亮，请换灯泡',
  '垃圾房夜间未锁，请加锁',
  '南门坡道缺扶手，请加装',
  '绿化带枯枝过低，请修剪',
  '自行车棚积水，请疏通下水口',
  '宣传栏玻璃开裂，请更换',
];

/** Weekly but for four weeks: nearly 50 in the year (published), and so many suggestions that there are 235. */
const days = Array.from({ length: 48 }, (_, week) =>
  Temporal.PlainDate.from('2011-01-03')
    .add({ weeks: week + (week > 3 ? 2 : 0) + (week > 36 ? 2 : 0) })
    .toString(),
);
const inAll = 235;

/**
 * Jinqiao 金桥镇: in 2011 one resident patrolled nearly 50 times and made 235 suggestions, all of which were acted on
 * (published; where, who and what they said is invented). The block of then is one of today's, where patrols go on.
 */
export async function jinqiao(desk: Desk): Promise<void> {
  const committee = await registered(desk, yongye);
  const block = opening('BLOCK', `永业块区${inventedMark}`, committee);
  await happened(desk, begun, `永业居委会成立${inventedMark}`, [
    { verb: 'BEGIN_EARLIER', unit: committee },
    block.step,
  ]);
  desk.forget();
  await patrolOf2011(desk, block.id);
  const today = (await desk.load(timelineOf, desk.town)).lines.find(
    ({ versions: [first] }) => first?.state.parent_id === committee && first.state.name === '第1块区',
  );
  if (!today) throw new Error('Yongye has no block');
  const merge = { verb: 'MERGE' as const, units: [block.id], into: today.uuid, designated: null };
  await happened(desk, blocksDay, `重新划块${inventedMark}`, [{ ...merge, officers: 'FOLLOW' }]);
  desk.forget();
  await patrolOfWeeks(desk, {
    ...{ unit: today.uuid, name: '永业夜巡线', stops: ['东门', '健身点', '地下车库', '沿街商铺'], from: '2024-01-01' },
    rounds: [
      { ago: 16, findings: [] },
      {
        ago: 9,
        findings: [{ kind: 'PROBLEM', text: '东门外路面塌陷', place: '东门', became: { requestAbout: '道路设施' } }],
      },
      {
        ago: 2,
        findings: [
          { kind: 'PROBLEM', text: '地下车库应急灯不亮', place: '地下车库', became: { passedTo: '物业公司' } },
          { kind: 'SUGGESTION', text: '健身点增设休息座椅', place: '健身点' },
        ],
      },
    ],
  });
}

async function patrolOf2011(desk: Desk, block: string): Promise<void> {
  const actor = await demoActor(desk);
  const people = [await inventPerson(desk, repeatable(desk.town + 5))];
  const opening = { unit: globalId('Unit', desk.town, block), name: '永业居民巡访线', from: '2010-12-01' };
  const stops = ['南门', '中心步道', '垃圾房', '自行车棚'];
  const route = globalId('PatrolRoute', desk.town, await openPatrolRoute(desk, actor, { ...opening, stops }));
  let made = 0;
  for (const [index, on] of days.entries()) {
    const many = Math.round(((index + 1) * inAll) / days.length) - made;
    const findings = Array.from({ length: many }, (_, each) => ({
      ...{ kind: 'SUGGESTION' as const, place: stops[(made + each) % stops.length] ?? null },
      ...{ text: `${suggestions[(made + each) % suggestions.length]}${inventedMark}`, actedOn: '居委会当周落实' },
    }));
    made += many;
    await recordPatrol(desk, actor, { route, on, people, findings });
  }
}
