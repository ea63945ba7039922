import type { Permission } from './access/permissions.ts';
import type { LimitName } from './cost/limits.ts';
import { type Messages, messages } from './messages.ts';

/** The codes that `extensions.code` can have, each with what it tells a client. The list is part of the contract. */
export const errorCodes = {
  UNAUTHENTICATED: 'Nobody is signed in, or the token has ended.',
  FORBIDDEN:
    'The viewer lacks a permission that this takes; extensions.scopes names what is missing (access.md), where it is a permission, and extensions.missing where an application lacks it.',
  NOT_FOUND: 'There is no such thing, or it is not open to the viewer; the two cannot be told apart.',
  BAD_INPUT: 'A value is wrong; extensions.field names it.',
  CONFLICT: 'The change does not fit what is stored, or somebody else changed it meanwhile.',
  LIMIT_EXCEEDED:
    'More is asked for than may be; of an operation or a caller, extensions.limit names the limit (limits.md).',
  UNAVAILABLE: 'The platform cannot answer at the moment; trying again later may help.',
  BAD_QUERY: 'The document does not parse or does not fit the schema, or the request is none that its address takes.',
  PERSISTED_QUERY_NOT_FOUND: 'No operation of the hash that was sent is stored; the document has to be sent as well.',
  INTERNAL: 'A fault of the platform; it has been logged under extensions.reference.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A value that somebody else changed meanwhile, otherwise than the caller would. */
interface ConflictOfValues {
  /** The place in the input, such as `input.name`. */
  field: string;
  yours: string | number | null;
  /** What it is now, as the caller may see it. */
  theirs: string | number | null;
}

/** Where an input is at fault, such as `input.name`, and what the message tells beside its text. */
export interface RefusalDetail {
  field?: string;
  conflicts?: readonly ConflictOfValues[];
  values?: Record<string, string | number>;
  /** The permissions that are missing, by whose names applications ask for scopes; only with FORBIDDEN. */
  scopes?: readonly Permission[];
  /** In which town they are missing, where it is one; it is not told, but where an application lacks them is. */
  town?: number;
  /** Which limit was met. */
  limit?: LimitName;
  /** What the answer would call the fields that lead to the part of the operation that is too much. */
  part?: readonly string[];
  /** The points that the operation may cost. */
  asked?: number;
  /** Of these, the points that this part may cost. */
  partAsked?: number;
  /** After how many seconds it can be asked for again. */
  retryAfter?: number;
}

/** A refusal with a stable code and a message for people, put into their language when it is answered. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly messageKey: keyof Messages,
    readonly detail: RefusalDetail = {},
  ) {
    super(messages.en[messageKey]);
    this.name = 'Refusal';
  }
}

/** Nothing there, or nothing for this viewer: always the same answer, whatever was asked for. */
export function notFound(field?: string): Refusal {
  return new Refusal('NOT_FOUND', 'notFound', field ? { field } : {});
}

/** A wrong value in an input. `field` is its path, such as `input.name`. */
export function badInput(field: string, messageKey: keyof Messages, values?: Record<string, string | number>): Refusal {
  return new Refusal('BAD_INPUT', messageKey, values ? { field, values } : { field });
}

/** A change that does not fit what is stored. */
export function conflict(
  messageKey: keyof Messages,
  field?: string,
  values?: Record<string, string | number>,
): Refusal {
  return new Refusal('CONFLICT', messageKey, { ...(field ? { field } : {}), ...(values ? { values } : {}) });
}

/**
 * What takes permissions that are missing; none of what is for people only, or for applications. `field` is the input that takes them, `town` where
 * they are missing, where it is one town.
 */
export function forbidden(missing: readonly Permission[], where: { field?: string; town?: number } = {}): Refusal {
  if (missing.length === 0) return new Refusal('FORBIDDEN', 'forbidden', where);
  const values = { missing: missing.join(', ') };
  return new Refusal('FORBIDDEN', 'forbiddenWithout', { ...where, scopes: missing, values });
}
