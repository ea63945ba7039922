import type { Permission } from '../generated/graphql.ts';
import { allScopes } from '../scopes/scope.ts';
import { readAnswer, type SignInAnswer } from './credentials.ts';

/** Which application somebody is asked for. */
export interface AskingApplication {
  clientId: string;
  /** Told with the decision, so that it is about what is shown. */
  version: number;
  name: string;
  description: string;
  homepage: string | null;
  registeredBy: string;
  /** The name with which they sign in. */
  registeredByAccount: string;
  /** The host that the browser goes back to. */
  returnsTo: string;
}

/** What the sign-in server says about what it asks; `application` is null where this page itself is what one signs in to. */
export interface WhoAsks {
  application: AskingApplication | null;
  /** As whom one is signed in, what the application asks for, and what of it is granted already; null before one is. */
  consent: {
    account: { name: string; displayName: string };
    scopes: readonly Permission[];
    given: readonly Permission[];
  } | null;
}

/** Which application it is that asks in the interaction `uid` of the sign-in server; null where that is over. Throws without a network. */
export async function whoAsks(uid: string): Promise<WhoAsks | null> {
  const response = await fetch(`/oidc/interaction/${encodeURIComponent(uid)}/details`, { credentials: 'same-origin' });
  return response.ok ? readWhoAsks(await response.json()) : null;
}

/** Reads what the sign-in server says, whatever it is; null where it makes no sense. */
export function readWhoAsks(body: unknown): WhoAsks | null {
  if (!isRecord(body)) return null;
  const { application, consent } = body;
  if (!isRecord(application) || !isRecord(consent)) {
    return { application: isRecord(application) ? applicationIn(application) : null, consent: null };
  }
  const account = isRecord(consent.account) ? consent.account : {};
  return {
    application: applicationIn(application),
    consent: {
      account: { name: text(account.name), displayName: text(account.displayName) },
      ...{ scopes: scopesIn(consent.scopes), given: scopesIn(consent.given) },
    },
  };
}

/** Tells the sign-in server whether the application may act, as it was shown; null where it says something else of itself by then. */
export async function sendDecision(uid: string, allow: boolean, version: number): Promise<SignInAnswer | null> {
  try {
    const response = await fetch(`/oidc/interaction/${encodeURIComponent(uid)}/consent`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ allow, version }),
    });
    if (response.status === 409) return null;
    return readAnswer(response.status, await response.json().catch(() => null));
  } catch {
    return { problem: { code: 'UNAVAILABLE' } };
  }
}

function applicationIn(said: Record<string, unknown>): AskingApplication {
  return {
    version: typeof said.version === 'number' ? said.version : 0,
    ...{ clientId: text(said.clientId), name: text(said.name), description: text(said.description) },
    homepage: typeof said.homepage === 'string' && said.homepage.startsWith('https://') ? said.homepage : null,
    ...{ registeredBy: text(said.registeredBy), registeredByAccount: text(said.registeredByAccount) },
    returnsTo: text(said.returnsTo),
  };
}

function scopesIn(names: unknown): readonly Permission[] {
  return Array.isArray(names) ? allScopes.filter((scope) => names.includes(scope)) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
