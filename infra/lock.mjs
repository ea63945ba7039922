import { mkdir, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does a piece of work while no other process does one under the same lock; waits for its turn. The lock is a row of
 * numbered symbolic links whose targets say who holds it. The highest counts; taking over from a dead or finished
 * holder is making the next number, which only one process can. The highest is never deleted, so a slow process that
 * makes an old number again sees a higher one and gives way.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  await mkdir(folder, { recursive: true });
  const own = await takeTurn(folder);
  try {
    return await work();
  } finally {
    await makeLink(folder, own + 1, 'free');
    await rm(join(folder, String(own)), { force: true });
  }
}

/** @param {string} folder */
async function takeTurn(folder) {
  const self = `${process.pid} ${await processLife(process.pid)}`;
  for (let told = false; ; ) {
    const highest = Math.max(0, ...(await linkNumbers(folder)));
    const holder = await readlink(join(folder, String(highest))).catch(() => 'free');
    if (await isHeld(holder)) {
      if (!told) console.error(`Waiting for another Lianxin that is installing (pid ${holder.split(' ')[0]}) …`);
      told = true;
      await sleep(200);
      continue;
    }
    const own = highest + 1;
    if (!(await makeLink(folder, own, self))) continue;
    const numbers = await linkNumbers(folder);
    const isLast = Math.max(...numbers) === own;
    const over = isLast ? numbers.filter((number) => number < own) : [own];
    await Promise.all(over.map((number) => rm(join(folder, String(number)), { force: true })));
    if (isLast) return own;
  }
}

/** @param {string} folder */
async function linkNumbers(folder) {
  return (await readdir(folder)).filter((name) => /^[0-9]+$/.test(name)).map(Number);
}

/** @param {string} folder @param {number} number @param {string} target */
async function makeLink(folder, number, target) {
  try {
    await symlink(target, join(folder, String(number)));
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

/** @param {string} holder */
async function isHeld(holder) {
  const [pid = '', ...life] = holder.split(' ');
  return holder !== 'free' && (await processLife(Number(pid))) === life.join(' ');
}

/**
 * Tells one life of a process number from another; undefined when it is over. Without /proc only the number counts.
 * @param {number} pid
 */
async function processLife(pid) {
  if (process.platform !== 'linux') {
    try {
      process.kill(pid, 0);
      return 'alive';
    } catch {
      return undefined;
    }
  }
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets come the state and, 19 fields on, the start in ticks since boot.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${boot.trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}
