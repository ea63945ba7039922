import { badInput } from '../errors.ts';

/** How many characters a document has at most that is kept. */
const longest = 20_000;

/** Errors: BAD_INPUT on `field` for a document that is too long to be kept, or has what PostgreSQL keeps in no text. */
export function requireKeepable(document: string, field: string): void {
  if (document.length > longest) throw badInput(field, 'tooLong', { most: longest });
  if (document.includes('\0')) throw badInput(field, 'invisibleCharacters');
}
