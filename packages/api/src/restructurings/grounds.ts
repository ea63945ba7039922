import { oneLine } from '../schema/text.ts';

/** Why a restructuring is made, and the document that orders it, as its input gives them. */
export interface Grounds {
  reason?: string | null;
  documentNumber?: string | null;
}

/** Reads the grounds of an input. Errors: BAD_INPUT on input.reason or input.documentNumber. */
export function grounds({ reason, documentNumber }: Grounds): { reason: string | null; documentNumber: string | null } {
  return {
    reason: reason == null ? null : oneLine(reason, 'input.reason', 500),
    documentNumber: documentNumber == null ? null : oneLine(documentNumber, 'input.documentNumber', 60),
  };
}
