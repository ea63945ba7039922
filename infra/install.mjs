import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, runQuietly, StepFailed } from './run.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

const pnpmVersion = '12.21.0';
const tools = join(root, '.tools');
const pnpmStamp = join(tools, 'pnpm.stamp');
const packagesStamp = join(root, 'node_modules/.installed.stamp');

/** The folders of packages. */
export const packages = readdirSync(join(root, 'packages')).filter((name) => existsSync(manifest(name)));

/** The lock of everything that installs or builds. */
export const lockFolder = join(tools, 'lock');

/** @param {string} name */
function manifest(name) {
  return join(root, 'packages', name, 'package.json');
}

/**
 * What commands run with.
 * @typedef {{ node: string, pnpm: string[], env: NodeJS.ProcessEnv }} Environment
 */

/**
 * Installs pnpm and the packages unless they are there as the lockfile says; needs no network when they are.
 * @returns {Promise<Environment>}
 */
export async function install() {
  if (!isInstalled()) {
    requireWritable();
    await withLock(lockFolder, async () => {
      if (!isStamped(pnpmStamp, hashOf([], pnpmVersion))) await installPnpm();
      if (!isInstalled()) await installPackages();
    });
  }
  const node = findNode();
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { node, pnpm: [node, pnpmFile], env: { ...process.env, PATH: path } };
}

const pnpmFile = join(tools, 'node_modules/pnpm/bin/pnpm.mjs');

function packagesHash() {
  const settings = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'patches'];
  return hashOf([...settings, ...packages.map((name) => `packages/${name}/package.json`)], pnpmVersion);
}

function isInstalled() {
  return (
    existsSync(pnpmFile) &&
    isStamped(pnpmStamp, hashOf([], pnpmVersion)) &&
    isStamped(packagesStamp, packagesHash()) &&
    packages.every((name) => existsSync(join(root, 'packages', name, 'node_modules')))
  );
}

function requireWritable() {
  try {
    for (const folder of [root, tools, lockFolder]) if (existsSync(folder)) accessSync(folder, constants.W_OK);
  } catch {
    throw new StepFailed(
      `Something has to be installed in ${root}, where this user may not write. Run it as its owner.`,
    );
  }
}

async function installPnpm() {
  // npm tells its scripts where it is; started without it, the one on the PATH will do.
  const npmFile = process.env.npm_execpath ?? '';
  const npm = npmFile.endsWith('npm-cli.js') ? [process.execPath, npmFile] : ['npm'];
  const options = ['--prefix', tools, '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  const command = [...npm, 'install', ...options, `pnpm@${pnpmVersion}`];
  await runQuietly(`Installing pnpm ${pnpmVersion}`, command, { env: setupEnvironment(), cwd: tools });
  stamp(pnpmStamp, hashOf([], pnpmVersion));
}

async function installPackages() {
  const hash = packagesHash();
  const command = [process.execPath, pnpmFile, 'install', '--frozen-lockfile'];
  await runQuietly('Installing the packages (a minute or two the first time)', command, { env: setupEnvironment() });
  stamp(packagesStamp, hash);
}

/** Our environment without what would change an installation: a caller's NODE_ENV, npm's own settings. */
function setupEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, CI: 'true' };
  const unwanted = /^(NODE_ENV|npm_config_(prefix|local_prefix|global_prefix|loglevel|omit|include|production|dev))$/i;
  for (const name of Object.keys(env)) if (unwanted.test(name)) delete env[name];
  if (hasWritableHome()) return env;
  // npm and pnpm keep what they download under the home directory; a user without one gets a place here.
  const home = join(tools, 'home');
  mkdirSync(home, { recursive: true });
  for (const name of Object.keys(env)) if (/^(npm_config_cache|PNPM_HOME|XDG_.*)$/i.test(name)) delete env[name];
  return { ...env, HOME: home };
}

function hasWritableHome() {
  try {
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Node 24: the one from the packages, or on a machine that has none of them the running one. */
function findNode() {
  const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node');
  if (existsSync(own)) return own;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  throw new StepFailed(
    `Lianxin needs Node 24 and brings it for Linux on x64 and arm64 only. Here (${process.platform} ${process.arch}) ` +
      `install Node 24 or newer and run this with it; this is Node ${process.versions.node}.`,
  );
}
