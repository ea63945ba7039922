import type { Desk } from '../db/door.ts';
import { inBatches } from '../db/in-batches.ts';
import { newId } from '../db/new-id.ts';
import { foldSummaries } from '../summaries/fold-summaries.ts';
import { type VisitWay, visitWays } from '../visits/visit.entity.ts';
import { rowsOfVisit, type VisitRows } from '../visits/visit-rows.ts';
import { type RaisedAtVisit, writeVisits } from '../visits/write-visits.ts';
import { demoActor } from './demo-actor.ts';
import { type InventedRequest, requestInvented } from './demo-requests.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** A visit that the demo invents, under the block that held the household on its day. */
export interface InventedVisit {
  household: string;
  block: string;
  visitedOn: string;
  way: VisitWay;
  visitors: readonly string[];
  /** Which of `said` was said at it. */
  about: number;
  request: InventedRequest | null;
}

const said = [
  ['两位老人同住，子女每周回来', '楼道灯不亮，夜里上下楼不便', '当场联系物业报修', '物业次日更换'],
  ['三口之家，夫妻均在附近上班', '孩子放学后无人照看', '介绍社区晚托班', '已报名'],
  ['独居老人，腿脚不便', '希望有人陪同配药', '安排志愿者每月陪同一次', '下次走访时了解是否满意'],
  ['租住户，今年新搬来', '询问居住登记如何办理', '说明办理地点和所需材料', null],
  ['退休教师，愿意参加社区活动', '无诉求', '送上便民服务卡', null],
  ['家中有人做生意，白天常不在家', '小区停车难', '记下车位情况，报居委会', '居委会已列入议事会议题'],
] as const;

/** Visits of one statement. */
const atOnce = 500;
const tables = [
  'fact_summary',
  'town_summary',
  'visit',
  'visit_version',
  'visit_request',
  'request',
  'household',
  'person',
] as const;

/**
 * Records a visit to each household on each of its days, all made by one invented person, without what came of them.
 */
export async function visitHouseholds(
  desk: Desk,
  visits: readonly Pick<InventedVisit, 'household' | 'block' | 'visitedOn'>[],
): Promise<void> {
  const person = { town_id: desk.town, id: newId(), name: personName(repeatable(desk.town)) };
  await desk.db.insertInto('person').values(person).execute();
  await recordInvented(
    desk,
    visits.map((visit, index) => ({
      ...{ ...visit, visitors: [person.id], about: index, request: null },
      way: visitWays[index % 7 === 0 ? 1 : 0],
    })),
  );
}

/** Records invented visits in the desk's town, with the requests raised at them, as recording each writes it. */
export async function recordInvented(desk: Desk, visits: readonly InventedVisit[]): Promise<void> {
  const { accountId } = await demoActor(desk);
  let index = 0;
  for await (const some of inBatches(desk, visits, atOnce, tables)) {
    const rows: VisitRows[] = [];
    const raised: RaisedAtVisit[] = [];
    for (const { about, request, ...invented } of some) {
      const id = newId();
      const noted = notedAt(desk, invented.visitedOn, index++);
      const visit = { ...invented, notedAt: noted, recordedAt: noted };
      const [situation, demand, service, outcome] = said[about % said.length] ?? said[0];
      rows.push(
        rowsOfVisit(desk, {
          ...{ ...visit, id, situation: `${situation}${inventedMark}`, demand, service, outcome },
          ...{ recordedBy: accountId, sentHash: null, writtenBy: accountId },
        }),
      );
      if (request) raised.push({ visit: id, request: await requestInvented(desk, visit, request) });
    }
    await writeVisits(desk, rows, raised);
  }
  await foldSummaries(desk);
}

/** When a visit was noted: on its evening, one of thirteen only a week later, and none ahead. */
function notedAt(desk: Desk, visitedOn: string, index: number): Date {
  const evening = Date.parse(`${visitedOn}T20:00+08:00`);
  return new Date(Math.min(evening + (index % 13 === 12 ? 7 * 86_400_000 : 0), desk.now.getTime()));
}
