import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';

/** The categories that a town begins with, each with its items, and whether it says something about health or disability. */
const standardList: readonly { name: string; sensitive: boolean; items: readonly string[] }[] = [
  {
    name: '助困',
    sensitive: false,
    items: [
      ...['春节帮困', '低保家庭慰问', '低收入家庭慰问', '支出型贫困救助'],
      ...['突发困难救助', '失业人员帮困', '困难职工帮困', '困难学生助学'],
    ],
  },
  {
    name: '助医',
    sensitive: true,
    items: ['大病救助', '门急诊救助', '住院救助', '慢性病用药补贴', '罕见病救助', '医疗互助补贴'],
  },
  {
    name: '助老',
    sensitive: false,
    items: ['高龄老人慰问', '独居老人帮困', '老年人助餐补贴', '适老化改造补贴', '困难老人护理补贴', '百岁老人慰问'],
  },
  {
    name: '助残',
    sensitive: true,
    items: ['重残人员帮困', '残疾人护理补贴', '残疾学生助学', '无障碍改造补贴', '辅助器具补贴'],
  },
  {
    name: '助优',
    sensitive: false,
    items: ['重点优抚对象慰问', '烈属慰问', '军属慰问', '退役军人帮困', '优抚对象补助'],
  },
];

/** Gives a new town the categories and items of relief that towns usually start with. Two statements. */
export async function seedReliefItems(desk: Desk): Promise<void> {
  const entry = (name: string, index: number) => ({
    ...{ town_id: desk.town, id: newId(), name, position: index + 1, ended_on: null },
  });
  const categories = standardList.map(({ name, sensitive, items }, index) => ({
    row: { ...entry(name, index), sensitive },
    items,
  }));
  await desk.db
    .insertInto('relief_category')
    .values(categories.map(({ row }) => row))
    .execute();
  const items = categories.flatMap(({ row, items }) =>
    items.map((name, index) => ({ ...entry(name, index), category_id: row.id, usual_amount: null })),
  );
  await desk.db.insertInto('relief_item').values(items).execute();
}
