import { utils, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { guarded } from './cells.ts';
import type { TableFormat } from './table.ts';

/** Writes rows of text as a file. CSV is UTF-8 with its mark, so that Excel reads it. */
export function writeTable(rows: readonly (readonly string[])[], format: TableFormat): Uint8Array {
  const cells = rows.map((row) => row.map(guarded));
  if (format === 'CSV') {
    const text = cells.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
    return new TextEncoder().encode(`\uFEFF${text}`);
  }
  const sheet = utils.aoa_to_sheet(cells.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  const book = new Uint8Array(write(utils.book_new(sheet, '组织树'), { type: 'array', bookType: 'xlsx' }));
  // The library's own compression leaves it five times as large.
  return zipSync(unzipSync(book));
}

function quoted(cell: string): string {
  return /[",;\t，\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
