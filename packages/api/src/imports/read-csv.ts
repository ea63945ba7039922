import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { type Excess, limits, type Table, type TableAnswer } from './table.ts';

const separators = [',', ';', '\t', '，'];

/**
 * Reads text of at most so many rows, its headers counted: UTF-8, UTF-16 with its mark, or GB18030; separated by commas, semicolons
 * or tabs. Nothing is read after the first row that is one too many.
 */
export function readCsv(bytes: Uint8Array, rows: number): TableAnswer {
  const text = decode(bytes);
  if (text === undefined) return { fault: 'fileEncoding' };
  const table: Table = [];
  let row = 0;
  let excess: Excess | undefined;
  // The parser makes an error of every row that is shorter than the first one; without the stack it takes no time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: limits.columns * limits.cell * 2,
      on_record: (cells: string[], { records, empty_lines }: InfoRecord) => {
        row = records + empty_lines;
        if (cells.some((cell) => cell.trim() !== ''))
          table.push({ row, cells: cells.slice(0, limits.columns).map(cut) });
        if (table.length > rows) excess = 'fileRows';
        else if (row > limits.lines) excess = 'fileLines';
        if (excess) throw new Error(excess);
        return null;
      },
    });
  } catch (cause) {
    if (excess) return { fault: excess };
    if (cause instanceof CsvError) return { fault: 'fileQuoting', row: row + 1 };
    throw cause;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  return { table };
}

/** Cuts a cell where it is sure to be too long. */
export function cut(cell: string): string {
  // None is more than two of what JavaScript counts.
  return cell.length > limits.cell ? [...cell.slice(0, 2 * limits.cell + 2)].slice(0, limits.cell + 1).join('') : cell;
}

function decode(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of wide ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Another encoding may fit.
    }
  }
  return undefined;
}

/** The separator that cuts the first line that is not blank into most cells. */
function separatorOf(text: string): string {
  const at = text.search(/\S/);
  const begins = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1;
  const [first = ''] = text.slice(begins).split(/[\r\n]/, 1);
  const counts = separators.map((separator) => first.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}
