import { type DocumentNode, GraphQLError, type GraphQLFormattedError, parse } from 'graphql';
import { ofDocument, parseOptions } from '../cost/check-document.ts';
import { type ErrorCode, Refusal, type RefusalDetail } from '../errors.ts';
import type { Messages } from '../messages.ts';

/** A document, or what is wrong with it. */
export function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, parseOptions);
  } catch (fault) {
    return ofDocument(fault instanceof GraphQLError ? fault : new GraphQLError(String(fault)));
  }
}

/** Why a subscription is refused, as execution has it. */
export function refusal(code: ErrorCode, messageKey: keyof Messages, detail: RefusalDetail = {}): GraphQLError {
  const originalError = new Refusal(code, messageKey, detail);
  return new GraphQLError(originalError.message, { originalError });
}

/** An error as it is answered. */
export function inAnswer({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { ...(path && { path }), ...(extensions && { extensions }) });
}

/** An error of the document, of a limit or of access; whatever else is thrown is a fault of the platform. */
export function asError(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  throw thrown;
}
