import { expect, test } from 'vitest';
import { whyEnded } from './ended.ts';

const today = '2026-11-30';
const first = '2026-11-01T02:00:00.000Z';
const second = '2026-11-02T02:00:00.000Z';
const consent = { grantedAt: first, validTo: null, endedAt: null, town: { code: '310112114' } };

test('a consent was replaced where its town consented anew as it ended, and withdrawn where it did not', () => {
  const ended = { ...consent, endedAt: second };
  const next = { ...consent, grantedAt: second };
  expect(whyEnded(ended, { others: [next, ended], areAll: true, today })).toBe('REPLACED');
  expect(whyEnded(ended, { others: [next, ended], areAll: false, today })).toBe('REPLACED');
  const elsewhere = { ...next, town: { code: '310112115' } };
  expect(whyEnded(ended, { others: [elsewhere, ended], areAll: true, today })).toBe('WITHDRAWN');
  expect(whyEnded(ended, { others: [ended], areAll: false, today })).toBe('ENDED');
});

test('a consent that nobody ended ran out on its day, or ended with its application', () => {
  const asked = { others: [], areAll: true };
  expect(whyEnded({ ...consent, validTo: today }, { ...asked, today })).toBe('RUN_OUT');
  expect(whyEnded({ ...consent, validTo: '2026-12-01' }, { ...asked, today })).toBe('OUT_OF_USE');
  expect(whyEnded(consent, { ...asked, today })).toBe('OUT_OF_USE');
});
