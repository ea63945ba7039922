import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { OperationCost } from '../cost/operation-cost.ts';
import { Refusal } from '../errors.ts';
import { CompiledOperations } from './compiled-operation.ts';
import { Tallies } from './tally.ts';

const schema = buildSchema(`
  interface Named { name: String all: [Thing!]! }
  type Thing implements Named { name: String all: [Thing!]! words: [String!] }
  type Other implements Named { name: String all: [Thing!]! }
  type ThingConnection { nodes: [Named!]! totalCount: Int! }
  type Query { named: [Named!]! things(first: Int, last: Int): ThingConnection! }
  type Mutation { change: Thing! }`);

const thing = (entries = 0, words = 0) => ({
  __typename: 'Thing',
  name: 'a',
  all: Array.from({ length: entries }, () => ({ name: 'b', all: [], words: null })),
  words: Array.from({ length: words }, () => 'word'),
});
const other = (entries = 0) => ({ ...thing(entries), __typename: 'Other' });

async function run(text: string, root: object, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('No operation');
  const tallies = new Tallies();
  const result = await new CompiledOperations(schema)
    .find(document, undefined)
    ?.run({}, variables, { tallies, event: root });
  const errors = (result?.errors ?? []).map(({ originalError, path }) =>
    originalError instanceof Refusal ? { ...originalError.detail, path } : { originalError, path },
  );
  const asked = new OperationCost(schema, document, operation).estimate(variables);
  return { asked, used: tallies.used, errors, data: result?.data };
}

it('what is as long as it was priced at costs what it was estimated at', async () => {
  const things = { nodes: Array.from({ length: 7 }, () => thing()), totalCount: 7 };
  const { asked, used } = await run('query($n: Int = 7) { things(first: $n) { totalCount nodes { name } } }', {
    things,
  });
  expect([asked, used]).toEqual([2088, 2088]);
  // The place, the page, how many there are, and seven objects with a name.
  expect(asked).toBe(2000 + 10 + 1 + 7 * 11);
});

it('what is shorter costs less, and what is not there nothing', async () => {
  const things = { nodes: [thing()], totalCount: 1 };
  expect((await run('{ things { nodes { name } } }', { things })).used).toBe(2000 + 10 + 11);
  expect((await run('{ things { nodes { name } } }', { things })).asked).toBe(2000 + 10 + 50 * 11);
  expect(
    (
      await run(
        'query($y: Boolean!) { named @include(if: $y) { name } things { totalCount } }',
        { named: [], things },
        { y: false },
      )
    ).asked,
  ).toBe(2011);
});

it('the lists of a place share what they may hold, whatever the type of the object they hang on', async () => {
  // Five objects that no line tells of, with five entries each and a hundred to spare.
  const query = '{ named { all { name } } }';
  const long = { named: [thing(60), other(60), thing(5), other(5)] };
  const sound = await run(query, long);
  expect(sound.errors).toEqual([]);
  expect(sound.used).toBeLessThanOrEqual(sound.asked);
  const most = 5 * (5 + 100) + 100;
  const full = await run(query, { named: [thing(most - 20), other(20)] });
  expect(full.errors).toEqual([]);
  expect(full.used).toBeLessThanOrEqual(full.asked);
  const { errors, used, asked } = await run(query, { named: [thing(most - 20), other(21)] });
  expect(errors).toEqual([{ limit: 'entries', values: { most }, path: ['named', 1, 'all'] }]);
  expect(used).toBeLessThanOrEqual(asked);
});

it('a page may not hold more than it was asked for', async () => {
  const things = { nodes: Array.from({ length: 8 }, () => thing()), totalCount: 8 };
  const { errors } = await run('{ things(last: 7) { nodes { name } } }', { things });
  expect(errors).toEqual([{ limit: 'entries', values: { most: 7 }, path: ['things', 'nodes'] }]);
});

it('words in a list count a point each, what a mutation does its work, and what fails what it was', async () => {
  expect((await run('{ named { ... on Thing { words } } }', { named: [thing(0, 30)] })).used).toBe(100 + 10 + 30);
  const { used, asked } = await run('mutation { change { name } again: change { words } }', { change: thing(0, 2) });
  expect(used).toBe(2 * (5000 + 100 + 10) + 1 + 2);
  expect(asked).toBe(2 * (5000 + 100 + 10) + 1 + 105);
});

it('a fragment is estimated once for a type, however often it is spread, and in no time', () => {
  const levels = Array.from(
    { length: 200 },
    (_, index) => `fragment F${index} on Thing { a: all { ...F${index + 1} } b: all { ...F${index + 1} } }`,
  );
  const document = parse(`{ named { ...F0 } } ${levels.join(' ')} fragment F200 on Thing { name }`);
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('No operation');
  const cost = new OperationCost(schema, document, operation);
  expect(cost.estimate({})).toBeGreaterThan(1e100);
  expect(cost.heaviest({}).path.slice(0, 3)).toEqual(['named', 'a', 'a']);
});
