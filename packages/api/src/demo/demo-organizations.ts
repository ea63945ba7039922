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

/** One that has grown above the scale since, and one that has moved. */
const [grown, moved] = ['江月路百货', '正义园艺合作社'];

/**
 * Invented organisations: names of a class with their industry, how many people they have, and how many of those are Party members
 * at the most; of those of whose Party the demo tells, how many just are.
 */
const invented: readonly {
  class: OrganizationClass;
  industry?: string;
  size: readonly [number, number];
  members: number;
  names: readonly (string | readonly [string, number])[];
}[] = [
  {
    ...{ class: 'ENTERPRISE_ABOVE_SCALE', industry: '制造业', size: [120, 600], members: 24 },
    names: [['联达精密制造', 12], ['申浦电器', 5], '浦江汽车零部件', '瑞达医疗器械', '东方线缆', '鲁汇模具'],
  },
  {
    ...{ class: 'ENTERPRISE_ABOVE_SCALE', industry: '信息技术', size: [80, 300], members: 30 },
    names: ['漕河泾云计算', '浦星软件', '芯联半导体'],
  },
  {
    ...{ class: 'ENTERPRISE_ABOVE_SCALE', industry: '交通物流', size: [60, 200], members: 8 },
    names: [['江月冷链', 4]],
  },
  {
    ...{ class: 'ENTERPRISE_ABOVE_SCALE', industry: '住宿餐饮', size: [60, 200], members: 8 },
    names: [['瑞丰餐饮', 0]],
  },
  {
    ...{ class: 'ENTERPRISE_BELOW_SCALE', industry: '制造业', size: [8, 40], members: 3 },
    names: [
      ['永新五金', 2],
      ['浦汇包装', 1],
      ['鲁汇家具', 3],
    ],
  },
  {
    ...{ class: 'ENTERPRISE_BELOW_SCALE', industry: '批发零售', size: [4, 30], members: 3 },
    names: [grown, '惠民超市'],
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
    ...{ class: 'ENTERPRISE_BELOW_SCALE', industry: '居民服务', size: [4, 30], members: 3 },
    names: [['杜行汽修', 2]],
  },
  {
    ...{ class: 'COOPERATIVE', industry: '农业', size: [8, 60], members: 7 },
    names: [['绿源果蔬合作社', 3], ['召稼楼稻米合作社', 0], moved, '勤劳葡萄合作社'],
  },
  {
    ...{ class: 'ACTIVITY_GROUP', industry: '文化体育', size: [12, 45], members: 8 },
    names: [['浦江沪剧队', 1], ['黄浦江畔合唱团', 0], '江柳太极拳队', '谈中读书会'],
  },
  { ...{ class: 'NEWCOMER_COMMUNITY', size: [200, 900], members: 14 }, names: ['联星新上海人公寓', '建岗蓝领之家'] },
  { ...{ class: 'PARK', size: [300, 1_500], members: 40 }, names: ['浦江智谷园', '鲁南创业园'] },
  {
    ...{ class: 'SOCIAL_ORGANIZATION', industry: '教育', size: [10, 80], members: 9 },
    names: ['小树苗民办幼儿园', '启智职业培训中心'],
  },
  {
    ...{ class: 'SOCIAL_ORGANIZATION', industry: '卫生养老', size: [6, 50], members: 5 },
    names: ['夕阳红养老服务社', '康乐日间照料中心'],
  },
  {
    ...{ class: 'SOCIAL_ORGANIZATION', industry: '居民服务', size: [5, 20], members: 4 },
    names: [['暖邻社工服务社', 3], '青年志愿服务社'],
  },
];

/**
 * The organisations of the new sectors of a town, all of them invented: some forty, of every class, in its villages and committees;
 * those of whose Party demo-party.ts tells in the unit `home`. One has grown above the scale since, and one has moved. Returns their
 * global ids by their names without the mark.
 */
export async function registerDemoOrganizations(desk: Desk, home: string): Promise<ReadonlyMap<string, string>> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 21);
  const [kinds, industries] = [
    await desk.load(organizationKindsOf, desk.town),
    await desk.load(industriesOf, desk.town),
  ];
  const { lines } = await desk.load(timelineOf, desk.town);
  const places = lines
    .filter(
      ({ versions: [version] }) =>
        version && ['VILLAGE', 'COMMITTEE'].includes(version.state.kind) && version.to === null,
    )
    .toSorted((a, b) => codeOf(a).localeCompare(codeOf(b)));
  const unit = () => globalId('Unit', desk.town, places[next(places.length)]?.uuid ?? '');
  const kindOf = (of: OrganizationClass) => kinds.find((each) => each.class === of)?.id ?? '';
  const registered = new Map<string, string>();
  for (const { class: of, industry, size: sizes, members, names } of invented) {
    for (const named of names) {
      const [name, partyMembers] = typeof named === 'string' ? [named, undefined] : named;
      const [least, most] = sizes;
      const index = registered.size;
      const input = {
        ...{ town: String(desk.town), name: `${name}${inventedMark}`, kind: kindOf(of) },
        unit: partyMembers === undefined ? unit() : globalId('Unit', desk.town, home),
        size: least + next(most - least),
        industry: industries.find((each) => each.name === industry)?.id ?? null,
        // Of the others every third has none.
        partyMembers: partyMembers ?? (next(3) === 0 ? 0 : 1 + next(members)),
        creditCode: of === 'ACTIVITY_GROUP' || of === 'NEWCOMER_COMMUNITY' ? null : inventedCode(index),
        ...{ owner: personName(next), contact: personName(next), telephone: `0215915${1000 + index}` },
      };
      const uuid = await registerOrganization(desk, actor, input, begun);
      registered.set(name, globalId('Organization', desk.town, uuid));
      desk.forget();
    }
  }
  const changes = [
    { organization: registered.get(grown) ?? '', kind: kindOf('ENTERPRISE_ABOVE_SCALE'), size: 130, ago: 200 },
    { organization: registered.get(moved) ?? '', unit: unit(), size: 40, ago: 90 },
  ];
  for (const { ago, ...change } of changes) {
    await reviseOrganization(desk, actor, change, dayAgo(desk, ago));
    desk.forget();
  }
  return registered;
}

function codeOf({ versions: [version] }: { versions: readonly { state: { code: string | null } }[] }): string {
  return version?.state.code ?? '';
}

/** A credit code of nobody: of an administrative division that there is not. */
function inventedCode(index: number): string {
  const before = `91000000DEM${String(index).padStart(6, '0')}`;
  return before + checkCharacter(before);
}
