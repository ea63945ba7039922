import { utils, write } from '@e965/xlsx';
import { guarded } from './cells.ts';
import type { TableFormat } from './table.ts';

/** Writes rows of text as a file. CSV is UTF-8 with its mark, so that Excel reads it. */
export function writeTable(rows: readonly (readonly string[])[], format: TableFormat): Uint8Array {
  const cells = rows.map((row) => row.map(guarded));
  if (format === 'CSV') {
    const text = cells.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
    return new TextEncoder().encode(`\uFEFF${text}`);
  }
  const book = utils.book_new(utils.aoa_to_sheet(cells), '组织树');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
}

function quoted(cell: string): string {
  return /[",;\t，\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
