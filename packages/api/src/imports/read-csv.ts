import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { limits, type Table, type TableAnswer } from './table.ts';

const separators = [',', ';', '\t', '，'];

/** Reads text of rows: UTF-8, UTF-16 with its mark, or GB18030; separated by commas, semicolons or tabs. */
export function readCsv(bytes: Uint8Array): TableAnswer {
  const text = decode(bytes);
  if (text === undefined) return { fault: 'fileEncoding' };
  const table: Table = [];
  let row = 0;
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: limits.columns * limits.cell * 2,
      on_record: (cells: string[], _info: InfoRecord) => {
        row++;
        if (cells.some((cell) => cell.trim() !== ''))
          table.push({ row, cells: cells.slice(0, limits.columns).map(cut) });
        return null;
      },
    });
  } catch (cause) {
    if (cause instanceof CsvError) return { fault: 'fileQuoting', row: row + 1 };
    throw cause;
  }
  return { table };
}

/** Cuts a cell where it is sure to be too long. */
export function cut(cell: string): string {
  return cell.slice(0, limits.cell + 1);
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
  const first = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = separators.map((separator) => first.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}
