import { describe, expect, it } from 'vitest';
import { differenceText, sentValue, typedOf } from './reported.ts';

describe('a reported value', () => {
  const rate = { isRate: true };
  it.each([
    ['81.2', '0.812'],
    ['100', '1.00'],
    ['5', '0.05'],
    ['0.5', '0.005'],
    ['235', '2.35'],
    ['81.2 %', '0.812'],
    ['约八成', '约八成'],
  ])('of a rate is typed as %s and sent as %s', (typed, sent) => {
    expect(sentValue(typed, rate)).toBe(sent);
  });

  it('of a count is sent as it is typed, without the marks of thousands', () => {
    expect(sentValue('4,213', { isRate: false })).toBe('4213');
    expect(sentValue('0.5', { isRate: false })).toBe('0.5');
  });

  it('is typed again without its sign', () => {
    expect([typedOf('81.2 %'), typedOf('4000')]).toEqual(['81.2', '4000']);
  });
});

it('a difference has a sign, and of a rate is in points', () => {
  expect(differenceText('213', { isRate: false }, 'en')).toBe('+213');
  expect(differenceText('-0.840909', { isRate: true }, 'en')).toBe('-84.1');
  expect(differenceText('0.000000', { isRate: true }, 'en')).toBe('0.0');
});
