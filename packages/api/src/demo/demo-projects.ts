import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { adoptProject, reportProject } from '../projects/decide-project.ts';
import { proposeProject } from '../projects/propose-project.ts';
import { followUpRequest } from '../requests/follow-up-request.ts';
import { readRequest } from '../requests/raise-request.ts';
import { writeRequests } from '../requests/write-requests.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { timelineOf } from '../units/timeline.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { subjectNamed } from './demo-listed.ts';
import { dayAgo } from './demo-moments.ts';
import { inventedMark, repeatable } from './invented.ts';

/** How many months ago lights were asked for in the lanes of villages: more and more often. */
const askedAgo = [22, 19, 15, 11, 10, 9, 8, 7, 6, 5, 4, 4, 3, 3, 2];

/**
 * Pujiang: what many ask for becomes one of the year's priority works 实事项目 (published; what it is, and who asked for it,
 * is invented).
 */
export async function lightPujiang(desk: Desk): Promise<void> {
  const actor = await demoActor(desk);
  const next = repeatable(desk.town + 5);
  const holder = await inventPerson(desk, next);
  const today = Temporal.PlainDate.from(dayOf(desk.now));
  const about = { source: 'PATROL' as const, subject: await subjectNamed(desk, '道路设施') };
  const { lines } = await desk.load(timelineOf, desk.town);
  const villages = lines.filter(({ versions }) => versions[0]?.state.kind === 'VILLAGE').slice(0, 6);
  const handled = { holder, outcome: '列入项目', evidence: [{ kind: 'EXPLANATION' as const, text: '已向村民说明' }] };
  const requests = [];
  for (const months of askedAgo) {
    const unit = globalId('Unit', desk.town, villages[next(villages.length)]?.uuid ?? '');
    const description = `村道没有路灯，夜里看不清${inventedMark}`;
    const on = today.subtract({ months }).toString();
    const asked = { ...about, description, on, place: { unit }, handlingClass: 'INDIVIDUAL' as const, handled };
    requests.push(await readRequest(desk, actor, asked, 'input'));
  }
  await writeRequests(desk, requests);
  const explained = { way: 'TELEPHONE' as const, satisfaction: 'FAIRLY' as const, outcome: `等待装灯${inventedMark}` };
  for (const { begun } of requests) {
    const on = Temporal.PlainDate.from(begun.raised_on).add({ days: 4 }).toString();
    await followUpRequest(desk, actor, { request: globalId('Request', desk.town, begun.id), ...explained, on });
  }

  const lights = { year: today.year, name: `村道路灯工程${inventedMark}`, goal: '为没有路灯的村道装灯' };
  const raised = { first: today.subtract({ years: 2 }).toString(), last: today.toString() };
  const proposing = { ...lights, subject: about.subject, budget: '镇级财政 60 万元', raised };
  const proposed = await proposeProject(desk, actor, { ...proposing, on: dayAgo(desk, 60) });
  const project = globalId('Project', desk.town, proposed);
  const dueOn = today.add({ months: 3 }).toString();
  await adoptProject(desk, actor, { project, holder, dueOn, on: dayAgo(desk, 45) });
  await reportProject(desk, actor, { project, report: '已装灯 40 盏', on: dayAgo(desk, 10) });
}
