import { answerCall, followUpCall } from '../calls/answer-call.ts';
import { recordCall, recordMissedCall } from '../calls/record-call.ts';
import { hour } from '../calls/roster.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { entriesOf } from '../handling/listed.ts';
import { globalId } from '../schema/global-id.ts';
import { beginningOf, dayOf, weekdayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { type Caller, takeCalls } from './demo-calls.ts';
import { inventedMark, personName, repeatable } from './invented.ts';

/** Published: 6 social workers with 6 telephones, round the clock. */
const workers = 6;
/** Of a range that is given to nobody. */
const telephones = Array.from({ length: workers }, (_, index) => `1990000999${index}`);
/** Weeks for which the roster is made: the one before this, this one, and some that follow. */
const weeks = 6;

/**
 * The hotline of Yulan 育兰, which took it over from its predecessor: who is on duty in these weeks, its published calls of
 * 2013 and 2014, and some invented ones of today. Returns a social worker, for an account.
 */
export async function answerYulan(
  desk: Desk,
  { before, community, begun }: { before: string; community: string; begun: string },
  callers: readonly Caller[],
): Promise<{ unit_id: string; person_id: string }> {
  const next = repeatable(desk.town);
  const people = Array.from({ length: workers }, () => ({
    ...{ town_id: desk.town, id: newId(), name: personName(next) },
  }));
  await desk.db.insertInto('person').values(people).execute();
  const ids = people.map(({ id }) => id);
  const hotline = newId();
  await desk.db
    .insertInto('hotline')
    .values({
      ...{ town_id: desk.town, id: hotline, name: `社工热线${inventedMark}`, telephones, unit_id: before },
      ...{ opens_at: 0, closes_at: 24, valid_from: begun, valid_to: null, version: 1 },
    })
    .execute();
  await roster(desk, hotline, ids);
  await takeCalls(desk, hotline, ids, callers);
  await callToday(desk, hotline, ids, callers);
  return { unit_id: community, person_id: ids[0] ?? '' };
}

/** Each worker is on duty for four hours of every day, the next day four hours later. */
async function roster(desk: Desk, hotline_id: string, people: readonly string[]): Promise<void> {
  const today = dayOf(desk.now);
  const monday = beginningOf(today).getTime() - (weekdayOf(today) - 1 + 7) * 24 * hour;
  const actor = demoActor(desk);
  const each = 24 / people.length;
  const duties = Array.from({ length: weeks * 7 }, (_, day) =>
    people.map((_, place) => {
      const worker = (place + day) % people.length;
      const begins = monday + (day * 24 + place * each) * hour;
      return {
        ...{ town_id: desk.town, id: newId(), hotline_id, person_id: people[worker] ?? '' },
        ...{
          telephone: telephones[worker] ?? null,
          begins_at: new Date(begins),
          ends_at: new Date(begins + each * hour),
        },
        ...{ recorded_at: desk.now, recorded_by: actor.accountId, cancelled_at: null, cancelled_by: null },
      };
    }),
  ).flat();
  await desk.db.insertInto('hotline_duty').values(duties).execute();
}

/** Calls of the last hours: missed, answered, to be answered again, passed on, and closed. */
async function callToday(
  desk: Desk,
  hotline: string,
  people: readonly string[],
  callers: readonly Caller[],
): Promise<void> {
  const actor = demoActor(desk);
  const subjects = await desk.load(entriesOf('request_subject'), desk.town);
  const to = globalId('Hotline', desk.town, hotline);
  const ago = (minutes: number) => new Date(desk.now.getTime() - minutes * 60_000);
  const worker = (index: number) => globalId('Person', desk.town, people[index] ?? '');
  const home = (index: number) => globalId('Household', desk.town, callers[index]?.household ?? '');
  const take = async (index: number, minutes: number, matter: string, more: object) =>
    globalId(
      'Call',
      desk.town,
      await recordCall(desk, actor, {
        ...{ hotline: to, calledAt: ago(minutes), answeredBy: worker(index), matter: `${matter}${inventedMark}` },
        ...{ caller: { household: home(index) }, ...more },
      }),
    );
  const followUp = { way: 'TELEPHONE' as const, outcome: `电话回访${inventedMark}` };
  const asked = { answer: '请带身份证到社区事务受理服务中心办理' };
  await recordMissedCall(desk, actor, { hotline: to, calledAt: ago(25), caller: { telephone: '19900001234' } });
  await take(0, 40, '居住证如何续签', asked);
  await take(1, 70, '活动室几点开门', { answer: '每天早上八点半到晚上八点' });
  const again = await take(2, 95, '水费为什么涨了', { answer: '请看账单背面说明' });
  await followUpCall(desk, actor, { call: again, ...followUp, satisfaction: 'DISSATISFIED' });
  const request = {
    subject: globalId('RequestSubject', desk.town, subjects[0]?.uuid ?? ''),
    description: '楼道灯不亮',
  };
  await take(3, 120, '楼道灯不亮，夜里不便', { requests: [request] });
  const closed = await take(4, 150, '老年卡在哪里领', asked);
  await followUpCall(desk, actor, { call: closed, ...followUp, satisfaction: 'SATISFIED' });
  const missed = globalId(
    'Call',
    desk.town,
    await recordMissedCall(desk, actor, { hotline: to, calledAt: ago(200), caller: { telephone: '19900004321' } }),
  );
  await answerCall(desk, actor, {
    ...{ call: missed, at: ago(180), answeredBy: worker(5), matter: `问疫苗接种时间${inventedMark}` },
    answer: '每周三上午，社区卫生服务站',
  });
}
