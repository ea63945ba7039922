import { publishBoard } from '../boards/publish-board.ts';
import type { Desk } from '../db/door.ts';
import { agreeToPublication } from '../publications/agree-to-publication.ts';
import { globalId } from '../schema/global-id.ts';
import { addNumber } from '../service-numbers/keep-numbers.ts';
import { membersOn } from '../teams/members.ts';
import { teamsById } from '../teams/read-teams.ts';
import { dayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { telephone } from './demo-hotline.ts';
import { dayAgo } from './demo-moments.ts';

/** Whom residents of Shanghai call about supplies: the real numbers of these services. */
const supplies = [
  { label: '供水', telephone: '962740' },
  { label: '供电', telephone: '95598' },
  { label: '燃气', telephone: '962777' },
  { label: '有线电视', telephone: '96877' },
];

/** Publishes the board of a team's block, with useful numbers; the lead and one member agreed to be shown, the others did not. */
export async function publishDemoBoard(desk: Desk, { team, unit }: { team: string; unit: string }): Promise<void> {
  const actor = await demoActor(desk);
  for (const number of supplies) await addNumber(desk, actor, { town: '', ...number });
  const own = { unit: globalId('Unit', desk.town, unit), label: '居委会', telephone: telephone(7) };
  await addNumber(desk, actor, { town: '', ...own });
  const key = { townId: desk.town, asOf: dayOf(desk.now) };
  const [members, found] = await Promise.all([
    desk.load(membersOn, { ...key, team }),
    desk.load(teamsById, { ...key, uuid: team }),
  ]);
  if (!found) throw new Error('There is no such team');
  const people = members.flatMap(({ person }) => person ?? []).slice(0, 2);
  for (const [index, { id: person }] of people.entries()) {
    const agreed = { person, agreedOn: dayAgo(desk, 20) };
    await agreeToPublication(desk, actor, index === 0 ? { ...agreed, telephone: telephone(8) } : agreed);
    desk.forget();
  }
  await publishBoard(desk, actor, {
    block: globalId('Unit', desk.town, found.blockUuid),
    promise: '有求必应：诉求当日联系，三个工作日内答复。\n每月走访困难家庭和独居老人。',
  });
}
