import { errors, type KoaContextWithOIDC } from 'oidc-provider';

/** Characters of a parameter of an authorization request; what is asked is kept until it is answered. */
const most = 1000;
/** Of those that are longer by their nature. */
const mostOf: Readonly<Record<string, number>> = { scope: 4000, id_token_hint: 4000 };

/** Throws invalid_request, which names the parameter, where one of a request is too long to be kept. */
export function requireBounded({ oidc }: Pick<KoaContextWithOIDC, 'oidc'>): void {
  for (const [name, value] of Object.entries(oidc.params ?? {})) {
    const bound = mostOf[name] ?? most;
    if (typeof value === 'string' && value.length > bound) {
      throw new errors.InvalidRequest(`${name} has more than ${bound} characters`);
    }
  }
}
