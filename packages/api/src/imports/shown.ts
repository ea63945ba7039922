import { badInput, conflict } from '../errors.ts';
import { type Language, say } from '../messages.ts';
import type { CellError } from './row-cells.ts';

/** How many of each list that an import answers are told. */
export const told = 200;

/** How many rows are at fault. */
function faultyRows(errors: readonly { row: number }[]): number {
  return new Set(errors.map((error) => error.row)).size;
}

/** What is wrong with the rows of a file, as it is told: how many rows, and the first errors, with their columns’ first headers. */
export function errorsTold<Column extends string>(
  errors: readonly CellError<Column>[],
  headers: Record<Column, readonly [string, ...string[]]>,
  language: Language,
) {
  return {
    errorCount: faultyRows(errors),
    errors: errors.slice(0, told).map(({ row, column, message, values }) => ({
      ...{ row, column: headers[column][0], code: message },
      message: say(language, message, values),
    })),
  };
}

/**
 * Refuses a file that has a row at fault, or that would not do any more what was shown.
 * Errors: BAD_INPUT on input.content, which tells the first error; CONFLICT on input.expectedDigest.
 */
export function requireShown(
  { errors, digest }: { errors: readonly CellError<string>[]; digest: string },
  expectedDigest: string,
  language: Language,
): void {
  const [error] = errors;
  if (error) {
    const message = say(language, error.message, error.values);
    throw badInput('input.content', 'fileErrors', { count: faultyRows(errors), row: error.row, message });
  }
  if (digest !== expectedDigest) throw conflict('fileChanged', 'input.expectedDigest');
}
