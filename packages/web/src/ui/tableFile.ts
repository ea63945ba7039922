import { saveFile } from './file.ts';

/** A cell of a table that is saved: a text, or a number that a spreadsheet can count with. */
export type FileCell = string | number | null;

export const tableFormats = ['CSV', 'XLSX'] as const;
export type TableFormat = (typeof tableFormats)[number];

const types = {
  CSV: 'text/csv;charset=utf-8',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<TableFormat, string>;

/**
 * Saves a table as a file, its head in the first row. A text that a spreadsheet would take for a formula gets an apostrophe before
 * it. What writes workbooks is fetched when it is first needed.
 */
export async function saveTable(
  name: string,
  rows: readonly (readonly FileCell[])[],
  format: TableFormat,
): Promise<void> {
  const { utils, write } = await import('@e965/xlsx');
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(plainCell)));
  const content = format === 'XLSX' ? workbook() : csv();
  saveFile({ fileName: `${name}.${format.toLowerCase()}`, contentType: types[format], content });

  function workbook(): string {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Sheet1');
    const content: string = write(book, { type: 'base64', bookType: 'xlsx', compression: true });
    return content;
  }

  /** With the mark by which spreadsheets tell that it is in UTF-8. */
  function csv(): string {
    const bytes = new TextEncoder().encode(`\uFEFF${utils.sheet_to_csv(sheet, { RS: '\r\n' })}\r\n`);
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }
}

/** A cell as it may stand in a file: no text in it is a formula. */
export function plainCell(cell: FileCell): FileCell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
