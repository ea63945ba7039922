import type { ErrorCode } from '../errors.ts';

/** Why an export cannot be made, which trying again does not change: a code of errors, and the fields that lead to what is at fault. */
export class ExportFault extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly at: string | null,
  ) {
    super(`${code}${at === null ? '' : ` at ${at}`}`);
  }
}

/** The export is under way no more, or in other hands: it was cancelled, the consent to it ended, or another process began it anew. */
export class ExportOver extends Error {}
