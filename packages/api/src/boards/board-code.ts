import { randomInt } from 'node:crypto';

/** Digits that are not taken for one another when they are read off paper: neither 0, 1, i, l, o nor u. */
const digits = '23456789abcdefghjkmnpqrstvwxyz';

/** How many digits tell the town, and how many the board in it: 729 million of each. */
const length = 6;

/** A new code of a board, by which it is found without being asked for in every town: its town's number, then digits at random. */
export function newBoardCode(townId: number): string {
  const town = Array.from({ length }, (_, place) => Math.floor(townId / digits.length ** (length - 1 - place)));
  return [...town, ...Array.from({ length }, () => randomInt(digits.length))]
    .map((each) => digits[each % digits.length])
    .join('');
}

/** The town of a board's code, and the code as it was given out; undefined for what is none. */
export function readBoardCode(text: string): { townId: number; code: string } | undefined {
  const code = text.toLowerCase();
  const values = [...code].map((each) => digits.indexOf(each));
  if (values.length !== 2 * length || values.includes(-1)) return undefined;
  const townId = values.slice(0, length).reduce((number, value) => number * digits.length + value, 0);
  return { townId, code };
}
