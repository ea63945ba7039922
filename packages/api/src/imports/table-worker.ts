import { Worker } from 'node:worker_threads';
import { Semaphore } from 'async-mutex';
import { badInput, Refusal } from '../errors.ts';
import {
  type Excess,
  limits,
  type Table,
  type TableAnswer,
  type TableFormat,
  type TableJob,
  type TableMessage,
} from './table.ts';

/** How long a thread may work on one file, in milliseconds, and how much memory it may take, in megabytes. */
const longest = 20_000;
const memory = 512;

/** Files that are read or written at a time. */
const turns = new Semaphore(2);

/**
 * Reads a file of rows, given in base64 with its name, of at most so many rows beside its headers.
 * Errors: BAD_INPUT on input.content where it is no file of rows; LIMIT_EXCEEDED there where it is too large, or has too many rows.
 */
export async function readTable(content: string, fileName: string, rows: number): Promise<Table> {
  if (content.length > Math.ceil(limits.bytes / 3) * 4) throw tooMuch('fileTooLarge', rows);
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length === 0 || bytes.toString('base64').length !== content.length) {
    throw badInput('input.content', 'badValue');
  }
  const answer = await work({ read: new Uint8Array(bytes), workbook: /\.xlsx$/i.test(fileName), rows: rows + 1 });
  if ('table' in answer) return answer.table;
  const fault = 'fault' in answer ? answer.fault : 'fileUnreadable';
  if (fault === 'fileTooLarge' || fault === 'fileRows' || fault === 'fileLines') throw tooMuch(fault, rows);
  throw badInput('input.content', fault, { row: 'row' in answer ? (answer.row ?? 0) : 0 });
}

/** Writes rows as a file. */
export async function writeFile(rows: string[][], format: TableFormat): Promise<Buffer> {
  const answer = await work({ write: rows, format });
  if (!('bytes' in answer)) throw new Error('The table was not written');
  return Buffer.from(answer.bytes);
}

function tooMuch(fault: Excess, rows: number): Refusal {
  const most = { fileTooLarge: limits.bytes / 1024 / 1024, fileRows: rows, fileLines: limits.lines }[fault];
  return new Refusal('LIMIT_EXCEEDED', fault, { field: 'input.content', values: { most } });
}

function work(job: TableJob): Promise<TableAnswer> {
  return turns.runExclusive(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./table.worker.ts', import.meta.url), {
          workerData: job,
          resourceLimits: { maxOldGenerationSizeMb: memory },
        });
        const timer = setTimeout(() => end({ fault: 'fileTooLarge' }), longest);
        const end = (answer: TableAnswer) => {
          clearTimeout(timer);
          resolve(answer);
          void worker.terminate();
        };
        const table: Table = [];
        worker.on('message', (message: TableMessage) => {
          if (!('table' in message)) return end(message);
          table.push(...message.table);
          if (message.isLast) end({ table });
        });
        worker.once('error', (fault: Error & { code?: string }) => {
          clearTimeout(timer);
          if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ fault: 'fileTooLarge' });
          else reject(fault);
        });
      }),
  );
}
