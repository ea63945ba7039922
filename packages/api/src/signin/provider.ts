import { type Adapter, type Configuration, Provider } from 'oidc-provider';
import { permissionNames } from '../access/permissions.ts';
import { isSecretOf } from '../applications/secret.ts';
import type { Config } from '../config.ts';
import type { Orm } from '../db/orm.ts';
import { BegunAdapter } from './begun-adapter.ts';
import { clientAdapter } from './client-adapter.ts';
import { existingGrant } from './existing-grant.ts';
import { findAccount } from './find-account.ts';
import { GrantAdapter } from './grant-adapter.ts';
import { askingPolicy } from './interaction-policy.ts';
import { OidcAdapter } from './oidc-adapter.ts';
import { logoutSource, postLogoutSuccessSource, renderError } from './pages.ts';
import { type SigningKeys, signingKeys } from './signing-keys.ts';
import { TokenAdapter } from './token-adapter.ts';
import { originsOf, webClient } from './web-client.ts';

/** How long things live, in seconds. */
const life = {
  accessToken: 3600,
  /** From signing in, however busy: a working day. */
  session: 12 * 3600,
  /** The page for name and password. */
  interaction: 30 * 60,
  /** From when it was last used: a refresh token is for one use, and gives the next. */
  refreshToken: 30 * 24 * 3600,
};

/**
 * The OpenID provider of the platform, at `/oidc` of its public address.
 * Its keys are made on the first call for a database.
 */
export async function makeProvider(orm: Orm, config: Pick<Config, 'publicUrl'>): Promise<Provider> {
  const keys = await signingKeys(orm);
  const provider = new Provider(`${config.publicUrl}/oidc`, configuration(orm, config.publicUrl, keys));
  // Host and protocol come from the public address, which mountSignIn sets, and from nowhere else.
  provider.proxy = true;
  // The list is the library's own; an application is told in the query alone (signin/client-adapter.ts).
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc?.route === 'discovery') ctx.body = { ...Object(ctx.body), response_modes_supported: ['query'] };
  });
  // An application has up to two secrets, of which the hashes are kept (signin/client-adapter.ts).
  Object.assign(provider.Client.prototype, {
    compareClientSecret(this: { clientSecret?: string }, given: string): boolean {
      return isSecretOf(given, this.clientSecret?.split(' ') ?? []);
    },
  });
  return provider;
}

function configuration(orm: Orm, publicUrl: string, keys: SigningKeys): Configuration {
  const origins = originsOf(publicUrl);
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, secure: publicUrl.startsWith('https:') } as const;
  return {
    adapter: (model) => adapterOf(orm, model, keys.attempts),
    jwks: keys.jwks,
    clients: [
      {
        client_id: webClient,
        token_endpoint_auth_method: 'none',
        scope: 'openid',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        response_modes: ['query'],
        redirect_uris: origins.map((origin) => `${origin}/signed-in`),
        post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
        id_token_signed_response_alg: 'ES256',
      },
    ],
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    // Also those that no application has: whoever asks for one is refused, not left without.
    scopes: ['openid', ...permissionNames],
    claims: { openid: ['sub', 'name', 'preferred_username'] },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    // What an application may for a person outlives their visit to the platform's page, and never needs them there.
    expiresWithSession: async (_ctx, { clientId }) => clientId === webClient,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    cookies: {
      keys: keys.cookies,
      names: { session: 'lianxin_session', interaction: 'lianxin_interaction', resume: 'lianxin_resume' },
      // The session's cookie goes to the provider only; the others get the path of their own interaction.
      long: { ...cookie, path: '/oidc' },
      short: cookie,
    },
    // The processes of one platform share a clock closely enough.
    clockTolerance: 0,
    ttl: {
      AccessToken: life.accessToken,
      ClientCredentials: life.accessToken,
      AuthorizationCode: 60,
      IdToken: life.accessToken,
      Grant: life.session,
      Interaction: life.interaction,
      RefreshToken: life.refreshToken,
      Session: (_ctx, session) =>
        session.loginTs === undefined
          ? life.interaction
          : Math.max(1, Math.floor(session.loginTs + life.session - Date.now() / 1000)),
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      userinfo: { enabled: true },
    },
    interactions: {
      policy: askingPolicy(),
      url: (_ctx, interaction) => `/oidc/interaction/${interaction.uid}`,
    },
    clientBasedCORS: (_ctx, origin) => origins.includes(origin),
    findAccount: findAccount(orm),
    loadExistingGrant: existingGrant(orm),
    renderError,
  };
}

function adapterOf(orm: Orm, model: string, attempts: string): Adapter {
  switch (model) {
    case 'Client':
      return clientAdapter(orm);
    case 'Grant':
      return new GrantAdapter(orm, model);
    case 'Interaction':
    case 'Session':
      return new BegunAdapter(orm, model, attempts);
    case 'ClientCredentials':
    case 'AuthorizationCode':
    case 'RefreshToken':
      return new TokenAdapter(orm, model);
    default:
      return new OidcAdapter(orm, model);
  }
}
