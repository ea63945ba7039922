import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import type { Orm } from '../db/orm.ts';
import type { Answer } from './answer.ts';
import { letAct } from './let-act.ts';
import { logIn } from './log-in.ts';
import type { LoginThrottle } from './login-throttle.ts';
import { findOwnInteraction } from './own-interaction.ts';
import { whoAsks } from './who-asks.ts';

/**
 * What the pages before sign-in talk to: which application asks (`GET /interaction/:uid/details`), name and password
 * (`POST …/login`), and whether an application may act for a person (`POST …/consent`), JSON of at most 4 kB. The browser proves
 * that all of it is its own by the interaction's cookie, whose path lies here; a browser that the provider sends here is sent on
 * to the page. `onFault` hears of faults, which are answered with 503.
 */
export function interactionRouter(
  provider: Provider,
  orm: Orm,
  throttle: LoginThrottle,
  onFault: (fault: unknown) => void,
): Router {
  const router = Router();
  const readBody = [onlyJson, express.json({ limit: 4096 })];
  router.get('/interaction/:uid', async (request, response) => {
    const asked = await findOwnInteraction(provider, request, response);
    const page = asked?.prompt.name === 'consent' ? 'consent' : 'sign-in';
    response.redirect(303, `/${page}/${encodeURIComponent(request.params.uid)}`);
  });
  router.get('/interaction/:uid/details', async (request, response) => {
    tell(response, await whoAsks(provider, orm, request, response));
  });
  router.post('/interaction/:uid/login', readBody, async (request: Request<{ uid: string }>, response: Response) => {
    tell(response, await logIn(provider, orm, throttle, request, response));
  });
  router.post('/interaction/:uid/consent', readBody, async (request: Request<{ uid: string }>, response: Response) => {
    tell(response, await letAct(provider, orm, request, response));
  });
  router.use((fault: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(fault);
    const status = z.object({ status: z.int().min(400).max(499) }).safeParse(fault).data?.status;
    if (status !== undefined) return void response.status(status).json({ code: 'BAD_INPUT' });
    onFault(fault);
    response.status(503).json({ code: 'UNAVAILABLE' });
  });
  return router;
}

function tell(response: Response, { status, body }: Answer): void {
  if ('retryAfter' in body) response.set('Retry-After', String(body.retryAfter));
  response.status(status).set('Cache-Control', 'no-store').json(body);
}

/** Another site's form cannot send JSON, and its script may not without being asked for by CORS. */
function onlyJson(request: Request, response: Response, next: NextFunction): void {
  if (request.is('application/json')) next();
  else response.status(415).json({ code: 'BAD_INPUT' });
}
