import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import { calendarOf } from '../calendars/working-days.ts';
import { callEvent, type WholeCall } from '../calls/take-call-step.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { entriesOf } from '../handling/listed.ts';
import { type TakenStep, takeAll } from '../requests/fold.ts';
import type { RequestRow } from '../requests/request-rows.ts';
import { standingOf } from '../requests/standing.ts';
import { type NewRequest, writeRequests } from '../requests/write-requests.ts';
import { dayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { inventedMark } from './invented.ts';

/** A household that calls, under the block that held it in all of the years. */
export interface Caller {
  household: string;
  block: string;
}

/** Published of Yulan's hotline: 501 calls, 494 done, every one followed up. */
const many = 501;
const done = 494;

const asked = ['楼道灯不亮', '下水道堵塞', '楼上漏水', '门禁坏了', '噪声扰民', '垃圾没有及时清运'];

/** One of the calls of those years. */
interface Invented {
  id: string;
  index: number;
  caller: Caller;
  calledAt: Date;
  worker: string;
  /** What was said when it was followed up. */
  satisfaction: 'SATISFIED' | 'FAIRLY' | 'DISSATISFIED';
  matter: string;
  /** Whether it was passed on as a request; else it was answered at once. */
  isRequest: boolean;
}

/**
 * Records the calls to a community's hotline in 2013 and 2014, all of them invented: of every third what was asked for became
 * a request; every one was followed up. The few that were not done stay to be answered again: a call that nobody could
 * settle has no other end.
 */
export async function takeCalls(
  desk: Desk,
  hotline: string,
  workers: readonly string[],
  callers: readonly Caller[],
): Promise<void> {
  const [first] = callers;
  if (!first) return;
  const calls = Array.from({ length: many }, (_, index): Invented => {
    const year = 2013 + (index % 2);
    const day = `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${10 + (index % 18)}`;
    return {
      ...{ id: newId(), index, caller: callers[index % callers.length] ?? first },
      calledAt: new Date(`${day}T${String(index % 24).padStart(2, '0')}:20:00+08:00`),
      worker: workers[index % workers.length] ?? '',
      satisfaction: index >= done ? 'DISSATISFIED' : index % 9 === 8 ? 'FAIRLY' : 'SATISFIED',
      matter: `${asked[index % asked.length]}${inventedMark}`,
      isRequest: index % 3 === 0 && index < done,
    };
  });
  // In the order of their time, so that they are numbered as a hotline numbers them.
  calls.sort((a, b) => a.calledAt.getTime() - b.calledAt.getTime());
  const actor = await demoActor(desk);
  await writeCalls(desk, actor, hotline, calls);
  await passOn(
    desk,
    actor,
    calls.filter(({ isRequest }) => isRequest),
  );
}

async function writeCalls(desk: Desk, actor: Actor, hotline_id: string, calls: readonly Invented[]): Promise<void> {
  const numbers = new Map<number, number>();
  const taken = calls.map(({ id, caller, calledAt, worker, matter, isRequest, ...call }) => {
    const year = Number(dayOf(calledAt).slice(0, 4));
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    const begun: WholeCall = {
      ...{ town_id: desk.town, id, year, number, hotline_id, unit_id: caller.block, called_at: calledAt },
      ...{ called_on: dayOf(calledAt), seconds: 60 + (number % 7) * 30, missed: false, answered_by_id: worker },
      ...{ household_id: caller.household, resident_id: null, caller_name: null, telephone: null, about_id: null },
      ...{ matter, answer: isRequest ? null : `已答复${inventedMark}`, state: isRequest ? 'REQUESTED' : 'ANSWERED' },
      ...{ satisfaction: null, recorded_at: desk.now, recorded_by: actor.accountId, audit_key: randomUUID() },
      version: 1,
    };
    return { begun, after: isRequest ? begun : followedUp(begun, call.satisfaction) };
  });
  await desk.db
    .insertInto('call')
    .values(taken.map(({ after }) => after))
    .execute();
  const events = taken.flatMap(({ begun, after }) => [
    callEvent(desk, actor, begun, 'TAKE', begun.called_at),
    ...(after === begun
      ? []
      : [callEvent(desk, actor, after, 'FOLLOW_UP', begun.called_at, { text: '电话回访', way: 'TELEPHONE' })]),
  ]);
  await desk.db.insertInto('call_event').values(events).execute();
  await desk.db
    .insertInto('call_counter')
    .values([...numbers].map(([year, last]) => ({ town_id: desk.town, year, last })))
    .execute();
}

function followedUp(call: WholeCall, satisfaction: Invented['satisfaction']): WholeCall {
  const state = satisfaction === 'DISSATISFIED' ? 'REOPENED' : 'CLOSED';
  return { ...call, state, satisfaction, version: call.version + 1 };
}

/** Raises the requests that calls became. */
async function passOn(desk: Desk, actor: Actor, calls: readonly Invented[]): Promise<void> {
  const [first] = calls;
  if (!first) return;
  const subjects = await desk.load(entriesOf('request_subject'), desk.town);
  const calendar = await desk.load(calendarOf, desk.town);
  const located = { townId: desk.town, householdUuid: first.caller.household, unitUuid: null };
  const standing = await standingOf(desk, located);
  const requests = calls.map(({ caller, calledAt, index, ...call }): NewRequest => {
    const on = dayOf(calledAt);
    const begun: RequestRow = {
      ...{ town_id: desk.town, id: newId(), year: Number(on.slice(0, 4)), number: 0, source: 'HOTLINE' },
      ...{ subject_id: subjects[index % subjects.length]?.uuid ?? '', handling_class: null, state: 'RAISED' },
      ...{ level: 'COMMITTEE', household_id: caller.household, unit_id: null, place: null, block_id: caller.block },
      ...{ raised_on: on, recorded_at: calledAt, recorded_by: actor.accountId, reported_in_time: true },
      ...{ due_on: calendar.addWorkingDays(on, 5), holder_id: null, party_id: null },
      ...{ handled_on: null, satisfaction: null, version: 0 },
    };
    const outcomes = takeAll(begun, stepsOf(call, on));
    const concerned = { blocks: [], households: [] };
    return { begun, outcomes, description: call.matter, standing, concerned, photos: [] };
  });
  await writeRequests(desk, requests);
  await desk.db
    .insertInto('call_request')
    .values(
      calls.map(({ id }, index) => ({
        ...{ town_id: desk.town, id: newId(), call_id: id, request_id: requests[index]?.begun.id ?? '' },
      })),
    )
    .execute();
}

function stepsOf({ worker, satisfaction }: Pick<Invented, 'worker' | 'satisfaction'>, on: string): TakenStep[] {
  return [
    { step: 'RAISE', on },
    { step: 'ACCEPT', on, changes: { state: 'ACCEPTED', holder_id: worker } },
    { step: 'CLASSIFY', on, changes: { handling_class: 'REASONABLE' } },
    { step: 'ADD_EVIDENCE', on, evidence: 'WORK_RECORD', text: `已联系物业上门${inventedMark}` },
    { step: 'HANDLE', on, changes: { state: 'HANDLED', handled_on: on }, text: '当天解决' },
    {
      ...{ step: 'FOLLOW_UP', on, way: 'TELEPHONE', satisfaction, text: '电话回访' },
      changes: { state: 'CLOSED', satisfaction },
    },
  ];
}
