import { randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { visitWays } from '../visits/visit.entity.ts';
import { rowsOfVisit } from '../visits/visit-rows.ts';
import { writeVisits } from '../visits/write-visits.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** A visit that the demo invents, under the block that held the household on its day. */
export interface InventedVisit {
  household: string;
  block: string;
  visitedOn: string;
}

const said = [
  ['两位老人同住，子女每周回来', '楼道灯不亮，夜里上下楼不便', '当场联系物业报修', '物业次日更换'],
  ['三口之家，夫妻均在附近上班', '孩子放学后无人照看', '介绍社区晚托班', '已报名'],
  ['独居老人，腿脚不便', '希望有人陪同配药', '安排志愿者每月陪同一次', '下次走访时了解是否满意'],
  ['租住户，今年新搬来', '询问居住登记如何办理', '说明办理地点和所需材料', null],
  ['退休教师，愿意参加社区活动', '无诉求', '送上便民服务卡', null],
  ['家中有人做生意，白天常不在家', '小区停车难', '记下车位情况，报居委会', '居委会已列入议事会议题'],
] as const;

/** So many that one statement does not get too large. */
const atOnce = 2000;

/** Records invented visits in the desk's town, all made by one invented person. */
export async function visitHouseholds(desk: Desk, visits: readonly InventedVisit[]): Promise<void> {
  const person = { town_id: desk.town, id: randomUUIDv7(), name: personName(repeatable(desk.town)) };
  await desk.db.insertInto('person').values(person).execute();
  for (let start = 0; start < visits.length; start += atOnce) {
    const rows = visits.slice(start, start + atOnce).map((visit, index) => {
      const [situation, demand, service, outcome] = said[(start + index) % said.length] ?? said[0];
      return rowsOfVisit(desk, {
        ...{ ...visit, id: randomUUIDv7(), visitors: [person.id], way: visitWays[(start + index) % 7 === 0 ? 1 : 0] },
        ...{ situation: `${situation}${inventedMark}`, demand, service, outcome },
        ...{ notedAt: notedAt(visit.visitedOn, start + index), recordedBy: null, sentHash: null, writtenBy: null },
      });
    });
    await writeVisits(desk, rows, []);
  }
}

/** When a visit was noted: on its evening, one of thirteen only a week later. */
function notedAt(visitedOn: string, index: number): Date {
  const evening = new Date(`${visitedOn}T20:00+08:00`);
  return index % 13 === 12 ? new Date(evening.getTime() + 7 * 86_400_000) : evening;
}
