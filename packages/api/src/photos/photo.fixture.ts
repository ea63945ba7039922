/** A segment of a JPEG. */
export function segment(marker: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
}

export const startOfImage = Buffer.from([0xff, 0xd8]);
export const endOfImage = Buffer.from([0xff, 0xd9]);
/** The first segment of a JPEG as most programs write it. */
export const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'));

/** The head of a picture of one colour: its size in points. */
export function frame(width: number, height: number, marker = 0xc0): Buffer {
  return segment(marker, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]));
}

/** A part of a picture, with its own bytes. */
export function scan(bytes: Uint8Array): Buffer {
  return Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), bytes]);
}

/** A JPEG of 4 by 3 points that holds `aside` in its EXIF and its comment, and `after` after its end. */
export function jpeg(aside = 'GPS 31.2304, 121.4737', after: string | Uint8Array = ''): Buffer {
  return Buffer.concat([
    ...[startOfImage, jfif],
    ...[segment(0xe1, Buffer.from(`Exif\0\0${aside}`)), segment(0xfe, Buffer.from(aside))],
    ...[frame(4, 3), scan(Buffer.from([0x12, 0x34])), endOfImage, Buffer.from(after)],
  ]);
}
