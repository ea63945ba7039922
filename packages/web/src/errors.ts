import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

const failureCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'CONFLICT',
  'LIMIT_EXCEEDED',
  'UNAVAILABLE',
  'BAD_QUERY',
  'INTERNAL',
  'OFFLINE',
  'UNKNOWN',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * What went wrong, as the pages need it: `field` is the name of the form's field at fault, `item` which one of a list in
 * it, counted from 1, `message` the server's words.
 */
export interface Failure {
  code: FailureCode;
  field: string | null;
  /** The same in full, as a form names fields of a list in it: `['petitioners', 2, 'telephone']`. */
  path: readonly (string | number)[];
  item: number | null;
  message: string | null;
  /** Values that somebody else changed otherwise meanwhile, by the form's field; null where one may not see it. */
  conflicts: readonly { field: string; theirs: string | null }[];
}

function asCode(code: unknown): FailureCode {
  return failureCodes.find((known) => known === code) ?? 'UNKNOWN';
}

/** What a form finds wrong by itself, on one of its fields, in the reader's words. */
export class FieldProblem extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** The form field that a path of the contract names: "input.name" and "input.steps.3.open.name" are "name". */
export function fieldOf(path: unknown): string | null {
  if (typeof path !== 'string') return null;
  const field = path.replace(/^input\.(steps\.\d+\.\w+\.)?/, '').split('.')[0];
  return field === undefined || field === '' ? null : field;
}

/** The whole path below the input that a path of the contract names, items of lists by their index. */
export function pathOf(path: unknown): (string | number)[] {
  if (typeof path !== 'string') return [];
  const parts = path.replace(/^input\./, '').split('.');
  return parts.filter((part) => part !== '').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Which item of a field's list a path names, counted from 1: "input.codes.2" is the third of the codes. */
export function itemOf(path: unknown): number | null {
  const index = typeof path === 'string' ? /^input\.\w+\.(\d+)$/.exec(path)?.[1] : undefined;
  return index === undefined ? null : Number(index) + 1;
}

/** The values at odds that a refusal tells. */
function conflictsIn(told: unknown): Failure['conflicts'] {
  if (!Array.isArray(told)) return [];
  return told.flatMap((each: { field?: unknown; theirs?: unknown }) => {
    const field = fieldOf(each.field);
    return field === null ? [] : [{ field, theirs: each.theirs == null ? null : String(each.theirs) }];
  });
}

const nowhere = { field: null, path: [], item: null, message: null, conflicts: [] };

/** What answers without a GraphQL body mean: 413 is too large, 429 too often. */
const codes: Partial<Record<number, FailureCode>> = {
  401: 'UNAUTHENTICATED',
  413: 'LIMIT_EXCEEDED',
  429: 'LIMIT_EXCEEDED',
};

/** Reads any error that a request can end with. Never throws. */
export function readFailure(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    return {
      code: asCode(first?.extensions?.code),
      field: fieldOf(first?.extensions?.field),
      path: pathOf(first?.extensions?.field),
      item: itemOf(first?.extensions?.field),
      message: first?.message ?? null,
      conflicts: conflictsIn(first?.extensions?.conflicts),
    };
  }
  if (ServerError.is(error)) {
    const code = codes[error.statusCode] ?? 'UNAVAILABLE';
    return { ...nowhere, code };
  }
  if (error instanceof FieldProblem) {
    return { ...nowhere, code: 'BAD_INPUT', field: error.field, path: [error.field], message: error.message };
  }
  return { ...nowhere, code: error instanceof TypeError ? 'OFFLINE' : 'UNKNOWN' };
}
