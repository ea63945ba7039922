/** A JPEG with nothing in it but the picture. */
export interface BareJpeg {
  bytes: Buffer;
  width: number;
  height: number;
}

/** Segments of ITU T.81 that hold the size of the picture: all SOF but DHT, JPG and DAC. */
const frames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** APP0 (JFIF) and APP14 (how colours are meant): decoders need them. */
const kept = new Set([0xe0, 0xee]);

/**
 * Takes out of a JPEG what cameras and programs write beside the picture: place, time and device (EXIF), small copies,
 * comments, and whatever follows its end. Undefined where it is no JPEG.
 */
export function bareJpeg(file: Buffer): BareJpeg | undefined {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return undefined;
  const parts = [file.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let at = 2;
  while (at + 4 <= file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length || end < at + 4) return undefined;
    const segment = file.subarray(at, end);
    if (frames.has(marker) && segment.length >= 9) {
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    const aside = (marker >= 0xe0 && marker <= 0xef && !kept.has(marker)) || marker === 0xfe;
    if (!aside) parts.push(segment);
    at = end;
    if (marker === 0xda) {
      const close = file.lastIndexOf(Buffer.from([0xff, 0xd9]));
      if (close < at || !size || size.width === 0 || size.height === 0) return undefined;
      return { bytes: Buffer.concat([...parts, file.subarray(at, close + 2)]), ...size };
    }
  }
  return undefined;
}
