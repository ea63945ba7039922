import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { requireBounded } from './bounded-parameters.ts';
import { requireKnownScopes } from './known-scopes.ts';
import { webClient } from './web-client.ts';

/**
 * What people are asked before a client gets its code. To sign in: also when the session's account is gone or was signed out
 * everywhere. And, but for the web page, which is ours, to let an application act for them: for what they have not let it do yet.
 */
export function askingPolicy(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('signed_out', 'the session was ended', 'login_required', (ctx) =>
        Boolean(ctx.oidc.session?.accountId && !ctx.oidc.account),
      ),
    );
  policy.get('login')?.checks.unshift(
    new interactionPolicy.Check('bounded', 'a parameter is too long, or a scope misspelt', (ctx) => {
      requireBounded(ctx);
      requireKnownScopes(ctx);
      return interactionPolicy.Check.NO_NEED_TO_PROMPT;
    }),
  );
  const consent = policy.get('consent');
  // Both stand in the one check below: all our applications are native ones to the provider, for the ports of loopback addresses.
  consent?.checks.remove('native_client_prompt');
  consent?.checks.remove('consent_prompt');
  consent?.checks.add(
    new interactionPolicy.Check(
      'asked_each_time',
      'the application cannot prove itself, or asked that the person be asked',
      'consent_required',
      (ctx) => isApplication(ctx) && !ctx.oidc.result?.consent && (provesNothing(ctx) || isAskedFor(ctx)),
    ),
  );
  return policy;
}

function isApplication({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.client?.clientId !== webClient;
}

/** Whoever names an application without a secret may be another: a person is asked each time (RFC 8252, 8.6). */
function provesNothing({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.client?.clientAuthMethod === 'none';
}

function isAskedFor({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.prompts.has('consent');
}
