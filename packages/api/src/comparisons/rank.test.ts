import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rank } from './rank.ts';

const of = (...quotients: [number, number][]) =>
  quotients.map(([numerator, denominator]) => ({ numerator, denominator }));

it('equal quotients share a place, whatever they are made of, and the next counts on after all of them', () => {
  expect(rank(of([9, 10], [18, 20], [20, 20], [0, 12]), 10)).toEqual([2, 2, 1, 4]);
});

it('what counts among too few has no place and takes none', () => {
  expect(rank(of([9, 9], [1, 10], [0, 0]), 10)).toEqual([null, 1, null]);
});

it('a place says how many are before it, in whatever order they come', () => {
  const quotient = fc.record({ numerator: fc.nat(40), denominator: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(quotient, { maxLength: 12 }), (quotients) => {
      const places = rank(quotients, 5);
      for (const [index, { numerator, denominator }] of quotients.entries()) {
        if (denominator < 5) expect(places[index]).toBeNull();
        else {
          const before = quotients.filter(
            (other) => other.denominator >= 5 && other.numerator * denominator > numerator * other.denominator,
          );
          expect(places[index]).toBe(before.length + 1);
        }
      }
      expect(rank(quotients.toReversed(), 5)).toEqual(places.toReversed());
    }),
  );
});
