import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { permissionNames } from '../access/permissions.ts';

/** Beside permissions: what every client may ask for, and what many libraries do by themselves. */
const known: ReadonlySet<string> = new Set(['openid', 'offline_access', ...permissionNames]);

/**
 * Refuses a request for names that are no scopes. The provider would leave them out, and whoever misspelt one would hear of it only where it is needed.
 * Throws invalid_scope, which names the first.
 */
export function requireKnownScopes({ oidc, query }: Pick<KoaContextWithOIDC, 'oidc' | 'query'>): void {
  // As it was sent: in the parameters the provider has left them out already.
  const asked: unknown = oidc.body?.scope ?? query.scope;
  const unknown = typeof asked === 'string' && asked.split(' ').find((name) => name !== '' && !known.has(name));
  if (unknown) throw new errors.InvalidScope('there is no such scope', unknown);
}
