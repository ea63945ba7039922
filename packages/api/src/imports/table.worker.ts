import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { TableAnswer, TableJob, TableMessage } from './table.ts';
import { writeTable } from './write-table.ts';

/** Reads or writes one file in a thread of its own, whose time and memory are limited by whoever starts it. */
function answer(job: TableJob): TableAnswer {
  if ('write' in job) return { bytes: writeTable(job.write, job.format) };
  const isZip = job.read[0] === 0x50 && job.read[1] === 0x4b;
  // What Excel wrote before 2007 begins so.
  const isOld = job.read[0] === 0xd0 && job.read[1] === 0xcf;
  if (isOld) return { fault: 'fileUnreadable' };
  if (!isZip) return job.workbook ? { fault: 'fileNoWorkbook' } : readCsv(job.read, job.rows);
  try {
    return readWorkbook(job.read, job.rows);
  } catch {
    return { fault: 'fileNoWorkbook' };
  }
}

/** Rows of one message: whoever takes it cannot do anything else meanwhile. */
const rowsAtOnce = 1000;

function send(message: TableMessage): void {
  parentPort?.postMessage(message);
}

const answered = answer(workerData);
if ('table' in answered) {
  const { table } = answered;
  for (let start = 0; start === 0 || start < table.length; start += rowsAtOnce) {
    send({ table: table.slice(start, start + rowsAtOnce), isLast: start + rowsAtOnce >= table.length });
  }
} else send(answered);
