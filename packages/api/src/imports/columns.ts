import { postTitles } from '../people/person.entity.ts';
import { teamRoles } from '../teams/team.entity.ts';
import type { UnitKind } from '../towns/unit-kind.ts';

/** What a row of a town's file can be. */
export type RowKind = Exclude<UnitKind, 'TOWN'> | 'TEAM' | 'OFFICER' | 'MEMBER';
export type PostTitle = (typeof postTitles)[number];
export type TeamRole = (typeof teamRoles)[number];

/** The columns of a town's file, in the order in which an export has them. The first header is what an export writes. */
export const headers = {
  kind: ['类型', '类别', 'kind'],
  parent: ['上级', 'parent'],
  name: ['名称', 'name'],
  code: ['编码', '代码', 'code'],
  status: ['状态', 'status'],
  overlay: ['分区', 'overlay'],
  role: ['角色', '职务', 'role'],
  person: ['姓名', 'person'],
  partner: ['共建单位', 'partner'],
  namesake: ['同名序号', 'namesake'],
  from: ['开始日期', 'from'],
} as const;

export type Column = keyof typeof headers;
export const columns = Object.keys(headers) as readonly Column[];

/** The words for each kind; the first is what an export writes. */
export const kindWords: Record<RowKind, readonly string[]> = {
  SERVICE_AREA: ['服务区'],
  COMMUNITY: ['社区'],
  VILLAGE: ['村', '村委会'],
  COMMITTEE: ['居委会', '居委'],
  SPECIAL_AREA: ['特殊区域', '特别区域', '虚拟社区'],
  PARK: ['园区'],
  BLOCK: ['块区', '责任区'],
  BUILDING: ['楼组'],
  TEAM: ['组团'],
  OFFICER: ['干部', '村居干部'],
  MEMBER: ['成员', '组团成员'],
};

export const statusWords: Record<'ACTIVE' | 'PREPARATORY', readonly string[]> = {
  ACTIVE: ['正式'],
  PREPARATORY: ['筹建', '筹'],
};

export const roleWords: Record<TeamRole, readonly string[]> = {
  LEAD: ['牵头负责人', '负责人'],
  LINE_CADRE: ['条线干部'],
  PARTY_GROUP_LEADER: ['党小组长'],
  VILLAGE_GROUP_LEADER: ['村民小组长'],
  BUILDING_HEAD: ['楼组长'],
  GROUP_HEAD: ['组长'],
  VOLUNTEER: ['志愿者'],
  PARTNER: ['共建单位'],
};

export const titleWords: Record<PostTitle, readonly string[]> = {
  PARTY_SECRETARY: ['党组织书记', '书记'],
  DIRECTOR: ['主任'],
  DEPUTY_DIRECTOR: ['副主任'],
  OFFICER: ['工作人员', '干部'],
};

/** The columns that a row of each kind uses; what another one holds is refused rather than passed over. */
export function columnsOf(kind: RowKind): readonly Column[] {
  if (kind === 'OFFICER') return ['kind', 'parent', 'role', 'person', 'namesake', 'from'];
  if (kind === 'MEMBER') return ['kind', 'parent', 'role', 'person', 'partner', 'namesake', 'from'];
  if (kind === 'TEAM') return ['kind', 'parent', 'name', 'from'];
  return ['kind', 'parent', 'name', 'code', 'status', 'overlay', 'from'];
}

/** The word that an export writes. */
export function wordFor<Value extends string>(words: Record<Value, readonly string[]>, value: Value): string {
  return words[value][0] ?? value;
}

/** What a word means: one of the words, or the value's own name in English letters. Undefined for another word. */
export function meaning<Value extends string>(
  words: Record<Value, readonly string[]>,
  word: string,
): Value | undefined {
  const values = Object.keys(words) as Value[];
  const plain = word.normalize('NFKC').trim();
  const english = plain.toUpperCase().replaceAll(/[\s-]+/g, '_');
  return values.find((value) => value === english || words[value].includes(plain));
}
