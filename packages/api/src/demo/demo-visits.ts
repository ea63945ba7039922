import { randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../db/door.ts';
import { judgeRecords } from '../visits/judge-records.ts';
import { visitWays } from '../visits/visit.entity.ts';
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

/** PostgreSQL takes 65,535 values a statement. */
const rowsAtOnce = 2000;

/** Records invented visits in the desk's town, all made by one invented person. */
export async function visitHouseholds(desk: Desk, visits: readonly InventedVisit[]): Promise<void> {
  const person = { town_id: desk.town, id: randomUUIDv7(), name: personName(repeatable(desk.town)) };
  await desk.db.insertInto('person').values(person).execute();
  for (let start = 0; start < visits.length; start += rowsAtOnce) {
    await insert(desk, person.id, visits.slice(start, start + rowsAtOnce), start);
  }
  await judgeRecords(desk, [...new Set(visits.map((visit) => visit.household))]);
}

/** When a visit was noted: on its evening, one of thirteen only a week later. */
function momentsOf(visitedOn: string, index: number) {
  const evening = new Date(`${visitedOn}T20:00+08:00`);
  const notedAt = index % 13 === 12 ? new Date(evening.getTime() + 7 * 86_400_000) : evening;
  return { noted_at: notedAt, recorded_at: notedAt };
}

async function insert(desk: Desk, person: string, visits: readonly InventedVisit[], start: number): Promise<void> {
  const rows = visits.map((visit, index) => {
    const way = visitWays[(start + index) % 7 === 0 ? 1 : 0];
    return { ...visit, way, id: randomUUIDv7(), version: randomUUIDv7(), said: said[(start + index) % said.length] };
  });
  await desk.db
    .insertInto('visit')
    .values(
      rows.map(({ id, household, block, visitedOn, way }, index) => ({
        town_id: desk.town,
        id,
        household_id: household,
        block_id: block,
        visited_on: visitedOn,
        way,
        ...momentsOf(visitedOn, start + index),
        recorded_by: null,
        sent_hash: null,
        withdrawn_at: null,
        withdrawn_by: null,
        withdrawn_reason: null,
        version: 1,
      })),
    )
    .execute();
  await desk.db
    .insertInto('visit_version')
    .values(
      rows.map(({ id, version, visitedOn, way, said: [situation, demand, service, outcome] = said[0] }) => ({
        town_id: desk.town,
        id: version,
        visit_id: id,
        number: 1,
        visited_on: visitedOn,
        way,
        situation: `${situation}${inventedMark}`,
        demand,
        service,
        outcome,
        reason: null,
        written_at: desk.now,
        written_by: null,
      })),
    )
    .execute();
  await desk.db
    .insertInto('visit_visitor')
    .values(
      rows.map(({ version }) => ({ town_id: desk.town, id: randomUUIDv7(), version_id: version, person_id: person })),
    )
    .execute();
}
