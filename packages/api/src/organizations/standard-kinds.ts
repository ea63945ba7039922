import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { OrganizationClass } from './organization.entity.ts';

/** The day from which standard kinds and industries hold: before anything that a town records. */
const always = '1949-10-01';

/** The kinds of organisations that towns start with: one of each class. */
const standardKinds: readonly { class: OrganizationClass; name: string }[] = [
  { class: 'ENTERPRISE_ABOVE_SCALE', name: '规模以上非公企业' },
  { class: 'ENTERPRISE_BELOW_SCALE', name: '规模以下非公企业' },
  { class: 'COOPERATIVE', name: '农民专业合作社' },
  { class: 'ACTIVITY_GROUP', name: '群众活动团队' },
  { class: 'NEWCOMER_COMMUNITY', name: '来沪人员聚居区' },
  { class: 'PARK', name: '园区' },
  { class: 'SOCIAL_ORGANIZATION', name: '社会组织' },
];

/** The industries that towns start with, by the sections of GB/T 4754-2017 that their organisations are of. */
const standardIndustries = [
  ...['农业', '制造业', '建筑业', '批发零售', '交通物流', '住宿餐饮', '信息技术', '金融', '房地产物业'],
  ...['商务服务', '居民服务', '教育', '卫生养老', '文化体育'],
];

/** Gives a new town the kinds of organisations and the industries that towns usually start with. */
export async function seedOrganizationLists(desk: Desk): Promise<void> {
  const entry = (name: string, index: number) => ({
    ...{ town_id: desk.town, id: newId(), name, position: index + 1 },
    ...{ valid_from: always, valid_to: null, version: 1 },
  });
  const kinds = standardKinds.map(({ name, ...kind }, index) => ({ ...entry(name, index), ...kind }));
  await desk.db.insertInto('organization_kind').values(kinds).execute();
  await desk.db.insertInto('industry').values(standardIndustries.map(entry)).execute();
}
