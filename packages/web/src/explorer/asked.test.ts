import { expect, test } from 'vitest';
import { asked } from './asked.ts';

test('the name of an operation is sent where the document has it, and not where it was of what stood there before', () => {
  const two = 'query One { a } query Two { b }';
  expect(asked(two, 'Two', {}).operation).toEqual({ query: two, variables: {}, operationName: 'Two' });
  expect(asked('{ a }', 'Two', undefined).operation).toEqual({ query: '{ a }', variables: undefined });
  expect(asked('{ a', 'Two', undefined).operation).toEqual({ query: '{ a', variables: undefined });
});

test('a subscription is told from what is answered once', () => {
  const both = 'query One { a } subscription Two { b }';
  expect(asked(both, 'Two', {}).isSubscription).toBe(true);
  expect(asked(both, 'One', {}).isSubscription).toBe(false);
  expect(asked('subscription { b }', 'One', {}).isSubscription).toBe(true);
});
