import { existsSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { lockFolder, packages } from './install.mjs';
import { withLock } from './lock.mjs';
import { root, run, runQuietly, StepFailed } from './run.mjs';
import { hashOf, isStamped, stamp } from './stamp.mjs';

/** @typedef {import('./install.mjs').Environment} Environment */
/** @typedef {{ name: string, commands: string[][], cwd?: string }} Check */

const web = join(root, 'packages/web');
const webStamp = join(web, 'dist/.stamp');

/**
 * Every task by its name; each returns its exit code.
 * @type {Record<string, (environment: Environment, args: string[]) => Promise<number>>}
 */
export const tasks = {
  start: async (environment, args) => {
    await buildWeb(environment, { isGenerated: false });
    return await runApi(environment, 'main.ts', args);
  },
  test: runChecks,
  token: (environment, args) => runApi(environment, 'signin/token.ts', args),
  operator: (environment, args) => runApi(environment, 'signin/operator.ts', args),
  developer: (environment, args) => runApi(environment, 'signin/developer.ts', args),
  sandbox: (environment, args) => runApi(environment, 'sandbox/sandbox.ts', args),
  administrator: (environment, args) => runApi(environment, 'signin/administrator.ts', args),
  audit: (environment, args) => runApi(environment, 'audit/audit.ts', args),
  reconcile: (environment, args) => runApi(environment, 'summaries/reconcile.ts', args),
  reseal: (environment, args) => runApi(environment, 'categories/reseal.ts', args),
  operations: (environment, args) => runApi(environment, 'stored-operations/operations.ts', args),
  jobs: (environment, args) => runApi(environment, 'jobs/jobs.ts', args),
  schema: async (environment, args) =>
    (await runApi(environment, 'emit-schema.ts', args)) ||
    (await runSource(environment, 'packages/schema/contract/write-changelog.ts', [])),
  release: (environment, args) => runSource(environment, 'packages/schema/contract/release.ts', args),
  package: packageSchema,
  register: (environment, args) => runApi(environment, 'register/bring-edition.ts', args),
  docs: (environment, args) => runApi(environment, 'write-docs.ts', args),
  kills: ({ env }) =>
    run(['vitest', 'run', 'packages/api/src/webhooks/killed.test.ts'], {
      env: { ...env, CHANGES: '10000', KILLS: '20' },
    }),
  properties: ({ env }) =>
    run(['vitest', 'run', '--maxWorkers=100%', 'property.test.ts', 'acting-through.test.ts'], {
      env: { ...env, PROPERTY_TIMES: '10' },
    }),
  bench: (environment, args) => runSource(environment, 'packages/bench/src/main.ts', args),
};

/**
 * Builds packages/schema and packs it as a tarball that others install. The last line tells where it lies.
 * @param {Environment} environment
 */
async function packageSchema({ env, pnpm }) {
  const schema = join(root, 'packages/schema');
  rmSync(join(schema, 'dist'), { recursive: true, force: true });
  await runQuietly('Building packages/schema', ['tsc', '-p', 'tsconfig.build.json'], { env, cwd: schema });
  return await run([...pnpm, '--dir', schema, 'pack', '--pack-destination', join(schema, 'dist')], { env });
}

/**
 * Runs a file of packages/api with this terminal's input and output.
 * @param {Environment} environment @param {string} file @param {string[]} args
 */
function runApi(environment, file, args) {
  return runSource(environment, join('packages/api/src', file), args);
}

/**
 * Runs a TypeScript file with this terminal's input and output.
 * @param {Environment} environment @param {string} file @param {string[]} args
 */
function runSource({ node, env }, file, args) {
  // tsx looks for a tsconfig in the working directory; the decorators of the API are set up in the API's own.
  const tsconfig = join(root, 'packages/api/tsconfig.json');
  const command = [node, '--import', 'tsx', file, ...args];
  return run(command, { env: { ...env, TSX_TSCONFIG_PATH: tsconfig } });
}

/** @param {Environment} environment */
const generate = ({ pnpm }) => [...pnpm, '--dir', web, 'run', 'generate'];

/**
 * Builds the web application unless it was built from the same files. Its types are generated first unless they are.
 * @param {Environment} environment @param {{ isGenerated: boolean }} options
 */
async function buildWeb(environment, { isGenerated }) {
  const inputs = () => hashOf(['packages/web', 'packages/schema', 'pnpm-lock.yaml', 'tsconfig.base.json']);
  if (isStamped(webStamp, inputs())) return;
  await withLock(lockFolder, async () => {
    const hash = inputs();
    if (isStamped(webStamp, hash)) return;
    const env = { ...environment.env, NODE_ENV: 'production' };
    if (!isGenerated) {
      await runQuietly('Generating the types of the web application', generate(environment), { env });
    }
    await runQuietly('Building the web application', ['vite', 'build'], { env: withBin(env), cwd: web });
    stamp(webStamp, hash);
  });
}

/** @param {NodeJS.ProcessEnv} env */
const withBin = (env) => ({ ...env, PATH: `${join(web, 'node_modules/.bin')}:${env.PATH}` });

/** @param {Environment} environment @returns {{ name: string, work: () => Promise<unknown> }[]} */
function checksBeforeTests(environment) {
  const { env } = environment;
  const typed = packages.filter((name) => existsSync(join(root, 'packages', name, 'tsconfig.json')));
  const sources = packages.map((name) => `packages/${name}/src`).filter((path) => existsSync(join(root, path)));
  return [
    { name: 'generate', work: () => runQuietly('generate', generate(environment), { env }) },
    ...typed.map((name) => ({
      name: `typecheck ${name}`,
      work: () => runQuietly(`typecheck ${name}`, ['tsc', '-p', `packages/${name}`], { env }),
    })),
    { name: 'biome', work: () => runQuietly('biome', ['biome', 'check'], { env }) },
    { name: 'depcruise', work: () => checkImports(sources, env) },
    { name: 'knip', work: () => runQuietly('knip', ['knip'], { env }) },
    { name: 'web build', work: () => buildWeb(environment, { isGenerated: true }) },
  ];
}

/**
 * dependency-cruiser is content when it cannot read TypeScript: it then finds no modules, and no fault in them.
 * @param {string[]} sources @param {NodeJS.ProcessEnv} env
 */
async function checkImports(sources, env) {
  const said = await runQuietly('depcruise', ['depcruise', ...sources], { env });
  if (/[( ]0 modules/.test(said) || said.includes('missing-tsc-transpiler')) {
    throw new StepFailed(`${said}\ndepcruise: it did not read the TypeScript sources, so it checked nothing`);
  }
}

/**
 * Runs every check, as many at once as there are cores, and begins none after one has failed; the tests come last and have the
 * last word.
 * @param {Environment} environment @param {string[]} args
 */
async function runChecks(environment, args) {
  const [generating, ...checks] = checksBeforeTests(environment);
  await runCheck(generating);
  const lanes = Array.from({ length: availableParallelism() }, async () => {
    for (let check = checks.shift(); check; check = checks.shift()) {
      await runCheck(check).catch((cause) => {
        checks.length = 0;
        throw cause;
      });
    }
  });
  const failed = (await Promise.allSettled(lanes)).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  // By itself vitest leaves one core free. Much of the time a test waits: for PostgreSQL, a page, a job.
  return await run(['vitest', 'run', '--maxWorkers=150%', ...args], { env: environment.env });
}

/** @param {ReturnType<typeof checksBeforeTests>[number]} check */
async function runCheck({ name, work }) {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  try {
    await work();
  } catch (cause) {
    console.log(`✗ ${name} ${seconds()}`);
    throw cause;
  }
  console.log(`✓ ${name} ${seconds()}`);
}
