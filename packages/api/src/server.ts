import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import { mountBoardPhotos } from './boards/serve-photos.ts';
import type { Config } from './config.ts';
import { Admission } from './cost/admission.ts';
import { Budgets } from './cost/budgets.ts';
import { changesOf } from './db/changes.ts';
import type { Orm } from './db/orm.ts';
import { mountExports } from './exports/serve-exports.ts';
import { mountGraphql } from './graphql.ts';
import { mountPages } from './pages.ts';
import { securityHeaders } from './security-headers.ts';
import { mountSignIn } from './signin/mount-sign-in.ts';
import { UnderWay } from './under-way.ts';

/**
 * How long an idle connection is kept, in milliseconds: longer than proxies keep theirs (60 seconds by default of most), so
 * that none sends a request down a connection that is being closed.
 */
const keepAlive = 75_000;

/** How long a stop waits for what is worked on for clients that have left, in milliseconds. */
const longestEnd = 10_000;

/** A platform that answers. */
export interface Running {
  url: string;
  provider: Provider;
  /**
   * Takes no more requests and waits for those under way, ten seconds at the most, and as long for what is worked on for
   * clients that have left. The database may be closed after it.
   */
  stop(): Promise<void>;
}

/**
 * Serves the API at /graphql, files of exports at /exports, sign-in at /oidc, the web at /, and /healthz and /readyz.
 * Rejects with the socket's error where the port cannot be used.
 */
export async function serve(
  orm: Orm,
  config: Pick<Config, 'host' | 'port' | 'publicUrl'> & Partial<Pick<Config, 'budgetTimes'>>,
  log: Logger,
  now = () => new Date(),
): Promise<Running> {
  const app = express();
  const http = createServer({ keepAliveTimeout: keepAlive }, app);
  app.disable('x-powered-by');
  app.use(securityHeaders(config.publicUrl));
  app.use(compression());
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const ready = await isReady(orm);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unavailable' });
  });
  const provider = await mountSignIn(app, orm, config, (fault) => log.error({ err: fault }, 'Sign-in failed'));
  const underWay = new UnderWay();
  app.use('/graphql', underWay.count);
  const budgets = new Budgets(orm);
  const admission = new Admission(budgets, config.budgetTimes ?? 1);
  const endGraphql = await mountGraphql(app, http, orm, log, { now, admission });
  const stop = async () => {
    await endGraphql();
    await underWay.end(longestEnd);
    await budgets.stop();
    // What has changed meanwhile is still to be told.
    await changesOf(orm).stop();
  };
  mountExports(app, orm, admission, now);
  mountBoardPhotos(app, orm, now);
  mountPages(app);
  app.use((fault: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(fault);
    const status = typeof fault === 'object' && fault !== null && 'status' in fault ? Number(fault.status) : 500;
    if (status >= 400 && status <= 499) return void response.status(status).json({ errors: [notServed] });
    log.error({ err: fault }, 'A request failed');
    response.status(503).json({ errors: [{ message: 'Unavailable', extensions: { code: 'UNAVAILABLE' } }] });
  });

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.port, config.host, resolve);
  });
  const { port } = http.address() as AddressInfo;
  return { url: `http://${config.host}:${port}`, provider, stop };
}

/** What is answered to a path or request that is at fault itself, such as a file that is not there any more. */
const notServed = { message: 'Not found', extensions: { code: 'NOT_FOUND' } };

async function isReady(orm: Orm): Promise<boolean> {
  try {
    await orm.em.fork().execute('select 1');
    return true;
  } catch {
    return false;
  }
}
