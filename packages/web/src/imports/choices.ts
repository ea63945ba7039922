import type { DuplicateHandling } from '../generated/graphql.ts';

/** What may be chosen for a row that may describe what is there elsewhere already. */
export type Chosen = Exclude<DuplicateHandling, 'REFUSE'>;

/** What was chosen for duplicates: by row, and for those that are too many to be listed. */
export interface Choices {
  rows: ReadonlyMap<number, Chosen>;
  rest: Chosen | null;
}

/** Nothing is chosen yet. */
export const noChoices: Choices = { rows: new Map(), rest: null };

/** How many rows may describe what is there elsewhere, and those that are listed. */
export interface Doubtful {
  duplicateCount: number;
  duplicates: readonly { row: number }[];
}

/** What was found in a file, and what was chosen for its rows that may describe what is there already. */
export interface Choosing<Found extends Doubtful> {
  outlook: Found;
  choices: Choices;
  onChoose: (choices: Choices) => void;
}

/** How many duplicates are not listed. */
export function unlisted({ duplicateCount, duplicates }: Doubtful): number {
  return duplicateCount - duplicates.length;
}

/** How many duplicates nothing was chosen for yet. */
export function undecided(outlook: Doubtful, { rows, rest }: Choices): number {
  const listed = outlook.duplicates.filter(({ row }) => !rows.has(row)).length;
  return listed + (rest === null ? unlisted(outlook) : 0);
}

/** What was chosen, as an input says it. */
export function chosenOf({ rows, rest }: Choices) {
  return { duplicates: rest ?? 'REFUSE', choices: [...rows].map(([row, handling]) => ({ row, handling })) } as const;
}
