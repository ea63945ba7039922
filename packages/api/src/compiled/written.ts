import { randomUUID } from 'node:crypto';

/** Stands in the place of a text until all of an answer is written. Nobody outside ever sees it, so nothing can be taken for it. */
const mark = randomUUID();
const marks = new RegExp(`"${mark} (\\d+)"`, 'g');

/** The texts of the answer that is being written. */
let texts: string[] = [];

/** A part of an answer that is JSON already, as PostgreSQL wrote it. */
export class Written {
  constructor(readonly text: string) {}

  toJSON(): string {
    return `${mark} ${texts.push(this.text) - 1}`;
  }
}

/** An answer as JSON, with what is written already as it is. */
export function writeAnswer(answer: unknown): string {
  texts = [];
  const marked = JSON.stringify(answer);
  const written = texts.length > 0 ? marked.replace(marks, (_, index) => texts[Number(index)] ?? 'null') : marked;
  texts = [];
  return `${written}\n`;
}
