import 'reflect-metadata';
import { createServer } from 'node:net';
import { importHolidays } from './calendars/import-holidays.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { EmbeddedServerError } from './db/embedded-error.ts';
import { startEmbeddedServer } from './db/embedded-server.ts';
import { migrate } from './db/migrate.ts';
import { connect } from './db/orm.ts';
import { makeDemo } from './demo/make-demo.ts';
import { startExports } from './exports/start-exports.ts';
import { prepareJobs } from './jobs/prepare-jobs.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { makeLog } from './log.ts';
import { watchProcess } from './process-faults.ts';
import { draftEdition } from './register/draft-edition.ts';
import { importRegister } from './register/import-register.ts';
import { RegisterError } from './register/register-rows.ts';
import { makeSandbox } from './sandbox/make-sandbox.ts';
import { serve } from './server.ts';
import { databaseAway, portInUse, StartError } from './start-error.ts';
import { startWebhooks } from './webhooks/start-webhooks.ts';

/** How long stopping may take, in milliseconds: requests, jobs and PostgreSQL have limits of their own before it. */
const longestStop = 60_000;

async function start(config: Config): Promise<void> {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = () => {
    stopping ??= (async () => {
      for (const stop of stops.splice(0).reverse()) await stop();
    })();
    return stopping;
  };
  const end = (code: number) => {
    setTimeout(() => fail(new StartError('It did not stop in time.')), longestStop).unref();
    void stopAll().then(
      () => process.exit(code),
      (fault: unknown) => fail(fault),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end(0));
  try {
    await requireFreePort(config);
    const ownerUrl = config.databaseUrl ?? (await embedded(config, stops));
    const { appUrl, jobsUrl } = await step('Migrating the database', () => migrate(ownerUrl));
    await step('Preparing the queue of jobs', () => prepareJobs(ownerUrl));
    const { edition } = await step('Importing the official register', () => importRegister(ownerUrl));
    await importHolidays(ownerUrl);
    const orm = await connect(appUrl, config.databasePool, config.personalKeys);
    stops.push(() => orm.close(true));
    await step('Drawing up what the register changed', () => draftEdition(orm, edition, new Date()));
    if (config.demo !== 'none') await makeDemo(orm, config.demo, progress);
    if (config.sandbox) await step('Making the sandbox', () => makeSandbox(orm, ownerUrl));
    const log = makeLog(config.logLevel);
    watchProcess(log, () => end(1));
    const jobs = await startJobs(orm, jobsUrl, log);
    stops.push(jobs.stop);
    const webhooks = await startWebhooks(orm, jobsUrl, log, { toOwnMachine: config.webhooksToOwnMachine });
    stops.push(webhooks.stop);
    const exports = await startExports(orm, jobsUrl, log);
    stops.push(exports.stop);
    const running = await serve(orm, config, log);
    stops.push(running.stop);
    console.log(`\nLianxin 连心 is running at ${config.publicUrl}  (API: ${config.publicUrl}/graphql)`);
    if (config.demo !== 'none') console.log('Stop it with Ctrl-C.');
  } catch (fault) {
    await stopAll().catch(() => {});
    throw portInUse(fault, config) ?? databaseAway(fault, config) ?? fault;
  }
}

async function embedded(config: Config, stops: (() => Promise<void>)[]): Promise<string> {
  const server = await startEmbeddedServer({ dataDir: config.dataDir, durable: true, progress });
  stops.push(server.stop);
  return server.ownerUrl;
}

function progress(message: string): void {
  console.log(message);
}

/** Says what is being done once it takes longer than a second. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => progress(`${name} …`), 1000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/** Finds out before anything is started whether the port can be had. */
async function requireFreePort({ host, port }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function fail(fault: unknown): void {
  const forPeople = [ConfigError, StartError, EmbeddedServerError, RegisterError].some((kind) => fault instanceof kind);
  console.error(forPeople && fault instanceof Error ? fault.message : fault);
  process.exit(1);
}

try {
  await start(readConfig());
} catch (fault) {
  fail(fault);
}
