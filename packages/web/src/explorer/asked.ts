import { type DocumentNode, getOperationAST, parse } from 'graphql';
import type { Operation } from './ask.ts';

/**
 * An operation of a document as it is sent. The name that the editor gives may be that of what stood there a moment ago: it is left out where the
 * document has no such operation.
 */
export function asked(
  query: string,
  operationName: string | null | undefined,
  variables: unknown,
): { operation: Operation; isSubscription: boolean } {
  const document = parsed(query);
  const named = document && operationName != null ? getOperationAST(document, operationName) : null;
  const found = named ?? (document && getOperationAST(document));
  return {
    operation: { query, variables, ...(named && { operationName }) },
    isSubscription: found?.operation === 'subscription',
  };
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
