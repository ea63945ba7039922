import { Temporal } from 'temporal-polyfill';

/*
 * 信访工作条例 (Regulations on Petition Work, Central Committee and State Council, in force since 1 May 2022). Days are
 * calendar days and the day on which a period begins does not count (Civil Code, art. 201). Whether a last day that is a
 * holiday moves on, the Regulations do not say; here it stays, so that nobody is ever told a later one than the law has.
 */

/** Art. 20: several who come in person with a matter in common choose at most five of them to speak for all. */
export const mostRepresentatives = 5;
/** Art. 23: within 15 days of receiving it the petitioners are told in writing what becomes of it, or where to turn to. */
const daysToDecide = 15;
/** Art. 34: a claim is dealt with within 60 days of accepting it. For the other classes it says nothing; here they have as long. */
const daysToAnswer = 60;
/** Art. 34: where it is complicated, that can be extended by at most 30 days, with the reason told to the petitioners. */
export const mostDaysMore = 30;

/** The last day to say whether a petition is accepted that was received on a day. */
export function decisionDue(receivedOn: string): string {
  return later(receivedOn, daysToDecide);
}

/** The last day to answer a petition that was accepted on a day. */
export function answerDue(acceptedOn: string): string {
  return later(acceptedOn, daysToAnswer);
}

/** A deadline that is extended by so many days. */
export function extendedDue(dueOn: string, days: number): string {
  return later(dueOn, days);
}

function later(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
