import { Temporal } from 'temporal-polyfill';
import type { Desk } from '../db/door.ts';
import { entriesOf } from '../handling/listed.ts';
import { adoptProject, reportProject } from '../projects/decide-project.ts';
import { proposeProject } from '../projects/propose-project.ts';
import { readRequest } from '../requests/raise-request.ts';
import { writeRequests } from '../requests/write-requests.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { timelineOf } from '../units/timeline.ts';
import { demoActor, inventPerson } from './demo-actor.ts';
import { inventedMark, repeatable } from './invented.ts';

/** How many months ago lights were asked for in the lanes of villages: more and more often. */
const askedAgo = [22, 19, 15, 11, 10, 9, 8, 7, 6, 5, 4, 4, 3, 3, 2];

/**
 * Pujiang: what many ask for becomes one of the year's priority works 实事项目 (published; what it is, and who asked for it,
 * is invented).
 */
export async function lightPujiang(desk: Desk): Promise<void> {
  const actor = demoActor(desk);
  const next = repeatable(desk.town + 5);
  const holder = await inventPerson(desk, next);
  const today = Temporal.PlainDate.from(dayOf(desk.now));
  const subjects = await desk.load(entriesOf('request_subject'), desk.town);
  const roads = subjects.find(({ name }) => name === '道路设施')?.uuid ?? '';
  const about = { source: 'PATROL' as const, subject: globalId('RequestSubject', desk.town, roads) };
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

  const lights = { year: today.year, name: `村道路灯工程${inventedMark}`, goal: '为没有路灯的村道装灯' };
  const raised = { first: today.subtract({ years: 2 }).toString(), last: today.toString() };
  const proposing = { ...lights, subject: about.subject, budget: '镇级财政 60 万元', raised };
  const proposed = await proposeProject(desk, actor, { ...proposing, on: today.subtract({ days: 60 }).toString() });
  const project = globalId('Project', desk.town, proposed);
  const dueOn = today.add({ months: 3 }).toString();
  await adoptProject(desk, actor, { project, holder, dueOn, on: today.subtract({ days: 45 }).toString() });
  await reportProject(desk, actor, { project, report: '已装灯 40 盏', on: today.subtract({ days: 10 }).toString() });
}
