/** A segment of a JPEG. */
const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);

const frame = Buffer.from([8, 0, 3, 0, 4, 1, 1, 0x11, 0]);

/** A JPEG of 4 by 3 points that holds `aside` in its EXIF and its comment, and `after` after its end. */
export function jpeg(aside = 'GPS 31.2304, 121.4737', after = ''): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, Buffer.from(`Exif\0\0${aside}`)),
    segment(0xfe, Buffer.from(aside)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
    Buffer.from(after),
  ]);
}
