import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerDue, decisionDue, extendedDue } from './petition-deadlines.ts';

it('a petition is decided on within 15 days, answered within 60, and extended by at most 30, in calendar days', () => {
  expect(decisionDue('2026-02-01')).toBe('2026-02-16');
  // Through the Spring Festival, which moves nothing.
  expect(answerDue('2026-01-10')).toBe('2026-03-11');
  expect(extendedDue('2024-02-01', 30)).toBe('2024-03-02');
});

it('a later beginning never has an earlier end', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [a, b] = [one, other].map((day) => day.toISOString().slice(0, 10)).sort() as [string, string];
      expect(decisionDue(a) <= decisionDue(b) && answerDue(a) <= answerDue(b)).toBe(true);
      const apart = (Date.parse(answerDue(a)) - Date.parse(a)) / 86_400_000;
      expect(apart).toBe(60);
    }),
  );
});
