import { markers, neededOf, type Segment, sizeOf } from './jpeg-segments.ts';

/** A JPEG with nothing in it but the picture. */
export interface BareJpeg {
  bytes: Buffer;
  width: number;
  height: number;
}

const startOfImage = Buffer.from([0xff, 0xd8]);
const endOfImage = Buffer.from([0xff, 0xd9]);

/**
 * Takes out of a JPEG what cameras and programs write beside the picture: place, time and device (EXIF), small copies, further
 * pictures and comments, wherever they stand, and whatever follows the picture's end. Only what a decoder needs is left.
 * Undefined where it is no JPEG, or of a kind that browsers do not show.
 */
export function bareJpeg(file: Buffer): BareJpeg | undefined {
  if (!file.subarray(0, 2).equals(startOfImage)) return undefined;
  const parts: Buffer[] = [startOfImage];
  let size: ReturnType<typeof sizeOf>;
  let scanned = false;
  let at = 2;
  while (!file.subarray(at, at + 2).equals(endOfImage)) {
    // A marker may stand after any number of such bytes.
    if (file[at] === 0xff && file[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    const segment = segmentAt(file, at);
    const needed = segment && neededOf(segment);
    if (!segment || needed === undefined) return undefined;
    const { marker, body } = segment;
    at += 4 + body.length;
    if (needed !== null) parts.push(written(marker, needed));
    if (markers.frames.has(marker)) {
      if (size) return undefined;
      size = sizeOf(body);
    }
    if (marker === markers.startOfScan) {
      if (!size) return undefined;
      const end = endOfScan(file, at);
      parts.push(file.subarray(at, end));
      at = end;
      scanned = true;
    }
  }
  if (!size || !scanned) return undefined;
  return { bytes: Buffer.concat([...parts, endOfImage]), ...size };
}

/** The segment at a place; undefined where there is none, or not all of it. */
function segmentAt(file: Buffer, at: number): Segment | undefined {
  if (at + 4 > file.length || file[at] !== 0xff) return undefined;
  const end = at + 2 + file.readUInt16BE(at + 2);
  if (end < at + 4 || end > file.length) return undefined;
  return { marker: file[at + 1] ?? 0, body: file.subarray(at + 4, end) };
}

function written(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Where the picture's own bytes end: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  let at = from;
  while (at < file.length) {
    at = file.indexOf(0xff, at);
    if (at < 0) break;
    const next = file[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
  return file.length;
}
