import type { ExecutionResult } from 'graphql';
import { createClient } from 'graphql-sse';
import { currentLanguage } from '../i18n/language.ts';
import type { TokenOf } from './asker.ts';

/** An operation, as GraphQL over HTTP takes it. */
export interface Operation {
  query: string;
  operationName?: string | null | undefined;
  variables?: unknown;
}

/** An answer, as it comes in JSON: of its errors what GraphQL writes of them. */
export type Answer = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** What an answer tells of its cost, in points; a preflight tells more. */
export interface Cost {
  asked: number;
  used: number;
  left: number;
  capacity: number;
  heaviest: readonly string[] | null;
  retryAfter: number | null;
}

/** What an answer tells of its cost; null where it tells nothing. */
export function costIn(answer: Answer | null): Cost | null {
  const cost = answer?.extensions?.cost;
  if (!isRecord(cost)) return null;
  const { asked, used, left, capacity, heaviest, retryAfter } = cost;
  if (!isNumber(asked) || !isNumber(used) || !isNumber(left) || !isNumber(capacity)) return null;
  return {
    ...{ asked, used, left, capacity },
    heaviest: Array.isArray(heaviest) ? heaviest.map(String) : null,
    retryAfter: isNumber(retryAfter) ? retryAfter : null,
  };
}

type Headers = Readonly<Record<string, string>>;

/** Sends a query or a mutation with a token, which is replaced once where it is refused. Rejects where there is no answer of the API. */
export async function ask(operation: Operation, tokenOf: TokenOf, more: Headers = {}): Promise<Answer> {
  const send = async (anew: boolean) =>
    fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(await headersOf(tokenOf, anew)), ...more },
      body: JSON.stringify(operation),
    });
  const first = await send(false);
  const response = first.status === 401 ? await send(true) : first;
  const answer: Answer = await response.json();
  return answer;
}

/** Listens to a subscription: its events as they come. */
export function listen(operation: Operation, tokenOf: TokenOf, more: Headers = {}): AsyncIterableIterator<Answer> {
  const client = createClient({
    url: '/graphql/stream',
    headers: async () => ({ ...(await headersOf(tokenOf, false)), ...more }),
    retryAttempts: 0,
  });
  const variables = isRecord(operation.variables) ? operation.variables : {};
  const { query, operationName } = operation;
  return client.iterate<Record<string, unknown>, Record<string, unknown>>({
    query,
    variables,
    ...(operationName != null && { operationName }),
  });
}

async function headersOf(tokenOf: TokenOf, anew: boolean): Promise<Record<string, string>> {
  const token = await tokenOf(anew);
  return { 'accept-language': currentLanguage(), ...(token !== null && { authorization: `Bearer ${token}` }) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
