import type { DuplicateHandling } from '../generated/graphql.ts';

/** What may be chosen for a row that may describe what is there elsewhere already. */
export type DuplicateChoice = Exclude<DuplicateHandling, 'REFUSE'>;

/** What was chosen for rows that are asked about: by row, and for those that are too many to be listed. */
export interface Choices<Chosen extends string> {
  rows: ReadonlyMap<number, Chosen>;
  rest: Chosen | null;
}

/** Nothing is chosen yet. */
export const noChoices: Choices<never> = { rows: new Map<number, never>(), rest: null };

/** How many rows of a file one question is about, and those that are listed. */
export interface Asked<Row extends { row: number }> {
  count: number;
  rows: readonly Row[];
}

/** Rows that are asked about, and what was chosen for them. */
export interface Choosing<Row extends { row: number }, Chosen extends string> extends Asked<Row> {
  choices: Choices<Chosen>;
  onChoose: (choices: Choices<Chosen>) => void;
}

/** The rows of a file that may describe what is there elsewhere already, as they are asked about. */
export function duplicatesIn<Row extends { row: number }>(outlook: {
  duplicateCount: number;
  duplicates: readonly Row[];
}): Asked<Row> {
  return { count: outlook.duplicateCount, rows: outlook.duplicates };
}

/** How many of the rows that are asked about are not listed. */
export function unlisted({ count, rows }: Asked<{ row: number }>): number {
  return count - rows.length;
}

/** For how many of the rows that are asked about nothing was chosen yet. */
export function undecided(asked: Asked<{ row: number }>, { rows, rest }: Choices<string>): number {
  const listed = asked.rows.filter(({ row }) => !rows.has(row)).length;
  return listed + (rest === null ? unlisted(asked) : 0);
}

/** What was chosen for the rows that are not listed, as an input says it. */
export function restOf<Chosen extends string>({ rest }: Choices<Chosen>): Chosen | 'REFUSE' {
  return rest ?? 'REFUSE';
}

/** What was chosen row by row, as an input says it. */
export function rowsOf<Chosen extends string>({ rows }: Choices<Chosen>): { row: number; handling: Chosen }[] {
  return [...rows].map(([row, handling]) => ({ row, handling }));
}
