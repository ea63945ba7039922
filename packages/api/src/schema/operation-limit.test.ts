import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../schema.ts';
import { takes } from './operation-limit.ts';

it('bounds fields that the schema has', () => {
  const schema = buildSchema();
  const missing = Object.keys(takes).filter((name) => {
    const [parent = '', field = ''] = name.split('.');
    const type = schema.getType(parent);
    return !isObjectType(type) || !(field in type.getFields());
  });
  expect(missing).toEqual([]);
});
