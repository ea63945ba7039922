import { readFile } from 'node:fs/promises';
import { extendSchema, isEnumType, isObjectType, parse, buildSchema as parseSchema } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../schema.ts';
import { operations } from './operations.ts';
import { permissionNames } from './permissions.ts';
import { grantsOf, type Role, roles } from './roles.ts';
import { missingLines, shieldSchema } from './shield.ts';

const committed = (path: string) => readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8');

it('has a line for every root field of the emitted schema', async () => {
  const schema = parseSchema(await committed('packages/schema/schema.graphql'));
  expect(missingLines(schema)).toEqual([]);
});

it('stops the start where a root field has no line', () => {
  const schema = extendSchema(buildSchema(), parse('extend type Query { everyResident: [String!]! }'));
  expect(() => shieldSchema(schema)).toThrow('Query.everyResident');
});

it('names only permissions that some role holds, and no role holds one that opens nothing', () => {
  const asked = new Set(Object.values(operations));
  const held = new Set((Object.keys(roles) as Role[]).flatMap((role) => Object.keys(grantsOf(role))));
  expect([...asked].filter((each) => !['anyone', 'signed-in', 'person'].includes(each) && !held.has(each))).toEqual([]);
  expect(permissionNames.filter((permission) => !held.has(permission))).toEqual([]);
});

it('gives the platform operator and the district offices no permission about people', () => {
  for (const role of ['PLATFORM_OPERATOR', 'DISTRICT_OFFICE', 'PUBLIC'] as const) {
    expect(Object.keys(grantsOf(role)).filter((permission) => permission.startsWith('person:'))).toEqual([]);
  }
});

it('describes every type, field, argument and value of the schema', () => {
  const silent: string[] = [];
  for (const type of Object.values(buildSchema().getTypeMap())) {
    if (type.name.startsWith('__') || ['String', 'Int', 'Boolean', 'ID', 'Float'].includes(type.name)) continue;
    if (!type.description) silent.push(type.name);
    if (isEnumType(type)) {
      silent.push(...type.getValues().flatMap((value) => (value.description ? [] : [`${type.name}.${value.name}`])));
    }
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.description) silent.push(`${type.name}.${field.name}`);
      if (!isObjectType(type) || !('args' in field)) continue;
      for (const argument of field.args) {
        if (!argument.description) silent.push(`${type.name}.${field.name}(${argument.name})`);
      }
    }
  }
  expect(silent).toEqual([]);
});
