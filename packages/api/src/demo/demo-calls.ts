import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { calendarOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import { entriesOf } from '../handling/listed.ts';
import { type TakenStep, takeAll } from '../requests/fold.ts';
import type { RequestRow } from '../requests/request-rows.ts';
import { standingOf } from '../requests/standing.ts';
import { type NewRequest, writeRequests } from '../requests/write-requests.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** A household that calls, under the block that held it in all of the years. */
export interface Caller {
  household: string;
  block: string;
}

/** Published of Yulan's hotline: 6 social workers with 6 telephones, 501 calls, 494 done, every one followed up. */
const workers = 6;
const calls = 501;
const done = 494;

const asked = ['楼道灯不亮', '下水道堵塞', '楼上漏水', '门禁坏了', '噪声扰民', '垃圾没有及时清运'];

/**
 * Records the calls to a community's hotline in 2013 and 2014 as requests, all of them invented: most answered at once
 * and followed up, the last ones still with whoever took them.
 */
export async function takeCalls(desk: Desk, callers: readonly Caller[]): Promise<void> {
  const [first] = callers;
  if (!first) return;
  const next = repeatable(desk.town);
  const people = Array.from({ length: workers }, () => ({
    town_id: desk.town,
    id: randomUUIDv7(),
    name: personName(next),
  }));
  await desk.db.insertInto('person').values(people).execute();
  const subjects = await desk.load(entriesOf('request_subject'), desk.town);
  const calendar = await desk.load(calendarOf, desk.town);
  const standing = await standingOf(desk, { townId: desk.town, householdUuid: first.household, unitUuid: null });
  // Nobody's account took the calls of those years.
  const nobody = { accountId: randomUUID() };
  const requests = Array.from({ length: calls }, (_, index): NewRequest => {
    const { household, block } = callers[index % callers.length] ?? first;
    const year = 2013 + (index % 2);
    const on = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 18)}`;
    const begun: RequestRow = {
      ...{ town_id: desk.town, id: randomUUIDv7(), year, number: 0, source: 'HOTLINE' },
      ...{ subject_id: subjects[index % subjects.length]?.uuid ?? '', handling_class: null, state: 'RAISED' },
      ...{ level: 'COMMITTEE', household_id: household, unit_id: null, place: null, block_id: block, raised_on: on },
      ...{ recorded_at: new Date(`${on}T10:00+08:00`), recorded_by: nobody.accountId, reported_in_time: true },
      due_on: calendar.addWorkingDays(on, 5),
      ...{ holder_id: null, party_id: null, handled_on: null, satisfaction: null, version: 0 },
    };
    const outcomes = takeAll(begun, stepsOf(index, on, people[index % workers]?.id ?? ''));
    const description = `${asked[index % asked.length]}${inventedMark}`;
    return { begun, outcomes, description, standing, concerned: { blocks: [], households: [] }, photos: [] };
  });
  await writeRequests(desk, requests);
}

function stepsOf(index: number, on: string, holder_id: string): TakenStep[] {
  const begun: TakenStep[] = [
    { step: 'RAISE', on },
    { step: 'ACCEPT', on, changes: { state: 'ACCEPTED', holder_id } },
  ];
  if (index >= done) return begun;
  const satisfaction = index % 9 === 8 ? 'FAIRLY' : 'SATISFIED';
  return [
    ...begun,
    { step: 'CLASSIFY', on, changes: { handling_class: 'REASONABLE' } },
    { step: 'ADD_EVIDENCE', on, evidence: 'WORK_RECORD', text: `已联系物业上门${inventedMark}` },
    { step: 'HANDLE', on, changes: { state: 'HANDLED', handled_on: on }, text: '当天解决' },
    {
      ...{ step: 'FOLLOW_UP', on, way: 'TELEPHONE', satisfaction, text: '电话回访' },
      changes: { state: 'CLOSED', satisfaction },
    },
  ];
}
