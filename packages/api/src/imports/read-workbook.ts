import { read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { cut } from './read-csv.ts';
import { limits, type Table, type TableAnswer } from './table.ts';
import { unpack } from './unpack.ts';

/**
 * Reads the first sheet of an XLSX workbook of at most so many rows, its headers counted. It is unpacked here, as far as its parts
 * together stay within the limit, and handed on with its parts stored, so that nothing is unpacked that was not measured, and with
 * no more rows than tell that there are too many.
 */
export function readWorkbook(bytes: Uint8Array, rows: number): TableAnswer {
  const parts = unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), (name) =>
    /\.(xml|rels)$/i.test(name),
  );
  if (!parts) return { fault: 'fileTooLarge' };
  for (const [name, part] of Object.entries(parts)) {
    if (/worksheets\/[^/]+\.xml$/i.test(name)) parts[name] = shortened(part, rows);
  }
  const book = read(zipSync(parts, { level: 0 }), {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellNF: true,
    cellText: false,
    sheets: 0,
  });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) return { fault: 'fileNoWorkbook' };
  if ((sheet['!data']?.length ?? 0) > limits.lines) return { fault: 'fileLines' };
  const table = tableOf(book, sheet);
  return table.length > rows ? { fault: 'fileRows' } : { table };
}

/** Where a row of a sheet begins, with its number where it gives one, or a cell of it has a value. */
const marks = /<(?:\w+:)?(?:(row)\b(?:[^<>]*?\sr="(\d+)")?|v\b[^<>]*>(?=[^<])|is\b)/g;

/** A sheet as far as the first row that is one too many; all of it where there is none. */
function shortened(sheet: Uint8Array, rows: number): Uint8Array {
  // One character a byte, so that places are the same in both.
  const text = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.length).toString('latin1');
  let [row, filled, isFilled] = [0, 0, false];
  for (const { index, 1: begins, 2: number } of text.matchAll(marks)) {
    if (begins === undefined) {
      if (!isFilled) filled++;
      isFilled = true;
    } else if (filled > rows || row > limits.lines) {
      return Buffer.concat([sheet.subarray(0, index), Buffer.from('</sheetData></worksheet>')]);
    } else {
      row = number === undefined ? row + 1 : Number(number);
      isFilled = false;
    }
  }
  return sheet;
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
