import { read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { cut } from './read-csv.ts';
import { limits, type Table, type TableAnswer } from './table.ts';

/**
 * Reads the first sheet of an XLSX workbook. It is unpacked here, as far as its parts together stay within the limit, and
 * handed on with its parts stored, so that nothing is unpacked that was not measured; `rows` is how many it may have.
 */
export function readWorkbook(bytes: Uint8Array, rows: number): TableAnswer {
  let unpacked = 0;
  let beyond = false;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/i.test(name)) return false;
      unpacked += originalSize;
      if (unpacked > limits.unpackedBytes) beyond = true;
      return !beyond;
    },
  });
  if (beyond) return { fault: 'fileTooLarge' };
  const book = read(zipSync(parts, { level: 0 }), {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellNF: true,
    cellText: false,
    sheets: 0,
    // One more tells that there are too many.
    sheetRows: rows + 1,
  });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet ? { table: tableOf(book, sheet) } : { fault: 'fileNoWorkbook' };
}

function tableOf(book: WorkBook, sheet: WorkSheet): Table {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const rows: Cell[][] = sheet['!data'] ?? [];
  const last = Math.min(range.e.c, range.s.c + limits.columns - 1);
  const table: Table = [];
  for (let row = range.s.r; row < rows.length; row++) {
    const cells: string[] = [];
    for (let column = range.s.c; column <= last; column++) cells.push(textOf(rows[row]?.[column], date1904));
    if (cells.some((cell) => cell.trim() !== '')) table.push({ row: row + 1, cells });
  }
  return table;
}

type Cell = NonNullable<WorkSheet['!data']>[number][number];

function textOf(cell: Cell | undefined, date1904: boolean): string {
  if (cell?.v === undefined || cell.v === null) return '';
  // A faulty formula, such as #REF!, becomes the character that no text may hold.
  if (cell.t === 'e') return '\uFFFD';
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) {
    const { y, m, d } = SSF.parse_date_code(cell.v, { date1904 });
    return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  }
  return cut(String(cell.v));
}
