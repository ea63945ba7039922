import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../calendars/working-days.ts';
import type { Desk } from '../db/door.ts';
import type { RequestLevel } from '../handling/levels.ts';
import { acceptRequest } from '../requests/accept-request.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import { referRequest } from '../requests/refer-request.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { demoActor } from './demo-actor.ts';
import { moveIn } from './demo-households.ts';
import { partyNamed, subjectNamed } from './demo-listed.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark } from './invented.ts';

/** Whom something waits for, by their ids, in a block where households live. */
interface Waited {
  officer: string;
  lead: string;
  member: string;
  block: string;
  households: readonly string[];
}

interface Task {
  subject: string;
  description: string;
  on: string;
  level?: RequestLevel;
  holder: string;
  referredTo?: string;
}

/**
 * What waits for the officer, the lead and the member of a block's team: a household that has just moved in, and requests
 * that they hold, one of the officer's overdue, and one with a party outside.
 */
export async function giveTasks(desk: Desk, { officer, lead, member, block, households }: Waited): Promise<void> {
  await moveIn(desk, block, dayAgo(desk, 2));
  const due = await raisedToBeDue(desk);
  const tasks: Task[] = [
    {
      subject: '绿化',
      description: '河边树枝压住电线，请修剪',
      on: dayAgo(desk, 16),
      level: 'COMMITTEE',
      holder: officer,
    },
    {
      ...{ subject: '环境卫生', description: '建筑垃圾堆在路口一周没有清', on: dayAgo(desk, 3), level: 'COMMITTEE' },
      ...{ holder: officer, referredTo: '绿化市容' },
    },
    { subject: '物业', description: '单元门禁坏了，陌生人随意进出', on: due, holder: lead },
    { subject: '环境卫生', description: '楼下垃圾桶满溢，夏天有异味', on: due, holder: member },
  ];
  const actor = await demoActor(desk);
  for (const [index, { holder, referredTo, ...asked }] of tasks.entries()) {
    const household = globalId('Household', desk.town, households[index % households.length] ?? '');
    const subject = await subjectNamed(desk, asked.subject);
    const description = `${asked.description}${inventedMark}`;
    const raised = await raiseRequest(desk, actor, { ...asked, source: 'VISIT', subject, description, household });
    const request = globalId('Request', desk.town, raised.uuid);
    await acceptRequest(desk, actor, { request, holder: globalId('Person', desk.town, holder), on: asked.on });
    if (referredTo === undefined) continue;
    const referring = { request, party: await partyNamed(desk, referredTo), note: '请尽快清运' };
    await referRequest(desk, actor, { ...referring, on: dayAgo(desk, 2) });
  }
}

/** The last day on which a request of a block was raised that is due by the next working day: a block has three. */
async function raisedToBeDue(desk: Desk): Promise<string> {
  const calendar = await desk.load(calendarOf, desk.town);
  const next = calendar.addWorkingDays(dayOf(desk.now), 1);
  let day = Temporal.PlainDate.from(dayOf(desk.now));
  while (calendar.addWorkingDays(day.toString(), 3) > next) day = day.subtract({ days: 1 });
  return day.toString();
}
