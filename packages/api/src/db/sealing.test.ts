import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sealing } from './sealing.ts';

const [old, present] = [randomBytes(32), randomBytes(32)];

it('opens what it sealed, for the row it was sealed for, and never seals alike', () => {
  const sealing = new Sealing([present]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), fc.uuid(), (text, row, other) => {
      fc.pre(row !== other);
      const sealed = sealing.seal(text, row);
      expect(sealing.open(sealed, row)).toBe(text);
      expect(sealing.seal(text, row).sealed).not.toEqual(sealed.sealed);
      expect(() => sealing.open(sealed, other)).toThrow();
    }),
  );
});

it('opens what an earlier key sealed while that is listed, and says which key is missing once it is not', () => {
  const sealed = new Sealing([old]).seal('残疾', 'row');
  const rotated = new Sealing([present, old]);
  expect(rotated.open(sealed, 'row')).toBe('残疾');
  expect(rotated.seal('残疾', 'row').keyId).not.toBe(sealed.keyId);
  expect(() => new Sealing([present]).open(sealed, 'row')).toThrow(sealed.keyId);
});

it('digests alike with the same key only', () => {
  const [one, again, other] = [new Sealing([present, old]), new Sealing([present]), new Sealing([old])];
  expect(one.digest('13800138000')).toBe(again.digest('13800138000'));
  expect(one.digest('13800138000')).not.toBe(one.digest('13800138001'));
  expect(one.digest('13800138000')).not.toBe(other.digest('13800138000'));
});

it('opens nothing that was tampered with, and takes no short key', () => {
  const sealing = new Sealing([present]);
  const { sealed, keyId } = sealing.seal('残疾', 'row');
  for (let byte = 0; byte < sealed.length; byte++) {
    const tampered = Buffer.from(sealed);
    tampered[byte] = (tampered[byte] ?? 0) ^ 1;
    expect(() => sealing.open({ sealed: tampered, keyId }, 'row')).toThrow();
  }
  expect(() => new Sealing([randomBytes(16)])).toThrow();
  expect(() => new Sealing([])).toThrow();
});
