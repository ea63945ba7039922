import { badInput, conflict } from '../errors.ts';

/** What is to become of a row that may describe what is there elsewhere already. */
export const duplicateHandlings = ['REFUSE', 'SKIP', 'ADD'] as const;
export type DuplicateHandling = (typeof duplicateHandlings)[number];

/** What is to become of all such rows, and of single ones otherwise. */
export interface Handlings {
  all: DuplicateHandling;
  rows: ReadonlyMap<number, DuplicateHandling>;
}

/** Rows about which one input decides singly. */
const mostChoices = 1000;

/** What an input tells to do with duplicates. Errors: BAD_INPUT on input.choices where there are too many. */
export function readHandlings({
  duplicates,
  choices,
}: {
  duplicates: DuplicateHandling;
  choices?: readonly { row: number; handling: DuplicateHandling }[] | null;
}): Handlings {
  if (choices && choices.length > mostChoices) throw badInput('input.choices', 'tooMany', { most: mostChoices });
  return { all: duplicates, rows: new Map(choices?.map(({ row, handling }) => [row, handling])) };
}

/** What is to become of a row. */
export function handlingOf({ all, rows }: Handlings, row: number): DuplicateHandling {
  return rows.get(row) ?? all;
}

/**
 * Refuses an import that leaves duplicates undecided, or decides about a row that is none.
 * Errors: BAD_INPUT on input.choices.N.row, CONFLICT on input.duplicates.
 */
export function requireDecided(
  duplicates: readonly { row: number }[],
  handlings: Handlings,
  choices: readonly { row: number }[] | null | undefined,
): void {
  const found = new Set(duplicates.map(({ row }) => row));
  const stray = choices?.findIndex(({ row }) => !found.has(row)) ?? -1;
  if (stray >= 0) throw badInput(`input.choices.${stray}.row`, 'noDuplicate');
  const refused = duplicates.filter(({ row }) => handlingOf(handlings, row) === 'REFUSE');
  if (refused[0]) {
    throw conflict('duplicatesFound', 'input.duplicates', { count: refused.length, row: refused[0].row });
  }
}
