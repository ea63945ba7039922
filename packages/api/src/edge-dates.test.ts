import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../test/client.ts';
import { testPlatform } from '../test/platform.ts';
import { type Neighbours, neighbours } from './access/isolation.fixture.ts';
import { districtOf, districtOffice } from './programme-offers/programme-offer.fixture.ts';
import { earliestDay, latestDay } from './schema/scalars.ts';
import { buildSchema } from './schema.ts';

const platform = testPlatform();
const schema = buildSchema();

let mine: Neighbours['mine'];
/** Who is asked in the place of an administrator, who may not. */
let others: Record<string, ApiClient> = {};
beforeAll(async () => {
  ({ mine } = await neighbours(platform));
  const office = await districtOffice(platform, districtOf(mine));
  others = { readings: await mine.account('AUDITOR'), offerProgramme: office };
});

/** The ends of a period, the first and the last date that it takes; of those that are not taken, what calendars know. */
const taken = [
  [earliestDay, earliestDay],
  [latestDay, latestDay],
  [earliestDay, latestDay],
  [latestDay, earliestDay],
] as const;
/** What an edge may be refused for: it is before something began, ends before it begins, names what is not there, or asks for too much. */
const meant = ['BAD_INPUT', 'CONFLICT', 'NOT_FOUND', 'LIMIT_EXCEEDED'];
const refused = ['0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'] as const;

const isDay = (type: GraphQLInputType) => ['Date', 'DateTime'].includes(getNamedType(type).name);

/** Whether a day can be given within a type, and how deep inputs may be nested that are looked at. */
function takesDay(type: GraphQLInputType, depth = 4): boolean {
  const named = getNamedType(type);
  if (isDay(named)) return true;
  return (
    isInputObjectType(named) &&
    depth > 0 &&
    Object.values(named.getFields()).some((field) => takesDay(field.type, depth - 1))
  );
}

const fields = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !type.name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => field.args.some((arg) => takesDay(arg.type)))
      .map((field) => ({ type, field, name: `${type.name}.${field.name}` })),
  );

it('finds the fields that take a date', () => {
  const names = fields.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Town.readings', 'Hotline.roster', 'Block.households', 'Town.figure']));
  expect(names).toEqual(expect.arrayContaining(['Mutation.recordVisit', 'Mutation.syncVisits', 'Query.town']));
  expect(fields.map(({ type, field }) => way(type, field)).filter((each) => each === undefined)).toEqual([]);
});

it.each(fields)(
  '$name takes the first and the last date that there are without a fault, and refuses those beyond',
  async ({ type, field }) => {
    const query = way(type, field);
    const client = others[field.name] ?? mine.admin;
    let answered = false;
    for (const [first, last] of taken) {
      const { errors } = await client.send(query ?? '', variablesOf(field, [first, last]));
      const codes = errors.map(({ extensions }) => extensions.code);
      expect({ first, last, codes: codes.filter((code) => !meant.includes(code)) }).toEqual({ first, last, codes: [] });
      answered ||= codes.length === 0;
    }
    // What changes something is dated within some years of today, and so is the outlook on a rule.
    const dated = type === schema.getMutationType() || field.name === 'previewContactRule';
    expect(answered || dated).toBe(true);
    for (const day of refused) {
      const { errors } = await client.send(query ?? '', variablesOf(field, [day, day]));
      expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_INPUT']));
      expect(errors[0]?.extensions.field).toBeDefined();
    }
    expect(platform.faults).toEqual([]);
  },
);

/** A document that asks a field, with its arguments as variables, and reads what it answers two objects deep. */
function way(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string | undefined {
  const args = field.args.filter((arg) => isAsked(arg));
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const asked = `${field.name}(${given}) ${selectionOf(field.type, 2)}`;
  if (type === schema.getMutationType()) return `mutation(${declared}) { ${field.name}(${given}) { __typename } }`;
  const read = `query(${declared}) @purpose(of: CHECK)`;
  if (type === schema.getQueryType()) return `${read} { ${asked} }`;
  if (type.name === 'District') return `${read} { town(code: "${mine?.code}") { district { ${asked} } } }`;
  if (type.name === 'Town') return `${read} { town(code: "${mine?.code}") { ${asked} } }`;
  if (!type.getInterfaces().some(({ name }) => name === 'Node')) return undefined;
  const unit = type.getInterfaces().some(({ name }) => name === 'Unit');
  const ids: Readonly<Record<string, string | undefined>> = mine?.ids ?? {};
  const id = type.name === 'Block' ? mine?.ids.Unit : unit ? mine?.unit(0) : ids[type.name];
  return `${read} { node(id: "${id}") { ... on ${type.name} { ${asked} } } }`;
}

/** What an answer is read by: what takes no argument that must be given, so many objects deep. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named)) return '{ __typename }';
  if (!('getFields' in named)) return '';
  const inner = Object.values(named.getFields())
    .filter((field) => field.args.every((arg: GraphQLArgument) => !isNonNullType(arg.type)))
    .map((field) => {
      const leaf = !('getFields' in getNamedType(field.type)) && !isUnionType(getNamedType(field.type));
      if (leaf) return field.name;
      return depth > 1 && !field.args.length ? `${field.name} ${selectionOf(field.type, depth - 1)}` : '';
    });
  return `{ __typename ${inner.join(' ')} }`;
}

/** Whether a field is given a value: where it must have one, or takes a date. */
function isAsked({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean {
  return takesDay(type) || (isNonNullType(type) && defaultValue === undefined);
}

/** Values for all arguments that are asked; of several dates the first is `days`’ first one, and so on in turn. */
function variablesOf(field: GraphQLField<unknown, unknown>, days: readonly [string, string]): Record<string, unknown> {
  let given = 0;
  const day = () => days[given++ % 2] ?? days[0];
  const sampleOf = (name: string, type: GraphQLInputType, depth: number): unknown => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [sampleOf(name, nullable.ofType, depth)];
    if (isInputObjectType(nullable)) {
      const inner = Object.values(nullable.getFields()).filter(
        (each) => isNonNullType(each.type) || (depth > 0 && isAsked(each)),
      );
      return Object.fromEntries(inner.map((each) => [each.name, sampleOf(each.name, each.type, depth - 1)]));
    }
    if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
    switch (nullable.name) {
      case 'Date':
        return day();
      case 'DateTime':
        return `${day()}T12:00:00Z`;
      case 'ID':
        return idFor(name === 'id' ? field.name : name);
      case 'RegisterCode':
        return name === 'district' ? districtOf(mine) : mine.code;
      case 'Boolean':
        return false;
      case 'Int':
        return 1;
      default:
        return name.startsWith('indicator') ? 'contact' : '1';
    }
  };
  return Object.fromEntries(field.args.filter(isAsked).map((arg) => [arg.name, sampleOf(arg.name, arg.type, 4)]));
}

/** Something of the town by the name of a field, where one is called so; else a unit, which it then is not. */
function idFor(name: string): string {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`.replace(/s$/, '');
  const ids: Readonly<Record<string, string | undefined>> = mine.ids;
  return (
    ids[type] ??
    ids[{ answeredBy: 'Person', visitors: 'Person', people: 'Person', subject: 'RequestSubject' }[name] ?? 'Unit'] ??
    ''
  );
}
