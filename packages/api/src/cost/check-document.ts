import { type DocumentNode, type GraphQLError, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import { Refusal } from '../errors.ts';
import { beyondLimit } from './document-limits.ts';
import { limits } from './limits.ts';

/** How a document is read: one of more tokens is refused before it is. */
export const parseOptions = { maxTokens: limits.tokens.most };

/** Faults of a document that are told: each looks for what may have been meant, which takes a millisecond. */
const maxErrors = 5;

const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();

/**
 * What is wrong with a document: the limit that it goes beyond, or what does not fit the schema. The limits come first, since
 * validating what is beyond them takes long. It is found out once, as long as the document is kept.
 */
export function faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const faults = known.get(document) ?? check(schema, document);
  known.set(document, faults);
  return faults;
}

function check(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const beyond = beyondLimit(document);
  return beyond ? [beyond] : validate(schema, document, specifiedRules, { maxErrors }).map(ofDocument);
}

/** A fault of the document, marked as one as Apollo does. */
export function ofDocument(fault: GraphQLError): GraphQLError {
  if (!(fault.originalError instanceof Refusal)) fault.extensions.code = 'GRAPHQL_VALIDATION_FAILED';
  return fault;
}
