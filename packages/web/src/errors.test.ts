import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { fieldOf, itemOf, pathOf, readFailure } from './errors.ts';

const refusal = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'This name is in use there.', extensions }] });

test('a refusal tells its code, the field at fault and the words of the server', () => {
  expect(readFailure(refusal({ code: 'CONFLICT', field: 'input.name' }))).toEqual({
    code: 'CONFLICT',
    field: 'name',
    path: ['name'],
    item: null,
    message: 'This name is in use there.',
    conflicts: [],
  });
});

test('a code that is not known is UNKNOWN', () => {
  expect(readFailure(refusal({ code: 'TEAPOT' })).code).toBe('UNKNOWN');
  expect(readFailure(refusal({})).field).toBeNull();
});

test('the field is the first name after the input', () => {
  expect(fieldOf('input.name')).toBe('name');
  expect(fieldOf('input.parents.2')).toBe('parents');
  expect(fieldOf('code')).toBe('code');
  expect(fieldOf('')).toBeNull();
  expect(fieldOf(undefined)).toBeNull();
});

test('a field of an item of a list is named by its whole path', () => {
  expect(pathOf('input.petitioners.2.telephone')).toEqual(['petitioners', 2, 'telephone']);
  expect(pathOf('input.name')).toEqual(['name']);
  expect(pathOf(undefined)).toEqual([]);
});

test('the item is counted from 1, where the field is a list', () => {
  expect(itemOf('input.codes.2')).toBe(3);
  expect(itemOf('input.name')).toBeNull();
  expect(itemOf(undefined)).toBeNull();
});

test('an answer that is not GraphQL is read by its status', () => {
  const answer = (status: number) =>
    readFailure(new ServerError('', { response: new Response('', { status }), bodyText: '' })).code;
  expect(answer(401)).toBe('UNAUTHENTICATED');
  expect(answer(413)).toBe('LIMIT_EXCEEDED');
  expect(answer(429)).toBe('LIMIT_EXCEEDED');
  expect(answer(503)).toBe('UNAVAILABLE');
});

test('a network that does not answer is OFFLINE, anything else UNKNOWN', () => {
  expect(readFailure(new TypeError('Failed to fetch')).code).toBe('OFFLINE');
  expect(readFailure(null).code).toBe('UNKNOWN');
});

test('a refusal of what somebody else changed meanwhile tells both values by field', () => {
  const told = [
    { field: 'input.name', yours: '甲', theirs: '乙' },
    { field: 'input.birthYear', yours: null, theirs: 1950 },
    { field: 'input.address', yours: '丙', theirs: null },
  ];
  const { field, conflicts } = readFailure(
    refusal({ code: 'CONFLICT', field: 'input.expectedVersion', conflicts: told }),
  );
  expect({ field, conflicts }).toEqual({
    field: 'expectedVersion',
    conflicts: [
      { field: 'name', theirs: '乙' },
      { field: 'birthYear', theirs: '1950' },
      { field: 'address', theirs: null },
    ],
  });
});
