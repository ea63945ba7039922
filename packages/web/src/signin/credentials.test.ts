import { expect, test } from 'vitest';
import { readAnswer } from './credentials.ts';

test('an accepted sign-in says where to go on', () => {
  expect(readAnswer(200, { redirectTo: '/oidc/auth/abc' })).toEqual({ redirectTo: '/oidc/auth/abc' });
});

test('a refused sign-in says why', () => {
  expect(readAnswer(401, { code: 'WRONG_CREDENTIALS' })).toEqual({ problem: { code: 'WRONG_CREDENTIALS' } });
  expect(readAnswer(404, null)).toEqual({ problem: { code: 'INTERACTION_EXPIRED' } });
  expect(readAnswer(410, {})).toEqual({ problem: { code: 'INTERACTION_EXPIRED' } });
});

test('too many attempts say how long to wait, in whole seconds', () => {
  expect(readAnswer(429, { retryAfter: 12.2 })).toEqual({ problem: { code: 'TOO_MANY_ATTEMPTS', retryAfter: 13 } });
  expect(readAnswer(429, '<html>')).toEqual({ problem: { code: 'TOO_MANY_ATTEMPTS', retryAfter: 60 } });
});

test('an answer that makes no sense is not taken for a sign-in', () => {
  expect(readAnswer(200, { redirectTo: 7 })).toEqual({ problem: { code: 'UNAVAILABLE' } });
  expect(readAnswer(502, 'bad gateway')).toEqual({ problem: { code: 'UNAVAILABLE' } });
});
