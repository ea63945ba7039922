import type { Context } from '../context.ts';
import { dayOfChange } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import type { TownType } from '../towns/town.type.ts';
import { inImportTurn } from './import-turns.ts';
import type { Table } from './table.ts';
import { readTable } from './table-worker.ts';

/** A file that was sent to a town: its rows, and the day of those that name none. */
export interface SentFile {
  townName: string;
  fileName: string;
  table: Table;
  day: string;
}

/**
 * Reads the file of an input when it is its turn, before any transaction, and works on it.
 * Errors: BAD_INPUT on input.from or input.fileName; those of readTable and inImportTurn.
 */
export async function withTable<Result>(
  ctx: Context,
  { townId, name: townName }: Pick<TownType, 'townId' | 'name'>,
  input: { fileName: string; content: string; from?: string | null },
  mostRows: number,
  work: (file: SentFile) => Promise<Result>,
): Promise<Result> {
  const day = dayOfChange(input.from, ctx.today, 'input.from');
  const fileName = oneLine(input.fileName, 'input.fileName', 200);
  return inImportTurn(ctx, townId, async () => {
    const table = await readTable(input.content, fileName, mostRows);
    return work({ townName, fileName, table, day });
  });
}
