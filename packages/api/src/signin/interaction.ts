import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { errors, type Provider } from 'oidc-provider';
import { z } from 'zod';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import type { LoginThrottle } from './login-throttle.ts';
import { verifyPassword } from './password.ts';

const credentials = z.object({ account: z.string().min(1).max(200), password: z.string().min(1).max(1000) });

/** What the sign-in page is told; `retryAfter` is in seconds. */
type Answer =
  | { status: 200; body: { redirectTo: string } }
  | { status: 400; body: { code: 'BAD_INPUT' } }
  | { status: 401; body: { code: 'WRONG_CREDENTIALS' } }
  | { status: 410; body: { code: 'INTERACTION_EXPIRED' } }
  | { status: 429; body: { code: 'TOO_MANY_ATTEMPTS'; retryAfter: number } };

/**
 * Where the sign-in page sends name and password: `POST /interaction/:uid/login`, JSON of at most 4 kB.
 * The browser proves that the sign-in is its own by the interaction's cookie, whose path lies here; a browser that the
 * provider sends here is sent on to the page. `onFault` hears of faults, which are answered with 503.
 */
export function interactionRouter(
  provider: Provider,
  orm: Orm,
  throttle: LoginThrottle,
  onFault: (fault: unknown) => void,
): Router {
  const router = Router();
  router.get('/interaction/:uid', (request, response) => {
    response.redirect(303, `/sign-in/${encodeURIComponent(request.params.uid)}`);
  });
  router.post('/interaction/:uid/login', onlyJson, express.json({ limit: 4096 }), async (request, response) => {
    const { status, body } = await login(provider, orm, throttle, request, response);
    if ('retryAfter' in body) response.set('Retry-After', String(body.retryAfter));
    response.status(status).set('Cache-Control', 'no-store').json(body);
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

/** Another site's form cannot send JSON, and its script may not without being asked for by CORS. */
function onlyJson(request: Request, response: Response, next: NextFunction): void {
  if (request.is('application/json')) next();
  else response.status(415).json({ code: 'BAD_INPUT' });
}

async function login(
  provider: Provider,
  orm: Orm,
  throttle: LoginThrottle,
  request: Request,
  response: Response,
): Promise<Answer> {
  const input = credentials.safeParse(request.body);
  if (!input.success) return { status: 400, body: { code: 'BAD_INPUT' } };
  if (!(await isOwnInteraction(provider, request, response)))
    return { status: 410, body: { code: 'INTERACTION_EXPIRED' } };

  // The session begins before the password is read.
  const now = new Date();
  const name = input.data.account.trim().toLowerCase();
  const attempt = { account: name, address: request.ip ?? '' };
  const retryAfter = await throttle.count(attempt, now);
  if (retryAfter > 0) return { status: 429, body: { code: 'TOO_MANY_ATTEMPTS', retryAfter } };
  // A change of the password that is under way is waited for; one that comes later ends the session that begins here.
  const account = await atDesk(orm, { role: 'app_signin' }, now, 'write', ({ db }) =>
    db.selectFrom('account').select(['id', 'password_hash']).where('name', '=', name).forShare().executeTakeFirst(),
  );
  const fits = await verifyPassword(input.data.password, account?.password_hash);
  if (!account || !fits) return { status: 401, body: { code: 'WRONG_CREDENTIALS' } };
  await throttle.forgive(attempt, now);

  const result = { login: { accountId: account.id, ts: now.getTime() / 1000 } };
  const returnTo = await provider.interactionResult(request, response, result, { mergeWithLastSubmission: false });
  return { status: 200, body: { redirectTo: new URL(returnTo).pathname } };
}

async function isOwnInteraction(provider: Provider, request: Request, response: Response): Promise<boolean> {
  try {
    const { uid } = await provider.interactionDetails(request, response);
    return uid === request.params.uid;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return false;
    throw error;
  }
}
