import { readFileSync } from 'node:fs';
import { buildSchema, isInterfaceType } from 'graphql';
import { expect, test } from 'vitest';
import { possibleTypes } from './possible-types.ts';

const contract = new URL('../../schema/schema.graphql', import.meta.url);

test('the cache knows every kind of unit that the contract has', () => {
  const schema = buildSchema(readFileSync(contract, 'utf8'));
  const unit = schema.getType('Unit');
  if (!isInterfaceType(unit)) throw new Error('Unit is no interface');
  const kinds = schema.getPossibleTypes(unit).map(({ name }) => name);
  expect([...possibleTypes.Unit].sort()).toEqual([...kinds].sort());
});
