import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Actor } from '../access/actor.ts';
import { type Lacked, type Lacking, lackedBy } from '../access/lacking.ts';
import { limits } from '../cost/limits.ts';
import { type ErrorCode, Refusal } from '../errors.ts';
import { type Language, type Messages, say } from '../messages.ts';

/** Who is answered. */
interface Asker {
  actor: Actor | undefined;
  language: Language;
}

/** Turns any error into the answer's form: a stable code, the field at fault, a message in the caller's language. */
export function formatError(error: unknown, formatted: GraphQLFormattedError, asker: Asker, log: Logger) {
  const { language } = asker;
  const cause = causeOf(error);
  if (cause instanceof Refusal) {
    const { values, town, ...more } = cause.detail;
    const missing = more.scopes && asker.actor && lackedBy(asker.actor, more.scopes, town);
    if (missing) return answer(formatted, cause.code, sayLacked(language, missing), { ...more, missing });
    return answer(formatted, cause.code, say(language, cause.messageKey, values), more);
  }
  const query = error instanceof GraphQLError ? queryMistake(error, formatted, language) : undefined;
  if (query) return query;
  const [code, key] = databaseRefusal(cause) ?? ['INTERNAL', 'internal'];
  const reference = randomUUID();
  // The process stops, and whoever asked has left or is told to try again: nothing is at fault.
  if (isClosed(cause)) log.info({ reference, path: formatted.path }, 'A request was given up');
  else log.error({ err: cause, reference, path: formatted.path }, 'A request failed');
  return answer(formatted, code, say(language, key, { reference }), { reference });
}

const lackingWords: Record<Lacking, keyof Messages> = {
  REGISTRATION: 'lackedByRegistration',
  TOKEN: 'lackedByToken',
  CONSENT: 'lackedByConsent',
  PERSON: 'lackedByPerson',
  PEOPLE_ONLY: 'lackedByApplications',
};

/** What an application lacks, and where, in words. */
function sayLacked(language: Language, missing: readonly Lacked[]): string {
  const listed = (texts: readonly string[]) => texts.join(say(language, 'listSeparator'));
  const told = missing.map(({ scope, in: places }) => {
    const where = listed(places.map((place) => say(language, lackingWords[place])));
    return say(language, 'lackedScope', { scope, where });
  });
  return say(language, 'forbiddenToApplication', { missing: listed(told) });
}

/** What a resolver threw, or a validation rule of ours. */
function causeOf(error: unknown): unknown {
  const refused = error instanceof GraphQLError && error.originalError instanceof Refusal;
  return refused ? error.originalError : unwrapResolverError(error);
}

function answer(
  formatted: GraphQLFormattedError,
  code: ErrorCode,
  message: string,
  more: Record<string, unknown>,
): GraphQLFormattedError {
  const { locations, path } = formatted;
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code, ...more } };
}

/** Mistakes in the document or its variables, which graphql-js finds before any resolver runs. */
function queryMistake(error: GraphQLError, formatted: GraphQLFormattedError, language: Language) {
  if (error.originalError && !(error.originalError instanceof GraphQLError)) return undefined;
  // An error with a path came out of a resolver; without one, and with no cause, it is graphql-js's own.
  if (error.path) return undefined;
  const ofVariables = /^(Variable|Too many errors processing variables)/.test(formatted.message);
  const given = ofVariables ? 'BAD_USER_INPUT' : formatted.extensions?.code;
  if (/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(formatted.message)) {
    const { most } = limits.tokens;
    return answer(formatted, 'LIMIT_EXCEEDED', say(language, 'tooManyTokens', { most }), { limit: 'tokens' });
  }
  if (given === 'PERSISTED_QUERY_NOT_FOUND') return answer(formatted, given, say(language, 'notStored'), {});
  if (given === 'BAD_USER_INPUT' || given === undefined) {
    return answer(formatted, 'BAD_INPUT', formatted.message, fieldOfVariable(formatted.message));
  }
  return answer(formatted, 'BAD_QUERY', say(language, 'badQuery', { reason: formatted.message }), {});
}

/** graphql-js names the place of a wrong variable only in its message: `… at "input.from"; …`. */
function fieldOfVariable(message: string): { field?: string } {
  const place = /at "([^"]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1];
  const missing = /Field "(\w+)" of required type/.exec(message)?.[1];
  const field = [place, missing].filter(Boolean).join('.');
  return field ? { field } : {};
}

/** Errors of PostgreSQL by SQLSTATE, and of the connection to it. */
function databaseRefusal(cause: unknown): [ErrorCode, keyof Messages] | undefined {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('23')) return ['CONFLICT', 'conflictingData'];
  const lost =
    cause instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(cause.message);
  // 40: serialization, deadlock; 55P03: a lock that was not given; 57014: a statement that took too long.
  const away = /^(08|40|53|57P|57014|55P03|E(CONN|PIPE|TIMEDOUT|HOST))/.test(code);
  return away || lost || isClosed(cause) ? ['UNAVAILABLE', 'unavailable'] : undefined;
}

/** Whether this process has closed its connections, as it does when it stops. */
function isClosed(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /^(driver has already been destroyed|Cannot use a pool after calling end)/.test(cause.message)
  );
}
