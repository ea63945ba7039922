import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const hasProc = process.platform === 'linux';
const run = promisify(execFile);

/**
 * Tells one life of a process number from another: two processes that had the same number at different times
 * differ in it. Undefined when no such process lives (one that ended and was not yet collected does not live).
 */
export async function processLife(pid: number): Promise<string | undefined> {
  return hasProc ? lifeFromProc(pid) : lifeFromPs(pid);
}

async function lifeFromProc(pid: number): Promise<string | undefined> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name in brackets may hold blanks; after it come the state and, 19 fields on, the start in ticks since boot.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot.trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

async function lifeFromPs(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await run('/bin/ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } });
    const [state = '', ...start] = stdout.trim().split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}

/** Whether the number is taken, be it only by a process that has ended and was not yet collected. */
export function isProcessNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/**
 * The processes of PostgreSQL that work in a data folder: its postmaster and, on Linux, also what a killed
 * postmaster leaves behind. PostgreSQL makes the data folder the working directory of each of them.
 */
export async function postgresProcessesIn(data: string): Promise<number[]> {
  if (hasProc) {
    const pids = (await readdir('/proc')).filter((name) => /^[0-9]+$/.test(name)).map(Number);
    const ours = await Promise.all(pids.map((pid) => worksIn(pid, data)));
    return pids.filter((_, index) => ours[index]);
  }
  const { stdout } = await run('/bin/ps', ['-axo', 'pid=,command='], { env: { LC_ALL: 'C' }, maxBuffer: 2 ** 26 });
  const postmasters = stdout.split('\n').filter((line) => line.includes(`postgres -D ${data} `));
  return postmasters.map((line) => Number.parseInt(line, 10));
}

async function worksIn(pid: number, data: string): Promise<boolean> {
  try {
    if ((await readFile(`/proc/${pid}/comm`, 'utf8')).trim() !== 'postgres') return false;
    return (await readlink(`/proc/${pid}/cwd`)) === data;
  } catch {
    return false;
  }
}
