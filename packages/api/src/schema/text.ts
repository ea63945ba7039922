import { badInput } from '../errors.ts';
import type { Messages } from '../messages.ts';

/**
 * Characters that can be seen: none of control, format, half of a pair, line, or that Unicode lets a font leave out
 * (fillers, joiners, variation selectors), so that no two names look alike. U+2800 is an empty pattern of Braille.
 */
const visible =
  /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFD\u2800]*$/u;

/** Emoji, also those that joiners and variation selectors make one of several, such as a family; no others than Unicode lists. */
const emoji = /\p{RGI_Emoji}/gv;

/** How many characters a name has at most. */
export const longestName = 60;

/**
 * Checks a text of one line, such as a name, and answers it trimmed and in Unicode's composed form.
 * Errors: BAD_INPUT on `field` where it is empty, longer than `most` characters or not one line.
 */
export function oneLine(value: string, field: string, most = longestName): string {
  return checked(value.normalize('NFC').trim(), field, most, 'controlCharacters');
}

/** How many characters an account of something has at most. */
const longestAccount = 2000;

/**
 * Checks a text of several lines, such as what was said at a visit, and answers it trimmed, in Unicode's composed form,
 * with plain line breaks. Errors: BAD_INPUT on `field` where it is empty, too long or holds characters that cannot be seen.
 */
export function paragraphs(value: string, field: string, most = longestAccount): string {
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
  return checked(text, field, most, 'invisibleCharacters', text.replaceAll('\n', ''));
}

function checked(text: string, field: string, most: number, unseen: keyof Messages, line = text): string {
  if (text === '') throw badInput(field, 'required');
  if (isLonger(text, most)) throw badInput(field, 'tooLong', { most });
  if (!visible.test(line) && !visible.test(line.replace(emoji, ''))) throw badInput(field, unseen);
  return text;
}

/**
 * Whether a text has more than so many characters, which are everywhere those of Unicode, as PostgreSQL counts them: 𠮷 and 🏠 are
 * one each, and a family that joiners make of three is five.
 */
function isLonger(text: string, most: number): boolean {
  // No text has more of them than of what JavaScript counts.
  return text.length > most && [...text].length > most;
}

/** A text with the full-width letters and digits of Chinese keyboards as plain ones: Ａ１ is the number A1. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => letter.normalize('NFKC'));
}
