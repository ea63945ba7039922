/** A segment of a JPEG (ITU T.81): its marker, and what follows its length. */
export interface Segment {
  marker: number;
  body: Buffer;
}

/** Markers of segments that decoders need. Frames are those that browsers show: baseline, extended and progressive. */
export const markers = {
  frames: new Set([0xc0, 0xc1, 0xc2]),
  huffmanTables: 0xc4,
  startOfScan: 0xda,
  quantization: 0xdb,
  restartInterval: 0xdd,
  jfif: 0xe0,
  adobe: 0xee,
};

/** What programs write beside the picture: APPn, JPGn, COM, and DNL, which says the height once more. */
const isAside = (marker: number) => marker >= 0xe0 || marker === 0xdc;

/** How much of JFIF's and Adobe's segments there is without a small copy of the picture, in bytes. */
const jfifLength = 14;
const adobeLength = 12;

/**
 * What a decoder needs of a segment: its body, or null where it needs nothing of it. Undefined where it is not made as it has
 * to be, or of a kind that browsers do not show.
 */
export function neededOf({ marker, body }: Segment): Buffer | null | undefined {
  if (marker === markers.jfif && body.length >= jfifLength && body.subarray(0, 5).equals(Buffer.from('JFIF\0'))) {
    // Ends in the width and height of a small copy, which is left out.
    return Buffer.concat([body.subarray(0, jfifLength - 2), Buffer.alloc(2)]);
  }
  if (marker === markers.adobe && body.length >= adobeLength && body.subarray(0, 5).equals(Buffer.from('Adobe'))) {
    return body.subarray(0, adobeLength);
  }
  if (isAside(marker)) return null;
  return isWhole(marker, body) ? body : undefined;
}

/** Whether a segment holds exactly what its kind has to: nothing can stand behind it unseen. */
function isWhole(marker: number, body: Buffer): boolean {
  if (markers.frames.has(marker)) {
    return body[0] === 8 && body.length === 6 + 3 * (body[5] ?? 0) && sizeOf(body) !== undefined;
  }
  switch (marker) {
    case markers.startOfScan:
      return body.length === 4 + 2 * (body[0] ?? 0);
    case markers.restartInterval:
      return body.length === 2;
    case markers.quantization:
      // One byte for precision and number, then 64 values of one or two bytes.
      return isFilled(body, (at) => 1 + 64 * ((body[at] ?? 0) >> 4 === 0 ? 1 : 2));
    case markers.huffmanTables:
      // One byte for class and number, 16 for how many values there are of each length, then those.
      return isFilled(body, (at) => 17 + body.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0));
    default:
      return false;
  }
}

/** Whether tables, each as long as `lengthAt` says, fill a body to its end. */
function isFilled(body: Buffer, lengthAt: (at: number) => number): boolean {
  let at = 0;
  while (at < body.length) at += lengthAt(at);
  return at === body.length;
}

/** The size that a frame's body says, in points; undefined where it has none. */
export function sizeOf(frame: Buffer): { width: number; height: number } | undefined {
  if (frame.length < 6) return undefined;
  const size = { height: frame.readUInt16BE(1), width: frame.readUInt16BE(3) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}
