import { z } from 'zod';
import { badInput } from '../errors.ts';
import type { Messages } from '../messages.ts';

/**
 * Characters that can be seen: none of control, format, half of a pair, line, or that Unicode lets a font leave out
 * (fillers, joiners, variation selectors), so that no two names look alike. U+2800 is an empty pattern of Braille.
 */
const visible =
  /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFD\u2800]*$/u;

/** How many characters a name has at most. */
export const longestName = 60;

/** Checks of lines by how long they may be; each takes as long to make as hundreds of lines to check. */
const lines = new Map<number, ReturnType<typeof makeLine>>();

const makeLine = (most: number) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1, { error: 'required' satisfies keyof Messages })
        .max(most, { error: 'tooLong' satisfies keyof Messages })
        .regex(visible, { error: 'controlCharacters' satisfies keyof Messages }),
    );

/**
 * Checks a text of one line, such as a name, and answers it trimmed and in Unicode's composed form.
 * Errors: BAD_INPUT on `field` where it is empty, longer than `most` characters or not one line.
 */
export function oneLine(value: string, field: string, most = longestName): string {
  const line = lines.get(most) ?? makeLine(most);
  lines.set(most, line);
  const result = line.safeParse(value);
  if (result.success) return result.data;
  throw badInput(field, result.error.issues[0]?.message as keyof Messages, { most });
}

/** How many characters an account of something has at most. */
const longestAccount = 2000;

/**
 * Checks a text of several lines, such as what was said at a visit, and answers it trimmed, in Unicode's composed form,
 * with plain line breaks. Errors: BAD_INPUT on `field` where it is empty, too long or holds characters that cannot be seen.
 */
export function paragraphs(value: string, field: string, most = longestAccount): string {
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
  if (text === '') throw badInput(field, 'required');
  if (text.length > most) throw badInput(field, 'tooLong', { most });
  if (!visible.test(text.replaceAll('\n', ''))) throw badInput(field, 'invisibleCharacters');
  return text;
}

/** A text with the full-width letters and digits of Chinese keyboards as plain ones: Ａ１ is the number A1. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => letter.normalize('NFKC'));
}
