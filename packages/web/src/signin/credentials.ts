export type SignInProblem =
  | { code: 'WRONG_CREDENTIALS' | 'INTERACTION_EXPIRED' | 'UNAVAILABLE' }
  | { code: 'TOO_MANY_ATTEMPTS'; retryAfter: number };

export type SignInAnswer = { redirectTo: string } | { problem: SignInProblem };

/** Reads the sign-in server's answer to an account and a password, whatever it is. */
export function readAnswer(status: number, body: unknown): SignInAnswer {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  if (status === 200 && typeof fields.redirectTo === 'string') return { redirectTo: fields.redirectTo };
  if (status === 401) return { problem: { code: 'WRONG_CREDENTIALS' } };
  if (status === 404 || status === 410) return { problem: { code: 'INTERACTION_EXPIRED' } };
  if (status === 429) {
    const wait = typeof fields.retryAfter === 'number' ? Math.max(1, Math.ceil(fields.retryAfter)) : 60;
    return { problem: { code: 'TOO_MANY_ATTEMPTS', retryAfter: wait } };
  }
  return { problem: { code: 'UNAVAILABLE' } };
}

/** Sends an account and a password to the interaction `uid` of the sign-in server. */
export async function sendCredentials(uid: string, account: string, password: string): Promise<SignInAnswer> {
  try {
    const response = await fetch(`/oidc/interaction/${encodeURIComponent(uid)}/login`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    return readAnswer(response.status, await response.json().catch(() => null));
  } catch {
    return { problem: { code: 'UNAVAILABLE' } };
  }
}
