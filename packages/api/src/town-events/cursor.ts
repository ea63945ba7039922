import { badInput } from '../errors.ts';

/** How long events are kept, in days. */
const keptDays = 30;

/** Where in a town's events somebody is: after that of a transaction and its place in it, or before the first of a transaction. */
export interface Place {
  committedBy: string;
  seq: number;
}

/** A place as it is given to clients: with when the event happened, so that one which is forgotten can be told from one that is not. */
export function cursorOf({ committedBy, seq }: Place, happenedAt: Date): string {
  return Buffer.from(`${committedBy}.${seq}.${happenedAt.getTime()}`).toString('base64url');
}

/** The place of a cursor. Errors: BAD_INPUT on `after` for what is none, and for one of which later events may be forgotten. */
export function placeAfter(cursor: string, now: Date): Place {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, committedBy, seq, at] = /^(\d{1,19})\.(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (committedBy === undefined || seq === undefined || at === undefined) throw badInput('after', 'badCursor');
  if (Number(at) < now.getTime() - keptDays * 86_400_000) throw badInput('after', 'tooLongAgo', { days: keptDays });
  return { committedBy, seq: Number(seq) };
}
