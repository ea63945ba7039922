import { jsonAnswer, NotAnswered } from './json-answer.ts';
import { type AnsweredError, NoToken } from './lianxin-error.ts';
import type { Token } from './token.ts';

/** What an operation cost, in points (docs/limits.md). */
export interface Cost {
  asked: number;
  used: number;
  left: number;
  capacity: number;
  restoresPerSecond: number;
}

/** What the platform answers. */
export interface Answer<Data> {
  data: Data | null;
  /** Empty where there is none. */
  errors: readonly AnsweredError[];
  extensions: { cost?: Cost };
}

/** Where operations are sent, and how often again. */
export interface Sending {
  url: string;
  token: Token;
  language: 'zh' | 'en';
  /** How long to wait for points or a token at the most, all waits of one operation together, in seconds. */
  patience: number;
  /** Whether the hash of a document is sent instead of it. */
  byHash: boolean;
}

/** Waits in seconds before an operation is sent again that had no answer. */
const backOff = [0.5, 1, 2, 4, 8];

/**
 * Sends an operation until it is answered. It is sent again with another token where that was refused; after the wait that the platform names
 * where there are no points left, or it has given tokens enough; and, if that is safe, after longer and longer waits where no answer came or the platform was away. Rejects
 * where none of that helps.
 */
export async function send<Data>(
  sending: Sending,
  operation: { query: string; variables: unknown },
  isSafe: boolean,
): Promise<Answer<Data>> {
  let { patience } = sending;
  let tokens = 0;
  let body: object = sending.byHash ? await hashed(operation) : operation;
  for (let attempt = 0; ; ) {
    const outcome = await sendOnce<Data>(sending, body).catch((fault: unknown) => ({ fault }));
    if ('refusedToken' in outcome && tokens++ === 0) {
      await sending.token.forget(outcome.refusedToken);
      continue;
    }
    if (isUnknownHash(outcome)) {
      body = operation;
      continue;
    }
    const named = waitNamed(outcome);
    const wait = named ?? (isAway(outcome) && isSafe ? jittered(backOff[attempt++]) : undefined);
    if (wait === undefined || (named ?? 0) > patience) {
      if ('fault' in outcome) throw outcome.fault;
      return outcome;
    }
    patience -= named ?? 0;
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

/** An answer, with the token where that was refused. */
type Sent<Data> = Answer<Data> & { refusedToken?: string };
type Outcome<Data> = Sent<Data> | { fault: unknown };

function isUnknownHash(outcome: Outcome<unknown>): boolean {
  return (
    'errors' in outcome && outcome.errors.some(({ extensions }) => extensions.code === 'PERSISTED_QUERY_NOT_FOUND')
  );
}

/** An operation by the hash that it is stored by. */
async function hashed({ query, variables }: { query: string; variables: unknown }): Promise<object> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query)));
  const sha256Hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}

/** Whether the platform, or the way to it, is away: what was asked may have been done. */
function isAway(outcome: Outcome<unknown>): boolean {
  if ('fault' in outcome) return outcome.fault instanceof TypeError || outcome.fault instanceof NotAnswered;
  return outcome.data === null && outcome.errors.some(({ extensions }) => extensions.code === 'UNAVAILABLE');
}

/** The wait that the platform names, in seconds: nothing was done, for want of points or of a token. */
function waitNamed(outcome: Outcome<unknown>): number | undefined {
  if ('fault' in outcome) return outcome.fault instanceof NoToken ? outcome.fault.retryAfter : undefined;
  return outcome.errors.find(({ extensions }) => extensions.limit === 'budget')?.extensions.retryAfter;
}

/** Many who were cut off at once do not come back at once. */
function jittered(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * (0.5 + Math.random());
}

async function sendOnce<Data>({ url, token, language }: Sending, body: object): Promise<Sent<Data>> {
  const sentWith = await token.get();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      authorization: `Bearer ${sentWith}`,
    },
    body: JSON.stringify(body),
  });
  const { data = null, errors = [], extensions = {} } = await jsonAnswer<Partial<Answer<Data>>>(response);
  return { data, errors, extensions, ...(response.status === 401 && { refusedToken: sentWith }) };
}
