import { badInput, conflict } from '../errors.ts';
import type { Messages } from '../messages.ts';

/** What an input is asked to decide about rows, for all and singly: its fields, and what refuses a wrong or a missing answer. */
export interface Question {
  all: string;
  choices: string;
  noneThere: keyof Messages;
  undecided: keyof Messages;
}

/** What is to become of the rows that a question is about. */
export interface Handlings<Handling extends string> {
  about: Question;
  all: Handling;
  choices: readonly { row: number; handling: Handling }[];
  rows: ReadonlyMap<number, Handling>;
}

/** Rows about which one input decides singly. */
const mostChoices = 1000;

/** What an input answers. Errors: BAD_INPUT on the question’s choices where there are too many. */
export function readHandlings<Handling extends string>(
  about: Question,
  all: Handling,
  given: Handlings<Handling>['choices'] | null | undefined,
): Handlings<Handling> {
  const choices = given ?? [];
  if (choices.length > mostChoices) throw badInput(about.choices, 'tooMany', { most: mostChoices });
  return { about, all, choices, rows: new Map(choices.map(({ row, handling }) => [row, handling])) };
}

/** What is to become of a row. */
export function handlingOf<Handling extends string>({ all, rows }: Handlings<Handling>, row: number): Handling {
  return rows.get(row) ?? all;
}

/**
 * Refuses an import that leaves rows undecided, or decides about one that the question is not about.
 * Errors: BAD_INPUT on the row of the choice; CONFLICT on the question’s field.
 */
export function requireDecided<Handling extends string>(
  found: readonly { row: number }[],
  handlings: Handlings<Handling | 'REFUSE'>,
): void {
  const { about, choices } = handlings;
  const rows = new Set(found.map(({ row }) => row));
  const stray = choices.findIndex(({ row }) => !rows.has(row));
  if (stray >= 0) throw badInput(`${about.choices}.${stray}.row`, about.noneThere);
  const refused = found.filter(({ row }) => handlingOf(handlings, row) === 'REFUSE');
  if (refused[0]) throw conflict(about.undecided, about.all, { count: refused.length, row: refused[0].row });
}
