import { ErrorResponse, OidcClient, type SigninResponse, WebStorageStateStore } from 'oidc-client-ts';
import { returnAddress } from './return-address.ts';

const origin = window.location.origin;
const SIGNED_OUT = 'lianxin.signed-out';
/** How long the sign-in server is waited for: at the edge of a network a request may hang for minutes. */
const PATIENCE_SECONDS = 10;

const client = new OidcClient({
  authority: `${origin}/oidc`,
  client_id: 'lianxin-web',
  redirect_uri: `${origin}/signed-in`,
  post_logout_redirect_uri: `${origin}/`,
  scope: 'openid',
  response_type: 'code',
  loadUserInfo: false,
  requestTimeoutInSeconds: PATIENCE_SECONDS,
  stateStore: new WebStorageStateStore({ store: sessionStorage }),
});

/**
 * `unknown` until the sign-in server was asked, `unreachable` where it could not be; `expired`: somebody was signed in, and
 * is no more.
 */
export type SessionState = 'unknown' | 'unreachable' | 'absent' | 'present' | 'expired';

// Tokens stay in memory: a script that reads the storage finds none. What survives a reload is the server's own cookie.
let tokens: { access: string; id: string | undefined } | null = null;
let state: SessionState = 'unknown';
let renewal: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState, response?: SigninResponse): void {
  state = next;
  tokens = response ? { access: response.access_token, id: response.id_token } : null;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`: whether somebody is signed in on this page. */
export const session = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: (): SessionState => state,
  token: (): string | null => tokens?.access ?? null,
};

/** Whether this tab was left by signing out, so that the next page must not sign in again by itself. */
export function hasSignedOut(): boolean {
  return sessionStorage.getItem(SIGNED_OUT) !== null;
}

/** Leaves for the sign-in form and comes back to `returnTo`. */
export async function signIn(returnTo: string): Promise<void> {
  sessionStorage.removeItem(SIGNED_OUT);
  const { url } = await client.createSigninRequest({ state: { returnTo } });
  window.location.assign(url);
}

/** Ends what `signIn` began: takes the token and says where to go on. Throws ErrorResponse when it was refused. */
export async function completeSignIn(): Promise<string> {
  const response = await client.processSigninResponse(window.location.href);
  become('present', response);
  return returnAddress(response.userState);
}

/**
 * Gets a token for whoever this browser is signed in as, once for all who ask meanwhile. False: for nobody.
 * The server answers with a redirect to an address of ours that carries the code, so no frame and no reload are needed.
 */
export function renew(): Promise<boolean> {
  renewal ??= ask().finally(() => {
    renewal = null;
  });
  return renewal;
}

async function ask(): Promise<boolean> {
  try {
    await client.clearStaleState();
    const { url } = await client.createSigninRequest({ prompt: 'none' });
    const signal = AbortSignal.timeout(PATIENCE_SECONDS * 1000);
    const { url: answer } = await fetch(url, { credentials: 'same-origin', signal });
    become('present', await client.processSigninResponse(answer));
    return true;
  } catch (error) {
    const refused = error instanceof ErrorResponse;
    if (state === 'unknown' || state === 'unreachable') become(refused ? 'absent' : 'unreachable');
    else if (refused) become('expired');
    return false;
  }
}

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  sessionStorage.setItem(SIGNED_OUT, '1');
  const hint = tokens?.id;
  const { url } = await client.createSignoutRequest(hint === undefined ? {} : { id_token_hint: hint });
  window.location.assign(url);
}
