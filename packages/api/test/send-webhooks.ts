import 'reflect-metadata';
import { addressOf } from '../src/db/migrate.ts';
import { connect } from '../src/db/orm.ts';
import { startJobs } from '../src/jobs/start-jobs.ts';
import { makeLog } from '../src/log.ts';
import { startWebhooks } from '../src/webhooks/start-webhooks.ts';

// A process that does jobs and sends webhooks of a database, whose address it is given, as its owner, until it is killed. It looks
// for jobs of processes that are gone every second, where the platform does so every minute.
const [, , ownerUrl = ''] = process.argv;
const log = makeLog('error');
const orm = await connect(addressOf(ownerUrl, 'lianxin_app').url, 10);
const jobsUrl = addressOf(ownerUrl, 'lianxin_jobs').url;
await startJobs(orm, jobsUrl, log, { patience: 1000 });
await startWebhooks(orm, jobsUrl, log, { toOwnMachine: true }, { patience: 1000 });
console.log('ready');
