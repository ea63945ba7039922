/** What the pages are told before one is signed in to the platform’s own; `retryAfter` is in seconds. */
export type Answer =
  | { status: 200; body: { redirectTo: string } | WhoAsks }
  | { status: 400; body: { code: 'BAD_INPUT' } }
  | { status: 401; body: { code: 'WRONG_CREDENTIALS' } }
  | { status: 409; body: { code: 'CONFLICT' } }
  | { status: 410; body: { code: 'INTERACTION_EXPIRED' } }
  | { status: 429; body: { code: 'TOO_MANY_ATTEMPTS'; retryAfter: number } };

/** Which application a person is asked for; null for the platform’s own page. Scopes by their names in the schema. */
export interface WhoAsks {
  application: {
    clientId: string;
    /** Which is said with the decision. */
    version: number;
    name: string;
    description: string;
    homepage: string | null;
    registeredBy: string;
    /** The name with which they sign in. */
    registeredByAccount: string;
    /** The host that the browser goes back to. */
    returnsTo: string;
  } | null;
  /** What it asks to do for whoever is signed in; null before somebody is. */
  consent: { account: { name: string; displayName: string }; scopes: string[]; given: string[] } | null;
}
