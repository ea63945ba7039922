import type { Express, NextFunction, Request, Response } from 'express';
import type { Provider } from 'oidc-provider';
import type { Config } from '../config.ts';
import type { Orm } from '../db/orm.ts';
import { interactionRouter } from './interaction.ts';
import { LoginThrottle } from './login-throttle.ts';
import { submitScript, submitScriptPath } from './pages.ts';
import { makeProvider } from './provider.ts';
import { textOfGrant } from './refusal-texts.ts';
import { signingKeys } from './signing-keys.ts';
import { TooManyTokens } from './token-bound.ts';
import { originsOf } from './web-client.ts';

/**
 * Mounts all of sign-in at `/oidc`: the OpenID provider and, before it, what the sign-in page talks to. Headers such as
 * a content security policy have to be set before; nothing may parse request bodies before. `onFault` hears of faults,
 * which are answered without their details.
 */
export async function mountSignIn(
  app: Express,
  orm: Orm,
  config: Pick<Config, 'publicUrl'>,
  onFault: (fault: unknown) => void,
): Promise<Provider> {
  const provider = await makeProvider(orm, config);
  provider.on('server_error', (_ctx, fault) => onFault(fault));
  // What fails while an answer is on its way; the types of Provider leave this event of Koa out.
  const koa: NodeJS.EventEmitter = provider;
  koa.on('error', onFault);
  provider.on('grant.error', (ctx, fault) => {
    if (fault instanceof TooManyTokens) ctx.set('Retry-After', String(fault.retryAfter));
    const text = fault.error === 'invalid_grant' ? textOfGrant(fault.error_detail) : undefined;
    if (text) ctx.body = { error: fault.error, error_description: text.en, error_description_zh: text.zh };
  });
  const throttle = new LoginThrottle(orm, (await signingKeys(orm)).attempts);
  // We speak plain HTTP, so HTTPS means a proxy: on this machine or in its private network. It tells whose request it is.
  if (config.publicUrl.startsWith('https:')) app.set('trust proxy', ['loopback', 'linklocal', 'uniquelocal']);
  app.use('/oidc', atPublicAddress(config.publicUrl), withScriptSource);
  app.get(`/oidc${submitScriptPath}`, (_request, response) => void response.type('text/javascript').send(submitScript));
  app.use('/oidc', interactionRouter(provider, orm, throttle, onFault));
  app.use('/oidc', provider.callback());
  return provider;
}

/**
 * The provider makes its addresses from these headers, and takes from them whose request it is. What a client says in them does not count, nor
 * a proxy but of that.
 */
function atPublicAddress(publicUrl: string) {
  const origins = originsOf(publicUrl).map((origin) => new URL(origin));
  return (request: Request, _response: Response, next: NextFunction) => {
    const { host, protocol } = origins.find((origin) => origin.host === request.headers.host) ?? new URL(publicUrl);
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    request.headers['x-forwarded-for'] = request.ip;
    next();
  };
}

/** The provider lets its own inline scripts run by adding their hashes to `script-src`, and to nothing else. */
function withScriptSource(_request: Request, response: Response, next: NextFunction): void {
  const policy = response.get('content-security-policy');
  if (policy && !/(^|;)\s*script-src /.test(policy)) {
    response.set('content-security-policy', `${policy};script-src 'self'`);
  }
  next();
}
