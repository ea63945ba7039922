import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

const notInputs = new Set(['node_modules', 'dist', 'generated']);

/**
 * A hash of the names and contents of files and folders (paths from the root; missing ones count as missing), of
 * this machine's kind, and of anything else that matters.
 * @param {string[]} paths
 * @param {string[]} others
 */
export function hashOf(paths, ...others) {
  const hash = createHash('sha256');
  for (const other of [process.platform, process.arch, ...others]) hash.update(`${other}\0`);
  for (const path of paths) addTo(hash, join(root, path));
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
  hash.update(`${relative(root, path)}\0`);
  if (!existsSync(path)) return;
  try {
    hash.update(readFileSync(path));
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EISDIR')) throw cause;
    const names = readdirSync(path).filter((name) => !notInputs.has(name));
    for (const name of names.sort()) addTo(hash, join(path, name));
  }
}

/** @param {string} file @param {string} hash */
export function isStamped(file, hash) {
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/** @param {string} file @param {string} hash */
export function stamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
