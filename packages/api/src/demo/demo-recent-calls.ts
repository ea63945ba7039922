import type { Actor } from '../access/actor.ts';
import { answerCall, followUpCall } from '../calls/answer-call.ts';
import { recordCall, recordMissedCall } from '../calls/record-call.ts';
import { hour } from '../calls/roster.ts';
import type { Desk } from '../db/door.ts';
import type { Satisfaction } from '../handling/transitions.ts';
import { globalId } from '../schema/global-id.ts';
import { demoActor } from './demo-actor.ts';
import type { Caller } from './demo-calls.ts';
import { subjectNamed } from './demo-listed.ts';
import { inventedMark } from './invented.ts';

/** A call of these days: not taken, or about something that was answered, perhaps followed up, or passed on as a request. */
export interface RecentCall {
  at: Date;
  /** Without it nobody took the call. */
  matter?: string;
  /** After how many minutes a call that nobody took was answered; at once unless told. */
  calledBackAfter?: number;
  answer?: string;
  followedUp?: Satisfaction;
  /** The subject of the request that it became. */
  subject?: string;
}

/** A hotline with who answers it and which households call, each by turns. */
interface Desked {
  hotline: string;
  people: readonly string[];
  callers: readonly Caller[];
}

/** Records calls of these days through what the hotline's desk does, in the order of their time. */
export async function takeRecentCalls(desk: Desk, desked: Desked, calls: readonly RecentCall[]): Promise<void> {
  const actor = await demoActor(desk);
  const hotline = globalId('Hotline', desk.town, desked.hotline);
  for (const [index, call] of calls.toSorted((a, b) => a.at.getTime() - b.at.getTime()).entries()) {
    const answeredBy = globalId('Person', desk.town, desked.people[index % desked.people.length] ?? '');
    const household = desked.callers[index % desked.callers.length]?.household ?? '';
    const caller = { household: globalId('Household', desk.town, household) };
    const missed = call.matter === undefined || call.calledBackAfter !== undefined;
    const uuid = missed
      ? await recordMissedCall(desk, actor, {
          hotline,
          calledAt: call.at,
          caller: { telephone: `1990000${1200 + index}` },
        })
      : await recordCall(desk, actor, { hotline, calledAt: call.at, answeredBy, caller, ...(await told(desk, call)) });
    if (call.matter === undefined) continue;
    const id = globalId('Call', desk.town, uuid);
    const { calledBackAfter = 0 } = call;
    const answeredAt = new Date(call.at.getTime() + calledBackAfter * 60_000);
    if (missed) {
      await answerCall(desk, actor, { call: id, at: answeredAt, answeredBy, caller, ...(await told(desk, call)) });
    }
    if (call.followedUp) await followUp(desk, actor, id, answeredAt, call.followedUp);
  }
}

async function told(desk: Desk, { matter, answer, subject }: RecentCall) {
  const said = { matter: `${matter}${inventedMark}` };
  if (subject === undefined) return { ...said, answer: answer ?? '已当场答复' };
  return { ...said, requests: [{ subject: await subjectNamed(desk, subject), description: said.matter }] };
}

/** Two hours after the answer, or now. */
async function followUp(desk: Desk, actor: Actor, call: string, answeredAt: Date, satisfaction: Satisfaction) {
  const at = new Date(Math.min(answeredAt.getTime() + 2 * hour, desk.now.getTime()));
  const asked = { way: 'TELEPHONE' as const, outcome: `电话回访${inventedMark}` };
  await followUpCall(desk, actor, { call, at, ...asked, satisfaction });
}
