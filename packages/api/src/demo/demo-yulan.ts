import type { Desk } from '../db/door.ts';
import { type Caller, takeCalls } from './demo-calls.ts';
import { hireWorkers, openDemoHotline } from './demo-hotline.ts';
import { minutesAgo } from './demo-moments.ts';
import { type RecentCall, takeRecentCalls } from './demo-recent-calls.ts';

/** Published: 6 social workers with 6 telephones, round the clock. */
const workers = 6;

/**
 * The hotline of Yulan 育兰, which took it over from its predecessor: who is on duty in these weeks, its published calls of
 * 2013 and 2014, and some invented ones of today. Returns a social worker, for an account.
 */
export async function answerYulan(
  desk: Desk,
  { before, community, begun }: { before: string; community: string; begun: string },
  callers: readonly Caller[],
): Promise<{ unit_id: string; person_id: string }> {
  const people = await hireWorkers(desk, workers, 12);
  const hotline = await openDemoHotline(desk, { unit: before, from: begun, people, opensAt: 0, closesAt: 24 });
  await takeCalls(desk, hotline, people, callers);
  await takeRecentCalls(desk, { hotline, people, callers }, callsToday(desk));
  return { unit_id: community, person_id: people[0] ?? '' };
}

/** Of the last hours: missed and called back, answered, to be answered again, passed on, and closed. */
function callsToday(desk: Desk): RecentCall[] {
  const answer = '请带身份证到社区事务受理服务中心办理';
  const vaccination = { matter: '问疫苗接种时间', answer: '每周三上午，社区卫生服务站' };
  return [
    { at: minutesAgo(desk, 200), ...vaccination, calledBackAfter: 20 },
    { at: minutesAgo(desk, 150), matter: '老年卡在哪里领', answer, followedUp: 'SATISFIED' },
    { at: minutesAgo(desk, 120), matter: '楼道灯不亮，夜里不便', subject: '物业' },
    { at: minutesAgo(desk, 95), matter: '水费为什么涨了', answer: '请看账单背面说明', followedUp: 'DISSATISFIED' },
    { at: minutesAgo(desk, 70), matter: '活动室几点开门', answer: '每天早上八点半到晚上八点' },
    { at: minutesAgo(desk, 40), matter: '居住证如何续签', answer },
    { at: minutesAgo(desk, 25) },
  ];
}
