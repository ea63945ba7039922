import { kindWords, meaning, wordFor } from './columns.ts';

/** One name of a path, with the kind that tells it from a sibling of the same name. */
export interface Segment {
  name: string;
  kind: string | undefined;
}

/**
 * Reads a path of names from the town downwards, such as `汇东村/第1块区`. A backslash keeps the next character from having
 * a meaning; `汇东〔村〕` is the unit of that name and kind. An empty text is the town itself.
 */
export function readPath(text: string): Segment[] {
  const segments: Segment[] = [];
  let name = '';
  // Where the last bracket that was not escaped opens, and whether the segment ends with one that closes.
  let opens = -1;
  let closes = false;
  const end = () => {
    const kind = closes && opens >= 0 ? meaning(kindWords, name.slice(opens + 1, -1)) : undefined;
    const plain = (kind === undefined ? name : name.slice(0, opens)).normalize('NFC').trim();
    if (plain !== '') segments.push({ name: plain, kind });
    name = '';
    opens = -1;
    closes = false;
  };
  const characters = [...text.trim()];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    if (character === '/' || character === '／') {
      end();
      continue;
    }
    closes = character === '〕';
    if (character === '〔') opens = name.length;
    name += character === '\\' ? (characters[++at] ?? '') : character;
  }
  end();
  return segments;
}

/** Writes one name of a path, with its kind where it needs it. */
export function writeSegment(name: string, kind?: keyof typeof kindWords): string {
  const plain = name.replaceAll(/[\\/／〔〕]/g, '\\$&');
  return kind === undefined ? plain : `${plain}〔${wordFor(kindWords, kind)}〕`;
}

/** A key of a path by its names alone. */
export function pathKey(segments: readonly Pick<Segment, 'name'>[]): string {
  return JSON.stringify(segments.map((segment) => segment.name));
}
