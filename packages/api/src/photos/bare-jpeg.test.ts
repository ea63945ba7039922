import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareJpeg } from './bare-jpeg.ts';
import { endOfImage, frame, jfif, scan, segment, startOfImage } from './photo.fixture.ts';

/** Bytes of a picture: each 0xFF is followed by a stuffed zero, and restarts may stand between them. */
const picture = fc
  .array(fc.oneof(fc.uint8Array({ maxLength: 30 }), fc.integer({ min: 0xd0, max: 0xd7 })), { maxLength: 6 })
  .map((parts) =>
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'number'
          ? Buffer.from([0xff, part])
          : Buffer.from([...part].flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]))),
      ),
    ),
  );

const tables = fc
  .tuple(
    fc.uint8Array({ minLength: 64, maxLength: 64 }),
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 16, maxLength: 16 }),
  )
  .map(([values, counts]) => {
    const codes = counts.reduce((sum, count) => sum + count, 0);
    return Buffer.concat([
      segment(0xdb, Buffer.from([0, ...values])),
      segment(0xc4, Buffer.from([0, ...counts, ...values, ...values].slice(0, 17 + codes))),
      segment(0xdd, Buffer.from([0, 8])),
    ]);
  });

const inside = fc.uint8Array({ maxLength: 60 });
/** What is written beside the picture: any APPn but a plain JFIF, JPGn and comments, whatever they hold. */
const aside = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0xe0, max: 0xfe }), inside)
    .map(([marker, body]) => segment(marker, Buffer.concat([Buffer.from('x'), body]))),
  inside.map((body) => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), body, jfif, endOfImage]))),
  inside.map((body) => segment(0xe0, Buffer.concat([Buffer.from('JFXX\0\x10'), body]))),
  // Any number of such bytes may come before a marker.
  inside.map((body) =>
    Buffer.concat([Buffer.from([0xff, 0xff]), segment(0xe2, Buffer.concat([Buffer.from('MPF\0'), body]))]),
  ),
);

/** A JPEG of one or more scans, as it is and with other things between its parts and after its end. */
const furnished = fc
  .tuple(tables, fc.array(fc.tuple(picture, tables), { minLength: 1, maxLength: 4 }))
  .chain(([first, scans]) => {
    const head = scans.length === 1 ? frame(40, 30) : frame(40, 30, 0xc2);
    const parts = [jfif, first, head, ...scans.flatMap(([bytes, more]) => [scan(bytes), more])];
    return fc
      .tuple(
        fc.array(fc.array(aside, { maxLength: 2 }), { minLength: parts.length + 1, maxLength: parts.length + 1 }),
        fc.uint8Array(),
      )
      .map(([between, after]) => ({
        bare: Buffer.concat([startOfImage, ...parts, endOfImage]),
        file: Buffer.concat([
          startOfImage,
          ...parts.flatMap((part, index) => [...(between[index] ?? []), part]),
          ...(between[parts.length] ?? []),
          endOfImage,
          after,
        ]),
      }));
  });

describe('of a JPEG', () => {
  it('nothing is left but the picture, whatever stands between its parts and after its end', () => {
    fc.assert(
      fc.property(furnished, ({ bare, file }) => {
        expect(bareJpeg(file)).toEqual({ bytes: bare, width: 40, height: 30 });
        expect(bareJpeg(Buffer.concat([file, file]))?.bytes).toEqual(bare);
      }),
    );
  });

  it('that is cut off nothing is taken, and arbitrary bytes are none', () => {
    fc.assert(
      fc.property(furnished, fc.nat(), ({ bare }, cut) => {
        expect(bareJpeg(bare.subarray(0, cut % bare.length))).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const found = bareJpeg(Buffer.concat([startOfImage, bytes]));
        if (found) expect(bareJpeg(found.bytes)).toEqual(found);
      }),
    );
  });

  it('a small copy within JFIF is taken out, and how colours are meant stays', () => {
    const small = Buffer.concat([Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01'), Buffer.from([1, 2, 3])]);
    const adobe = segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01'));
    const rest = [frame(4, 3), scan(Buffer.from([7])), endOfImage];
    const more = segment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01GPS'));
    expect(bareJpeg(Buffer.concat([startOfImage, segment(0xe0, small), more, ...rest]))?.bytes).toEqual(
      Buffer.concat([startOfImage, jfif, adobe, ...rest]),
    );
  });

  it('what holds something else than its kind has to, or browsers do not show, is refused', () => {
    const wrong: Buffer[][] = [
      [segment(0xdb, Buffer.concat([Buffer.alloc(65), Buffer.from('GPS')])), frame(4, 3), scan(Buffer.from([7]))],
      [segment(0xc4, Buffer.concat([Buffer.alloc(17), Buffer.from('GPS')])), frame(4, 3), scan(Buffer.from([7]))],
      [segment(0xdd, Buffer.from('GPS')), frame(4, 3), scan(Buffer.from([7]))],
      [segment(0xc0, Buffer.from([8, 0, 3, 0, 4, 1, 1, 0x11, 0, 65])), scan(Buffer.from([7]))],
      [frame(4, 3), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0, 65]))],
      [frame(4, 3, 0xc3), scan(Buffer.from([7]))],
      [frame(0, 3), scan(Buffer.from([7]))],
      [frame(4, 3), frame(4, 3), scan(Buffer.from([7]))],
      [scan(Buffer.from([7])), frame(4, 3)],
      [frame(4, 3)],
      [frame(4, 3), startOfImage, scan(Buffer.from([7]))],
    ];
    for (const [index, parts] of wrong.entries()) {
      expect(bareJpeg(Buffer.concat([startOfImage, ...parts, endOfImage])), String(index)).toBeUndefined();
    }
  });
});
