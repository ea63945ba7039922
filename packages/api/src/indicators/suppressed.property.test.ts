import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inFives, suppressedBelow } from './suppressed.ts';

/** Between which numbers one may be of which so much is told. */
function bounds(told: number | null): { least: number; most: number } {
  if (told === null) return { least: 0, most: suppressedBelow - 1 };
  const spread = (suppressedBelow - 1) / 2;
  return { least: Math.max(told - spread, suppressedBelow), most: told + spread };
}

it('what is told of a number is true of it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (count) => {
      const { least, most } = bounds(inFives(count));
      expect(count).toBeGreaterThanOrEqual(least);
      expect(count).toBeLessThanOrEqual(most);
    }),
  );
});

it('a total and its parts give no suppressed number away, but that there is none or one fewer than would be told', () => {
  let narrowed = 0;
  const parts = fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 12 }), fc.nat({ max: 300 })), { minLength: 1 });
  fc.assert(
    fc.property(parts, (counts) => {
      const whole = bounds(inFives(counts.reduce((sum, count) => sum + count, 0)));
      const told = counts.map((count) => bounds(inFives(count)));
      const sum = (of: 'least' | 'most') => told.reduce((sum, each) => sum + each[of], 0);
      for (const [index, count] of counts.entries()) {
        const own = told[index];
        if (inFives(count) !== null || !own) continue;
        const least = Math.max(own.least, whole.least - (sum('most') - own.most));
        const most = Math.min(own.most, whole.most - (sum('least') - own.least));
        if (least > own.least || most < own.most) narrowed += 1;
        if (least === most) expect([0, suppressedBelow - 1], `${counts}`).toContain(count);
      }
    }),
    { numRuns: 5000 },
  );
  expect(narrowed).toBeGreaterThan(100);
});
