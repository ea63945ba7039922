import type { Desk } from '../db/door.ts';
import { postNotice } from '../notices/post-notice.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor } from './demo-actor.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark } from './invented.ts';

/** What a team's board tells: how many days ago from and, where it was taken down, until when. */
const notices = [
  { title: '消防演练', text: '本周六上午在小区广场开展消防演练，欢迎参加。', from: 30, to: 21 },
  { title: '清理楼道', text: '楼道内堆放的杂物请于月底前自行清理，逾期由组团协助清运。', from: 12 },
  {
    title: '垃圾分类投放时间',
    text: '定时投放：每日 7 时至 9 时、18 时至 20 时。\n大件垃圾请提前与组团联系。',
    from: 4,
  },
] as const;

/** Posts invented notices of a team on the board of its block; one of them has been taken down since. */
export async function postDemoNotices(desk: Desk, team: string): Promise<void> {
  const actor = await demoActor(desk);
  for (const { title, text, from, ...until } of notices) {
    const input = { team: globalId('Team', desk.town, team), title: `${title}${inventedMark}`, text };
    const to = 'to' in until ? dayAgo(desk, until.to) : null;
    await postNotice(desk, actor, input, { from: dayAgo(desk, from), to });
  }
}
