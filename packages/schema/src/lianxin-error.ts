/** Where an application lacks a permission; docs/errors.md says what each means. */
export type Lacking = 'REGISTRATION' | 'TOKEN' | 'CONSENT' | 'PERSON' | 'PEOPLE_ONLY';

/** An error of an answer, as the platform tells it. */
export interface AnsweredError {
  message: string;
  path?: readonly (string | number)[];
  extensions: {
    /** One of the codes of docs/errors.md, such as BAD_INPUT. */
    code: string;
    /** The place of the input at fault, such as `input.name`. */
    field?: string;
    /** With FORBIDDEN the permissions that are missing, such as `party:read`: scopes to ask for. */
    scopes?: readonly string[];
    /** Where each of them is missing to the application: in what it is registered with, its token, or the town's consent. */
    missing?: readonly { scope: string; in: readonly Lacking[] }[];
    /** The limit that was met, such as `budget`, and after how many seconds it can be tried again. */
    limit?: string;
    retryAfter?: number;
  } & Record<string, unknown>;
}

/** An answer that has errors. What of it is there all the same is in `data`. */
export class LianxinError extends Error {
  readonly errors: readonly AnsweredError[];
  readonly data: unknown;

  constructor(errors: readonly AnsweredError[], data: unknown) {
    super(errors.map(({ message }) => message).join(' '));
    this.name = 'LianxinError';
    this.errors = errors;
    this.data = data;
  }

  /** The code of the first error. */
  get code(): string | undefined {
    return this.errors[0]?.extensions.code;
  }

  /** The place of the input at fault of the first error, such as `input.name`. */
  get field(): string | undefined {
    return this.errors[0]?.extensions.field;
  }
}

/** The token endpoint gave no token: `code` is that of OAuth 2, such as invalid_client. */
export class NoToken extends Error {
  readonly code: string;
  /** After how many seconds to ask again, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(code: string, description?: string, retryAfter?: number) {
    super(description ? `${code}: ${description}` : code);
    this.name = 'NoToken';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
