import type { Desk } from '../db/door.ts';
import { checkCharacter } from '../organizations/credit-code.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';
import { industriesOf, organizationKindsOf } from '../organizations/organization-lists.ts';
import { registerOrganization } from '../organizations/register-organization.ts';
import { reviseOrganization } from '../organizations/revise-organization.ts';
import { globalId } from '../schema/global-id.ts';
import { timelineOf } from '../units/timeline.ts';
import { demoActor } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { begun } from './demo-tree.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** Invented organisations: names of a class with their industry, how many people they have, and how many of those are Party members. */
const invented: readonly {
  class: OrganizationClass;
  industry?: string;
  names: readonly string[];
  size: readonly [number, number];
  members: number;
}[] = [
  {
    ...{ class: 'ENTERPRISE_ABOVE_SCALE', industry: '制造业', size: [120, 600], members: 24 },
    names: [
      '联航精密机械',
      '浦江汽车零部件',
      '申江电气',
      '恒丰包装',
      '瑞达医疗器械',
      '东方线缆',
      '三鲁食品',
      '鲁汇模具',
    ],
  },
  {
    ...{ class: 'ENTERPRISE_ABOVE_SCALE', industry: '信息技术', size: [80, 300], members: 30 },
    names: ['漕河泾云计算', '浦星软件', '芯联半导体'],
  },
  {
    ...{ class: 'ENTERPRISE_BELOW_SCALE', industry: '批发零售', size: [4, 30], members: 3 },
    names: ['江月路百货', '惠民超市', '杜行五金', '陈行建材'],
  },
  {
    ...{ class: 'ENTERPRISE_BELOW_SCALE', industry: '住宿餐饮', size: [6, 40], members: 2 },
    names: ['老码头酒家', '召稼楼客栈', '浦江面馆'],
  },
  {
    ...{ class: 'ENTERPRISE_BELOW_SCALE', industry: '交通物流', size: [15, 90], members: 6 },
    names: ['沈杜物流', '恒南货运'],
  },
  {
    ...{ class: 'COOPERATIVE', industry: '农业', size: [8, 60], members: 7 },
    names: ['正义园艺合作社', '丰南水稻合作社', '汇南蔬果合作社', '勤劳葡萄合作社'],
  },
  {
    ...{ class: 'ACTIVITY_GROUP', industry: '文化体育', size: [12, 45], members: 8 },
    names: ['召稼楼沪剧队', '江柳太极拳队', '金色晚年合唱团', '谈中读书会'],
  },
  { ...{ class: 'NEWCOMER_COMMUNITY', size: [200, 900], members: 14 }, names: ['联星新上海人公寓', '建岗蓝领之家'] },
  { ...{ class: 'PARK', size: [300, 1_500], members: 40 }, names: ['浦江智谷园', '鲁南创业园'] },
  {
    ...{ class: 'SOCIAL_ORGANIZATION', industry: '教育', size: [10, 80], members: 9 },
    names: ['小树苗民办幼儿园', '启智职业培训中心'],
  },
  {
    ...{ class: 'SOCIAL_ORGANIZATION', industry: '卫生养老', size: [6, 50], members: 5 },
    names: ['夕阳红养老服务社', '康乐日间照料中心', '邻里互助中心'],
  },
  {
    ...{ class: 'SOCIAL_ORGANIZATION', industry: '居民服务', size: [5, 20], members: 4 },
    names: ['青年志愿服务社', '阳光社工事务所', '老娘舅调解工作室'],
  },
];

/**
 * The organisations of the new sectors of a town, all of them invented: some forty, of every class, in its villages and committees.
 * One has grown above the scale since, and one has moved.
 */
export async function registerDemoOrganizations(desk: Desk): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 21);
  const [kinds, industries] = [
    await desk.load(organizationKindsOf, desk.town),
    await desk.load(industriesOf, desk.town),
  ];
  const { lines } = await desk.load(timelineOf, desk.town);
  const places = lines.filter(
    ({ versions: [version] }) =>
      version && ['VILLAGE', 'COMMITTEE'].includes(version.state.kind) && version.to === null,
  );
  const unit = () => globalId('Unit', desk.town, places[next(places.length)]?.uuid ?? '');
  const kindOf = (of: OrganizationClass) => kinds.find((each) => each.class === of)?.id ?? '';
  const registered: string[] = [];
  for (const {
    class: of,
    industry,
    names,
    size: [least, most],
    members,
  } of invented) {
    for (const name of names) {
      const size = least + next(most - least);
      const input = {
        ...{ town: String(desk.town), unit: unit(), name: `${name}${inventedMark}`, kind: kindOf(of), size },
        industry: industries.find((each) => each.name === industry)?.id ?? null,
        // Every third has none.
        partyMembers: next(3) === 0 ? 0 : 1 + next(members),
        creditCode: of === 'ACTIVITY_GROUP' || of === 'NEWCOMER_COMMUNITY' ? null : inventedCode(registered.length),
        ...{ owner: personName(next), contact: personName(next), telephone: `0215915${1000 + registered.length}` },
      };
      registered.push(await registerOrganization(desk, actor, input, begun));
      desk.forget();
    }
  }
  const changed = (index: number) => globalId('Organization', desk.town, registered[index] ?? '');
  const grown = { organization: changed(11), kind: kindOf('ENTERPRISE_ABOVE_SCALE'), size: 130 };
  await reviseOrganization(desk, actor, grown, dayAgo(desk, 200));
  desk.forget();
  await reviseOrganization(desk, actor, { organization: changed(20), unit: unit(), size: 40 }, dayAgo(desk, 90));
  desk.forget();
}

/** A credit code of nobody: of an administrative division that there is not. */
function inventedCode(index: number): string {
  const before = `91000000DEM${String(index).padStart(6, '0')}`;
  return before + checkCharacter(before);
}
