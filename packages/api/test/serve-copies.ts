import 'reflect-metadata';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf } from '../src/db/migrate.ts';
import { connect } from '../src/db/orm.ts';
import { startExports } from '../src/exports/start-exports.ts';
import { freePort } from '../src/free-port.ts';
import { startJobs } from '../src/jobs/start-jobs.ts';
import { makeLog } from '../src/log.ts';
import { serve } from '../src/server.ts';
import { startWebhooks } from '../src/webhooks/start-webhooks.ts';

// A process that serves any number of prepared databases, each as a platform of its own, until it is stopped: loading what a
// platform is made of takes most of its start. POST /start with the address of a database, as its owner, answers the platform's;
// POST /stop with that ends it.
const log = makeLog('warn');
const platforms = new Map<string, () => Promise<void>>();

async function start(ownerUrl: string): Promise<string> {
  const orm = await connect(addressOf(ownerUrl, 'lianxin_app').url, 10);
  const jobsUrl = addressOf(ownerUrl, 'lianxin_jobs').url;
  const jobs = await startJobs(orm, jobsUrl, log);
  const webhooks = await startWebhooks(orm, jobsUrl, log, { toOwnMachine: true });
  const exports = await startExports(orm, jobsUrl, log);
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const running = await serve(orm, { host: '127.0.0.1', port, publicUrl }, log);
  platforms.set(publicUrl, async () => {
    await running.stop();
    await webhooks.stop();
    await exports.stop();
    await jobs.stop();
    await orm.close(true);
  });
  return publicUrl;
}

async function stop(url: string): Promise<string> {
  await platforms.get(url)?.();
  platforms.delete(url);
  return url;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

const control = createServer((request, response) => {
  textOf(request)
    .then(request.url === '/start' ? start : stop)
    .then(
      (url) => response.end(url),
      (fault: unknown) => {
        response.statusCode = 500;
        response.end(String(fault));
      },
    );
});
control.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(control.address() as AddressInfo).port}`));
process.stdin.resume().once('end', () => process.exit());
