import { Written } from './written.ts';

/** Selections of which a list keeps the text; further ones are written each time. */
const mostKept = 8;

/** What a list answers, and the points that it costs. */
interface Answered {
  text: string;
  points: number;
}

const texts = new WeakMap<object, Map<object, Answered>>();

/**
 * Notes that a list never changes, and that all fields of its objects are members of theirs: what it answers is the same for
 * whoever is given it.
 */
export function fix<List extends object>(list: List): List {
  texts.set(list, new Map());
  return list;
}

/** What a fixed list answers for a selection, where that was written before. */
export function writtenOf(list: object, plan: object): { written: Written; points: number } | undefined {
  const known = texts.get(list)?.get(plan);
  return known && { written: new Written(known.text), points: known.points };
}

/** Keeps what a fixed list answers for a selection. */
export function keepWritten(list: object, plan: object, answer: { entries: readonly unknown[]; points: number }): void {
  const kept = texts.get(list);
  if (kept && kept.size < mostKept) kept.set(plan, { text: JSON.stringify(answer.entries), points: answer.points });
}
