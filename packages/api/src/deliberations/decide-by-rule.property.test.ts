import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideByRule, type Tally, type Threshold } from './decide-by-rule.ts';

const fraction = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
  .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));

const rules: fc.Arbitrary<Threshold> = fc
  .tuple(fraction, fc.boolean(), fc.constantFrom('ALL' as const, 'VOTING' as const), fc.option(fraction))
  .map(([[numerator, denominator], moreThan, base, turnout]) => ({
    ...{ numerator, denominator, moreThan, base },
    ...{ turnoutNumerator: turnout?.[0] ?? null, turnoutDenominator: turnout?.[1] ?? null },
  }));

const tallies: fc.Arbitrary<Tally> = fc
  .tuple(...([200, 200, 200, 200] as const).map((max) => fc.nat({ max })))
  .map(([inFavour = 0, against = 0, abstained = 0, away = 0]) => ({
    ...{ inFavour, against, abstained, voters: inFavour + against + abstained + away },
  }));

it('a rule passes exactly what its fractions say, by whole numbers', () => {
  fc.assert(
    fc.property(rules, tallies, (rule, tally) => {
      const voted = BigInt(tally.inFavour + tally.against + tally.abstained);
      const base = rule.base === 'ALL' ? BigInt(tally.voters) : voted;
      const [had, asked] = [BigInt(tally.inFavour) * BigInt(rule.denominator), BigInt(rule.numerator) * base];
      const enough = rule.moreThan ? had > asked : had >= asked;
      const there =
        rule.turnoutNumerator === null ||
        voted * BigInt(rule.turnoutDenominator ?? 1) >= BigInt(rule.turnoutNumerator) * BigInt(tally.voters);
      const { passed, needed } = decideByRule(rule, tally);
      expect(passed).toBe(enough && there && tally.inFavour > 0);
      // What is needed is the least that would do, and one less would not.
      const withNeeded = BigInt(needed) * BigInt(rule.denominator);
      expect(rule.moreThan ? withNeeded > asked : withNeeded >= asked).toBe(true);
      const withLess = BigInt(needed - 1) * BigInt(rule.denominator);
      expect(needed === 1 || (rule.moreThan ? withLess <= asked : withLess < asked)).toBe(true);
    }),
  );
});

it('who comes over to it never makes it fail, and who turns from it never makes it pass', () => {
  fc.assert(
    fc.property(rules, tallies, (rule, tally) => {
      const { passed } = decideByRule(rule, tally);
      if (tally.against > 0) {
        const more = { ...tally, inFavour: tally.inFavour + 1, against: tally.against - 1 };
        if (passed) expect(decideByRule(rule, more).passed).toBe(true);
      }
      if (tally.inFavour > 0) {
        const less = { ...tally, inFavour: tally.inFavour - 1, abstained: tally.abstained + 1 };
        if (!passed) expect(decideByRule(rule, less).passed).toBe(false);
      }
    }),
  );
});

it('of all, one more who is for it never turns what passed into what failed, whoever stayed away', () => {
  fc.assert(
    fc.property(rules, tallies, (rule, tally) => {
      const voted = tally.inFavour + tally.against + tally.abstained;
      fc.pre(voted < tally.voters);
      const more = { ...tally, inFavour: tally.inFavour + 1 };
      if (decideByRule(rule, tally).passed) expect(decideByRule(rule, more).passed).toBe(true);
    }),
  );
});
