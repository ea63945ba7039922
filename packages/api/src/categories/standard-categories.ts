import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { CategoryGroup } from './category.entity.ts';

/** The day from which standard categories hold: before anything that a town records. */
export const always = '1949-10-01';

/** The categories that towns usually have, those that say something about health or disability marked. */
const standardCategories: readonly { group: CategoryGroup; name: string; sensitive?: true }[] = [
  { group: 'RESOURCE', name: '教师' },
  { group: 'RESOURCE', name: '医务工作者' },
  { group: 'RESOURCE', name: '律师' },
  { group: 'KEY', name: '纯老家庭' },
  { group: 'KEY', name: '残疾人家庭', sensitive: true },
  { group: 'KEY', name: '重病家庭', sensitive: true },
  { group: 'KEY', name: '优抚家庭' },
  { group: 'KEY', name: '群租户' },
  { group: 'MUST_VISIT', name: '独居老人' },
  { group: 'MUST_VISIT', name: '新入住家庭' },
  { group: 'MUST_VISIT', name: '困难家庭' },
  { group: 'MUST_VISIT', name: '老干部家庭' },
  { group: 'MUST_VISIT', name: '矛盾家庭' },
];

/** Gives a new town the categories that towns usually start with. */
export async function seedCategories(desk: Desk): Promise<void> {
  const rows = standardCategories.map(({ group, name, sensitive = false }, index) => ({
    town_id: desk.town,
    id: newId(),
    name,
    group,
    sensitive,
    position: standardCategories.slice(0, index + 1).filter((each) => each.group === group).length,
    valid_from: always,
    valid_to: null,
    version: 1,
  }));
  await desk.db.insertInto('category').values(rows).execute();
}
