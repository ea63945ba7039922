import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';

/** What is wrong with the register: the file, the line of that file (counted from 1) and the reason. */
export class RegisterError extends Error {
  override name = 'RegisterError';

  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${file}, line ${line}: ${reason}`);
  }
}

/** One row of a file, its cells in the order of the header, with the line on which it begins. */
export type RegisterRow = { file: string; line: number; cells: string[] };

/**
 * Reads one file of the register as text.
 * @throws RegisterError when it cannot be read or is not UTF-8 (with the first line that is not).
 */
export async function readRegisterText(folder: string, file: string): Promise<string> {
  const bytes = await readFile(join(folder, file)).catch((cause: unknown) => {
    throw new RegisterError(file, 1, `cannot be read: ${cause instanceof Error ? cause.message : cause}`);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RegisterError(file, firstLineThatIsNotUtf8(bytes), 'is not valid UTF-8');
  }
}

/** In UTF-8 the byte of a line feed is never part of another character, so lines can be tried one by one. */
function firstLineThatIsNotUtf8(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      break;
    }
    start = stop + 1;
  }
  return line;
}

// Control, format, surrogate and private-use characters, line separators, and what a wrong decoding leaves behind.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\uFFFD]/u;

/**
 * Reads the rows of one CSV file, without its header.
 * @throws RegisterError for a wrong header or number of columns, broken quoting, unprintable or surrounding
 * blank characters, an empty cell, or a file without rows.
 */
export async function readRegisterRows(folder: string, file: string, header: string[]): Promise<RegisterRow[]> {
  const rows = parseRows(file, await readRegisterText(folder, file));
  const [first, ...rest] = rows;
  if (first?.cells.join() !== header.join()) {
    throw new RegisterError(file, 1, `the header must be "${header}", it is "${first?.cells ?? ''}"`);
  }
  if (rest.length === 0) throw new RegisterError(file, 1, 'has no rows after its header');
  for (const { line, cells } of rest) {
    if (cells.length !== header.length) {
      throw new RegisterError(file, line, `has ${cells.length} columns instead of ${header.length}`);
    }
    cells.forEach((cell, column) => {
      const problem = cellProblem(cell);
      if (problem) throw new RegisterError(file, line, `${header[column]} ${problem}`);
    });
  }
  return rest;
}

function cellProblem(cell: string): string | undefined {
  if (unprintable.test(cell)) return `has a control or replacement character: ${JSON.stringify(cell)}`;
  if (cell.trim() === '') return 'is empty';
  if (cell.trim() !== cell) return `has blanks around it: ${JSON.stringify(cell)}`;
  return undefined;
}

function parseRows(file: string, text: string): RegisterRow[] {
  const rows: RegisterRow[] = [];
  // Lines are counted here from where a record ends, as a quoted cell may hold a line break.
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n'],
      on_record: (cells: string[], { lines }: InfoRecord) => {
        rows.push({ file, line, cells });
        line = lines + 1;
        return null;
      },
    });
  } catch (cause) {
    if (cause instanceof CsvError) throw new RegisterError(file, line, `has broken quoting (${cause.code})`);
    throw cause;
  }
  return rows;
}
