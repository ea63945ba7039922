import { jsonAnswer, NotAnswered } from './json-answer.ts';
import { NoToken } from './lianxin-error.ts';
import type { Scope } from './scopes.ts';

/** An application that acts for itself. */
export interface OwnCredentials {
  clientId: string;
  /** The secret, or what gives it. That is asked again when a secret is refused, so that another one can take over without a restart. */
  secret: string | (() => string | Promise<string>);
  /** What the token is for; the towns have to have consented to it as well. */
  scopes: readonly Scope[];
}

/** Somebody else sees to the token, as where an application acts for a person. It is asked again when one is refused. */
export interface GivenToken {
  token: () => string | Promise<string>;
}

/** How long before its end a token is replaced, in milliseconds. */
const early = 60_000;

/** The access token that is sent, which is asked for where there is none that holds. */
export class Token {
  readonly #url: string;
  readonly #credentials: OwnCredentials | GivenToken;
  #current: Promise<{ token: string; until: number }> | undefined;

  constructor(url: string, credentials: OwnCredentials | GivenToken) {
    this.#url = url;
    this.#credentials = credentials;
  }

  /** One that holds. Rejects with `NoToken` where there is none. */
  async get(): Promise<string> {
    const kept = this.#current;
    const current = await kept?.catch(() => undefined);
    if (current && Date.now() < current.until) return current.token;
    // Those who ask at once share one: only the first of them finds what they all had.
    if (!this.#current || this.#current === kept) this.#current = this.#ask();
    return (await this.#current).token;
  }

  /** Forgets one that was refused, unless another has taken its place. */
  async forget(refused: string): Promise<void> {
    const kept = this.#current;
    const current = await kept?.catch(() => undefined);
    if (current?.token === refused && this.#current === kept) this.#current = undefined;
  }

  async #ask(): Promise<{ token: string; until: number }> {
    if ('token' in this.#credentials) {
      return { token: await this.#credentials.token(), until: Number.POSITIVE_INFINITY };
    }
    const first = await this.#askWith(this.#credentials);
    if (first.error !== 'invalid_client' || typeof this.#credentials.secret === 'string') return granted(first);
    return granted(await this.#askWith(this.#credentials));
  }

  async #askWith({ clientId, secret, scopes }: OwnCredentials): Promise<Answer> {
    const given = typeof secret === 'string' ? secret : await secret();
    const response = await fetch(`${this.#url}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${given}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
    });
    if (response.status >= 500) throw new NotAnswered(`The token endpoint answers HTTP ${response.status}`);
    const wait = Number(response.headers.get('retry-after'));
    return { ...(await jsonAnswer<Answer>(response)), ...(wait > 0 && { wait }) };
  }
}

interface Answer {
  access_token?: string;
  /** In seconds. */
  expires_in?: number;
  error?: string;
  error_description?: string;
  /** After how many seconds to ask again. */
  wait?: number;
}

function granted({ access_token: token, expires_in: seconds = 0, error, error_description: why, wait }: Answer) {
  if (token === undefined) throw new NoToken(error ?? 'no_token', why, wait);
  return { token, until: Date.now() + Math.max(seconds * 1000 - early, 0) };
}
