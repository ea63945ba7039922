import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';

/**
 * Gives a function that makes one change, then reads again what is on the page. The same input sent again after a
 * failure carries the same idempotency key, so an answer that was lost on the way does not make the change twice.
 * `rereads: false` is for what no page shows yet.
 */
export function useChange<Data, Input extends { idempotencyKey?: string | null | undefined }>(
  document: TypedDocumentNode<Data, { input: Input }>,
  { rereads = true } = {},
): (input: Input) => Promise<Data> {
  const client = useApolloClient();
  const last = useRef({ input: '', key: '' });
  return async (input) => {
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: crypto.randomUUID() };
    const variables = { input: { ...input, idempotencyKey: last.current.key } };
    const { data } = await client.mutate({ mutation: document, variables });
    last.current = { input: '', key: '' };
    if (!data) throw new Error('The server answered without data');
    if (rereads) await client.refetchQueries({ include: 'active' });
    return data;
  };
}
