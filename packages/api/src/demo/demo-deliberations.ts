import type { Desk } from '../db/door.ts';
import { answerObjection, recordReply } from '../deliberations/answer-objection.ts';
import { beginWork, decideDeliberation } from '../deliberations/decide-deliberation.ts';
import type { MeetingKind } from '../deliberations/deliberation-states.ts';
import { giveEvidence, holdMeeting } from '../deliberations/hold-meeting.ts';
import { openDeliberation } from '../deliberations/open-deliberation.ts';
import { proposeDeliberation } from '../deliberations/propose-deliberation.ts';
import { recordVote } from '../deliberations/record-vote.ts';
import { rulesOfTowns } from '../deliberations/rule-rows.ts';
import { acceptRequest } from '../requests/accept-request.ts';
import { raiseRequest } from '../requests/raise-request.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { demoActor } from './demo-actor.ts';
import { subjectNamed } from './demo-listed.ts';
import { dayAgo, minutesAgo, momentAgo } from './demo-moments.ts';
import type { DemoPlaces } from './demo-tree.ts';
import { inventedMark } from './invented.ts';

/** Who is at odds with a question, and why: the last of all who vote, of every five one. */
const doubts = ['广场舞会吵', '怕动用维修资金', '孩子喜欢喷泉'];

interface DemoQuestion {
  question: string;
  description: string;
  unit: string;
  requests?: string[];
}

/**
 * Jiangchuan Road 江川路街道: a broken fountain becomes a square by two thirds of the owners, once the reasons of the others were answered (the way is
 * published; the place, the votes and what was said are invented).
 */
export async function deliberateInJiangchuan(desk: Desk, { officer }: DemoPlaces): Promise<void> {
  if (!officer) throw new Error('Jiangchuan Road has nobody to deliberate');
  const actor = await demoActor(desk);
  const unit = globalId('Unit', desk.town, officer.unit_id);
  const person = globalId('Person', desk.town, officer.person_id);
  const { uuid } = await raiseRequest(desk, actor, {
    ...{ source: 'COUNTER', subject: await subjectNamed(desk, '物业'), place: { unit }, handlingClass: 'MIXED' },
    ...{ description: `喷泉坏了多年，有人想改成广场，有人反对${inventedMark}`, on: dayAgo(desk, 60) },
  });
  const request = globalId('Request', desk.town, uuid);
  await acceptRequest(desk, actor, { request, holder: person, on: dayAgo(desk, 58) });
  const deliberation = await ask(desk, {
    ...{ unit, requests: [request], question: `把坏喷泉改建成小广场？${inventedMark}` },
    description: '喷泉停用多年，拆除后铺设广场，保留两棵大树。',
  });
  for (const kind of ['RESIDENTS', 'PARTY'] as const) await meet(desk, deliberation, kind, request);
  const voters = await open(desk, deliberation, 14);
  for (const [index, voter] of voters.entries()) {
    const doubt = index % 5 === 4 ? doubts[Math.floor(index / 5) % doubts.length] : undefined;
    if (doubt === undefined) await recordVote(desk, actor, { voter, choice: 'FOR' });
    else await recordVote(desk, actor, { voter, choice: 'AGAINST', objections: [`${doubt}${inventedMark}`] });
  }
  await close(desk, deliberation);
  for (const objection of await objectionsIn(desk)) {
    const text = `约定晚上八点以后不放音乐，不动用维修资金${inventedMark}`;
    await answerObjection(desk, actor, { objection, text, way: 'AT_HOME', person });
    desk.forget();
    await recordReply(desk, actor, { objection, reply: 'SATISFIED' });
    desk.forget();
  }
  await decideDeliberation(desk, actor, { deliberation });
  desk.forget();
  await beginWork(desk, actor, { deliberation, report: '施工队进场，先拆喷泉' });
}

/** Pujiang: a vote is open, some have voted, and one who is against it waits for an answer (all of it invented). */
export async function deliberateInPujiang(desk: Desk, block: string): Promise<void> {
  const actor = await demoActor(desk);
  const deliberation = await ask(desk, {
    ...{ unit: globalId('Unit', desk.town, block), question: `把弄堂口的花坛改成停车位？${inventedMark}` },
    description: '可增加六个车位，花坛移到北侧。',
  });
  await meet(desk, deliberation, 'RESIDENTS');
  const [first, second] = await open(desk, deliberation, 3);
  if (first) await recordVote(desk, actor, { voter: first, choice: 'FOR' });
  if (second)
    await recordVote(desk, actor, { voter: second, choice: 'AGAINST', objections: [`舍不得花坛${inventedMark}`] });
}

async function ask(desk: Desk, { unit, question, description, requests = [] }: DemoQuestion): Promise<string> {
  const [rule] = await desk.load(rulesOfTowns, desk.town);
  if (!rule) throw new Error('The town has no rule');
  const uuid = await proposeDeliberation(desk, await demoActor(desk), {
    ...{ unit, question, description, electorate: 'HOUSEHOLDS', deliberationRule: rule.id, requests },
    on: dayAgo(desk, 50),
  });
  return globalId('Deliberation', desk.town, uuid);
}

/** A meeting some weeks ago, whose minutes go to the request that led to it, where one did. */
async function meet(desk: Desk, deliberation: string, kind: MeetingKind, request?: string): Promise<void> {
  const actor = await demoActor(desk);
  await holdMeeting(desk, actor, {
    ...{ deliberation, kind, place: '社区活动室', present: kind === 'PARTY' ? 11 : 36, on: dayAgo(desk, 40) },
    minutes: `多数人赞成，也有人担心，会后逐户听取意见${inventedMark}`,
  });
  const { id } = await desk.db
    .selectFrom('deliberation_meeting')
    .select('id')
    .where('town_id', '=', desk.town)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  if (request === undefined) return;
  await giveEvidence(desk, actor, { meeting: globalId('DeliberationMeeting', desk.town, id), request });
}

/** Opens a vote so many days ago. Returns the ids of its voters. */
async function open(desk: Desk, deliberation: string, days: number): Promise<string[]> {
  const closesAt = new Date(desk.now.getTime() + 10 * 86_400_000);
  const uuid = await openDeliberation(desk, await demoActor(desk), { deliberation, closesAt, on: dayAgo(desk, days) });
  await desk.db
    .updateTable('deliberation')
    .set({ opened_at: momentAgo(desk, days, '09:00') })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
  const voters = await desk.db
    .selectFrom('deliberation_voter')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('deliberation_id', '=', uuid)
    .orderBy('id')
    .execute();
  return voters.map(({ id }) => globalId('DeliberationVoter', desk.town, id));
}

/** Has a vote be over, though the clock of what makes the demo stands still. */
async function close(desk: Desk, deliberation: string): Promise<void> {
  await desk.db
    .updateTable('deliberation')
    .set({ closes_at: minutesAgo(desk, 1) })
    .where('town_id', '=', desk.town)
    .where('id', '=', requireIdIn(desk.town, deliberation, 'Deliberation', 'deliberation'))
    .execute();
}

/** The ids of the objections of the town's one deliberation. */
async function objectionsIn(desk: Desk): Promise<string[]> {
  const rows = await desk.db
    .selectFrom('deliberation_objection')
    .select('id')
    .where('town_id', '=', desk.town)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => globalId('DeliberationObjection', desk.town, id));
}
