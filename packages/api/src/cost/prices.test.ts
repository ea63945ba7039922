import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../schema.ts';
import { allowances } from './caller.ts';
import { limits } from './limits.ts';
import { lists } from './list-sizes.ts';
import { acrossTowns, lineOf, priceOf } from './price.ts';
import { works } from './works.ts';

const schema = buildSchema();
const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
);
const nameOf = ({ type, field }: { type: GraphQLNamedType; field: GraphQLField<unknown, unknown> }) =>
  `${type.name}.${field.name}`;
const isList = ({ field }: { field: GraphQLField<unknown, unknown> }) => isListType(getNullableType(field.type));

describe('the prices', () => {
  it('are of fields that the schema has', () => {
    const names = new Set(fields.map(nameOf));
    expect([...Object.keys(works), ...Object.keys(lists)].filter((name) => !names.has(name))).toEqual([]);
  });

  it('say how many entries every list has', () => {
    const inPages = ({ type }: { type: GraphQLNamedType }) => /Connection$/.test(type.name);
    const without = fields.filter((each) => isList(each) && !inPages(each) && !lineOf(each.type, each.field).size);
    expect(without.map(nameOf)).toEqual([]);
  });

  it('are the same for an interface and for every type that implements it', () => {
    const differing = fields.filter(({ type, field }) =>
      type.getInterfaces().some((each) => {
        const declared = each.getFields()[field.name];
        return declared && JSON.stringify(priceOf(each, declared)) !== JSON.stringify(priceOf(type, field));
      }),
    );
    expect(differing.map(nameOf)).toEqual([]);
  });

  it('are sized by arguments and fields that there are', () => {
    const wrong = fields.filter(({ type, field }) => {
      const { slicingArguments, sizedFields } = priceOf(type, field).size;
      const answered = getNamedType(field.type);
      const below = isObjectType(answered) ? answered.getFields() : {};
      return (
        slicingArguments.some((path) => !field.args.some(({ name }) => name === path.split('.')[0])) ||
        (isObjectType(answered) && sizedFields.some((name) => !(name in below)))
      );
    });
    expect(wrong.map(nameOf)).toEqual([]);
  });

  it('are paid apart wherever a town leads to others', () => {
    const reached = new Set(['Town']);
    const within = (name: string) =>
      fields.filter(({ type, field }) => type.name === name && !priceOf(type, field).isApart);
    for (const name of reached) {
      for (const { field } of within(name)) {
        const answered = getNamedType(field.type);
        if (isAbstractType(answered)) for (const each of schema.getPossibleTypes(answered)) reached.add(each.name);
        if (isCompositeType(answered)) reached.add(answered.name);
      }
    }
    expect([...acrossTowns].filter((name) => !reached.has(name))).toEqual([]);
    expect(['Viewer', 'Office', 'TownFigureSet', 'TownUnavailable'].filter((name) => reached.has(name))).toEqual([]);
    const lists = [...reached]
      .flatMap(within)
      .filter((each) => isList(each) && getNamedType(each.field.type).name === 'Town');
    expect(lists.map(nameOf)).toEqual([]);
  });

  it('know no lists of lists', () => {
    const nested = fields.filter((each) => /\[\[/.test(String(each.field.type)));
    expect(nested.map(nameOf)).toEqual([]);
  });
});

it('lets every caller do the costliest operation that there may be', () => {
  for (const { capacity } of Object.values(allowances)) expect(capacity).toBeGreaterThanOrEqual(limits.cost.most);
});
