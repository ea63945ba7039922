import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { webClient } from './web-client.ts';

interface Cookie {
  name: string;
  value: string;
  path: string;
  attributes: string;
}

const submitted = z.object({ redirectTo: z.string() });
const tokens = z.looseObject({ access_token: z.string(), id_token: z.string() });

/** What the token endpoint gives. */
export type Tokens = z.infer<typeof tokens>;

/** What the web page remembers between leaving for the provider and coming back. */
export interface Leaving {
  verifier: string;
  redirectUri: string;
}

/** A browser with the web page in it, as far as sign-in goes: cookies with their paths, and no redirects by itself. */
export class Browser {
  cookies: Cookie[] = [];
  /** Sent with every request, such as X-Forwarded-For. */
  headers: Record<string, string> = {};

  constructor(readonly url: string) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    // What the platform calls its public address is served here.
    const { pathname, search } = new URL(path, this.url);
    const url = new URL(pathname + search, this.url);
    const sent = this.cookies.filter((cookie) => url.pathname.startsWith(cookie.path));
    const cookie = sent.map(({ name, value }) => `${name}=${value}`).join('; ');
    const headers = { ...this.headers, cookie, ...Object.fromEntries(new Headers(init.headers)) };
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Goes to the provider for a code. Answers its redirection and what is needed to use the code. */
  async leave(extra: Record<string, string | undefined> = {}): Promise<{ response: Response; leaving: Leaving }> {
    const verifier = randomBytes(32).toString('base64url');
    const parameters = {
      client_id: webClient,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${this.url}/signed-in`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      state: 'state-of-the-page',
      ...extra,
    };
    const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await this.fetch(`/oidc/auth?${new URLSearchParams(given)}`);
    return { response, leaving: { verifier, redirectUri: parameters.redirect_uri } };
  }

  /** Goes as far as the page for name and password. Answers the interaction's id. */
  async toSignInPage(extra: Record<string, string | undefined> = {}): Promise<{ uid: string; leaving: Leaving }> {
    const { response, leaving } = await this.leave(extra);
    const page = await this.fetch(locationOf(response));
    const uid = /^\/sign-in\/([\w-]+)$/.exec(locationOf(page))?.[1];
    if (!uid) throw new Error(`Not sent to the sign-in page but to ${locationOf(page)}`);
    return { uid, leaving };
  }

  submit(uid: string, account: string, password: string): Promise<Response> {
    return this.post(`/oidc/interaction/${uid}/login`, { account, password });
  }

  /** Says whether the application that asks may act, which is shown as it was registered unless told. */
  decide(uid: string, allow: boolean, version = 1): Promise<Response> {
    return this.post(`/oidc/interaction/${uid}/consent`, { allow, version });
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Follows the provider's redirections until it sends the code to the page. */
  async codeAt(location: string): Promise<string> {
    const back = new URL(locationOf(await this.fetch(location)));
    const code = back.searchParams.get('code');
    if (!code) throw new Error(`No code: ${back}`);
    return code;
  }

  redeem(code: string, { verifier, redirectUri }: Leaving): Promise<Response> {
    return this.fetch('/oidc/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: webClient,
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      }),
    });
  }

  /** All of it. Answers what the token endpoint gives. */
  async signIn(account: string, password: string): Promise<Tokens> {
    const { code, leaving } = await this.enter(account, password);
    return tokensOf(await this.redeem(code, leaving));
  }

  /** As far as the code: the provider knows the browser from then on. */
  async enter(account: string, password: string): Promise<{ code: string; leaving: Leaving }> {
    const { uid, leaving } = await this.toSignInPage();
    const { redirectTo } = submitted.parse(await (await this.submit(uid, account, password)).json());
    return { code: await this.codeAt(redirectTo), leaving };
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
    this.cookies = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path);
    const value = pair.slice(name.length + 1);
    if (value) this.cookies.push({ name, value, path, attributes: attributes.join('; ') });
  }
}

/** Where a response sends the browser. */
export function locationOf(response: Response): string {
  const location = response.headers.get('location');
  if (location === null) throw new Error(`No redirection but ${response.status}`);
  return location;
}

/** The tokens in an answer of the token endpoint. */
export async function tokensOf(response: Response): Promise<Tokens> {
  return tokens.parse(await response.json());
}
