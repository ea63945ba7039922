import { badInput } from '../errors.ts';

/** How long events are kept, in days. */
export const keptDays = 30;

/** Where in a town's events somebody is: after that of a transaction and its place in it, or before the first of a transaction. */
export interface Place {
  /** In which order of transactions that is: there is another one where the database has moved or was restored. */
  epoch: string;
  committedBy: string;
  seq: number;
}

/** From where on an application may be told of events of a town. */
export interface Open {
  epoch: string;
  /** Since when the town has let it know of all that it asks for, without a break. */
  since: Date;
}

/** A place as it is given to clients: with when the event happened, so that one which is forgotten can be told from one that is not. */
export function cursorOf({ epoch, committedBy, seq }: Place, happenedAt: Date): string {
  return Buffer.from(`${epoch}.${committedBy}.${seq}.${happenedAt.getTime()}`).toString('base64url');
}

/**
 * The place of a cursor. Errors: BAD_INPUT on `after` for what is none, and for one after which events may be missing: they are forgotten, were told
 * in another order, or happened while the town did not let the application know.
 */
export function placeAfter(cursor: string, { epoch, since }: Open, now: Date): Place {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, of, committedBy, seq, at] = /^([0-9a-f]{12})\.(\d{1,19})\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (of === undefined || committedBy === undefined || seq === undefined || at === undefined) {
    throw badInput('after', 'badCursor');
  }
  if (Number(at) < now.getTime() - keptDays * 86_400_000) throw badInput('after', 'tooLongAgo', { days: keptDays });
  if (of !== epoch) throw badInput('after', 'eventsBegunAnew');
  if (Number(at) < since.getTime()) throw badInput('after', 'eventsBeforeConsent');
  return { epoch, committedBy, seq: Number(seq) };
}
