import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';

const origin = window.location.origin;
const SIGNED_OUT = 'lianxin.signed-out';

// Tokens stay in memory: a script that reads the storage finds none. What survives a reload is the server's own cookie.
const manager = new UserManager({
  authority: `${origin}/oidc`,
  client_id: 'lianxin-web',
  redirect_uri: `${origin}/signed-in`,
  silent_redirect_uri: `${origin}/signed-in`,
  post_logout_redirect_uri: `${origin}/`,
  scope: 'openid',
  response_type: 'code',
  automaticSilentRenew: false,
  loadUserInfo: false,
  monitorSession: false,
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: sessionStorage }),
});

export type SessionState = 'absent' | 'present' | 'expired';

let state: SessionState = 'absent';
let token: string | null = null;
let renewal: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState, nextToken: string | null): void {
  state = next;
  token = nextToken;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`: whether somebody is signed in on this page. */
export const session = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: (): SessionState => state,
  token: (): string | null => token,
};

/** Whether this tab was left by signing out, so that the next page must not sign in again by itself. */
export function hasSignedOut(): boolean {
  return sessionStorage.getItem(SIGNED_OUT) !== null;
}

/** Leaves for the sign-in server and comes back to `returnTo`. `silently`: only if it still knows this browser. */
export function signIn(returnTo: string, silently = false): Promise<void> {
  sessionStorage.removeItem(SIGNED_OUT);
  return manager.signinRedirect({ state: { returnTo }, ...(silently ? { prompt: 'none' } : {}) });
}

/** The page that a sign-in started from. Only a path of this site is believed. */
export function returnAddress(value: unknown): string {
  const wanted = typeof value === 'object' && value !== null && 'returnTo' in value ? value.returnTo : null;
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}

/** Ends the redirect of `signIn`: takes the token and says where to go on. Throws ErrorResponse when it was refused. */
export async function completeSignIn(): Promise<string> {
  const user = await manager.signinRedirectCallback();
  become('present', user.access_token);
  return returnAddress(user.state);
}

/** Ends `renew` inside its hidden frame. */
export function completeRenewal(): Promise<void> {
  return manager.signinSilentCallback();
}

/** Gets a new token through a hidden frame, once for all who ask meanwhile. False: nobody is signed in any more. */
export function renew(): Promise<boolean> {
  renewal ??= manager
    .signinSilent()
    .then((user) => {
      become('present', user?.access_token ?? null);
      return user !== null;
    })
    .catch(() => {
      become('expired', null);
      return false;
    })
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

/** Ends the session here and on the server. */
export async function signOut(): Promise<void> {
  sessionStorage.setItem(SIGNED_OUT, '1');
  await manager.signoutRedirect();
}
