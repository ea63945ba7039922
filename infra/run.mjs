import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. Everything runs from here, wherever it was called from. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

/** A step that went wrong, with the output of its tool. */
export class StepFailed extends Error {
  /** @param {string} message @param {number} exitCode */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @param {Error} cause */
export const exitCodeOf = (cause) => (cause instanceof StepFailed ? cause.exitCode : 1);

/** The process groups of the commands that run. @type {Set<number>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let stopping;
let lastForwarded = Number.NEGATIVE_INFINITY;

/** @param {NodeJS.Signals} signal */
function forward(signal) {
  // One wish to stop may come twice, from the terminal or a supervisor and from npm.
  if (signal === stopping && performance.now() - lastForwarded < 500) return;
  lastForwarded = performance.now();
  stopping = signal;
  if (running.size === 0) process.exit(128 + constants.signals[signal]);
  for (const group of running) {
    try {
      process.kill(-group, signal);
    } catch {
      // It has just ended.
    }
  }
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, forward);
process.on('SIGHUP', () => forward('SIGTERM'));

/** npm may be killed and cannot tell us then: stop as if it had. */
export function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const family = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === family) return;
    clearInterval(timer);
    forward('SIGTERM');
  }, 500);
  timer.unref();
}

/** Our parent, and where that is the shell of npm's script, npm itself (it calls itself so) on Linux. */
function ancestors() {
  try {
    const parent = process.ppid;
    const grandparent = /^PPid:\s*([0-9]+)/m.exec(readFileSync(`/proc/${parent}/status`, 'utf8'))?.[1];
    const name = readFileSync(`/proc/${grandparent}/comm`, 'utf8');
    return name.startsWith('npm') ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${process.ppid}`;
  }
}

/**
 * Runs a command to its end and returns its exit code. It has a session of its own, so that Ctrl-C reaches it once,
 * through us; a shell with a pipe from us stops it when we are killed.
 * @param {string[]} command
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions }} options
 * @param {(chunk: Buffer) => void} [onOutput]
 * @returns {Promise<number>}
 */
export async function run([file = '', ...args], { env, cwd = root, stdio = 'inherit' }, onOutput) {
  if (stopping) throw new StepFailed('Stopped.', 128 + constants.signals[stopping]);
  const child = spawn(file, args, { cwd, env, stdio, detached: true });
  if (child.pid !== undefined) running.add(child.pid);
  if (onOutput) {
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
  }
  const guard = child.pid === undefined ? undefined : guardAgainstOurDeath(child.pid);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', (cause) => reject(new StepFailed(`${file} cannot be run: ${cause.message}`, 127)));
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
  } finally {
    if (child.pid !== undefined) running.delete(child.pid);
    guard?.kill('SIGKILL');
  }
}

/** @param {number} pid */
function guardAgainstOurDeath(pid) {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -s TERM -- "-$0"', String(pid)], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.once('error', () => {});
  guard.stdin.once('error', () => {});
  return guard;
}

/**
 * Runs a command quietly: a line on stderr says what is being done when it takes longer than a second, and its
 * output, which is returned, is shown only when it fails.
 * @param {string} what
 * @param {string[]} command
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string }} options
 */
export async function runQuietly(what, command, options) {
  /** @type {Buffer[]} */
  const output = [];
  const timer = setTimeout(() => console.error(`${what} …`), 1000);
  try {
    const code = await run(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }, (chunk) => output.push(chunk));
    const said = Buffer.concat(output).toString().trimEnd();
    if (code === 0) return said;
    throw new StepFailed(`${said}\n${what}: failed with exit code ${code} (${command.join(' ')})`, code);
  } finally {
    clearTimeout(timer);
  }
}
