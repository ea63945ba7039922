import { Written } from './written.ts';

/** Selections of which a list keeps the text; further ones are written each time. */
const mostKept = 8;

const texts = new WeakMap<object, Map<object, string>>();

/**
 * Notes that a list never changes, and that all fields of its objects are members of theirs: what it answers is the same for
 * whoever is given it.
 */
export function fix<List extends object>(list: List): List {
  texts.set(list, new Map());
  return list;
}

/** What a fixed list answers for a selection, where that was written before. */
export function writtenOf(list: object, plan: object): Written | undefined {
  const text = texts.get(list)?.get(plan);
  return text === undefined ? undefined : new Written(text);
}

/** Keeps what a fixed list answers for a selection. */
export function keepWritten(list: object, plan: object, answer: unknown): void {
  const kept = texts.get(list);
  if (kept && kept.size < mostKept) kept.set(plan, JSON.stringify(answer));
}
