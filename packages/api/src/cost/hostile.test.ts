import { getIntrospectionQuery } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';

const platform = testPlatform();
const code = '310112114';

afterEach(() => expect(platform.faults).toEqual([]));

const many = (times: number, part: (index: number) => string) =>
  Array.from({ length: times }, (_, index) => part(index)).join(' ');
const ask = async (query: string) => {
  const { status, errors } = await platform.public.send(query);
  return {
    status,
    errors: errors.map(({ extensions: { code, limit, part } }) => ({ code, limit, part })),
    first: errors[0],
  };
};
const refusal = async (query: string) => {
  const { status, errors } = await ask(query);
  expect(errors, query.slice(0, 200)).toHaveLength(1);
  return { status, ...errors[0] };
};
const exceeded = (limit: string, part?: unknown) => ({ status: 400, code: 'LIMIT_EXCEEDED', limit, part });

it('refuses fields 50 levels deep, and says which', async () => {
  const deep = `{ town(code: "${code}") { units { nodes { ${'parent { '.repeat(47)} id ${'} '.repeat(47)} } } } }`;
  const path = ['town', 'units', 'nodes', ...Array.from({ length: 13 }, () => 'parent')];
  expect(await refusal(deep)).toEqual(exceeded('depth', path));
  const spread = `{ town(code: "${code}") { units { nodes { ...F0 } } } } ${many(20, (index) => `fragment F${index} on Unit { parent { ...F${index + 1} } }`)} fragment F20 on Unit { id }`;
  expect(await refusal(spread)).toEqual(exceeded('depth', path));
});

it('refuses a thousand aliases, and as many fields of one name', async () => {
  expect(await refusal(`{ ${many(1000, (index) => `a${index}: __typename`)} }`)).toEqual(exceeded('aliases'));
  expect(await refusal(`{ ${many(1000, () => 'viewer { permissions }')} }`)).toEqual(exceeded('repeats'));
  expect(await refusal(`{ ${many(1000, () => '...A')} } fragment A on Query { __typename }`)).toEqual(
    exceeded('repeats'),
  );
  expect(await refusal(`{ ${many(3000, (index) => `a${index}: __typename`)} }`)).toEqual(exceeded('tokens'));
});

it('refuses 100 kB of directives', async () => {
  expect(await refusal(`{ viewer ${'@include(if: true) '.repeat(5500)} { permissions } }`)).toEqual(exceeded('tokens'));
  expect(await refusal(`{ viewer ${'@include(if: true) '.repeat(500)} { permissions } }`)).toEqual(
    exceeded('directives'),
  );
  const spaced = `{ viewer ${`@skip(if: false) ${' '.repeat(900)}`.repeat(110)} { permissions } }`;
  expect(spaced.length).toBeGreaterThan(100_000);
  expect(await refusal(spaced)).toEqual(exceeded('directives'));
});

it('refuses a thousand million objects by nesting, and says where', async () => {
  const nested = (times: number) =>
    `{ town(code: "${code}") { units(first: 100) { nodes { ${'town { units(first: 100) { nodes { '.repeat(times)} id ${'} } } '.repeat(times)} } } } }`;
  const step = ['town', 'units', 'nodes'];
  expect(await refusal(nested(4))).toEqual(exceeded('depth', expect.arrayContaining(step)));
  const three = await refusal(nested(3));
  expect(three).toMatchObject(exceeded('cost', expect.arrayContaining(step)));
  expect(three.part).toHaveLength(12);
  const trees = `{ ${many(150, (index) => `a${index}: town(code: "${code}") { tree { id name } }`)} }`;
  expect(await refusal(trees)).toMatchObject(exceeded('cost', ['a0', 'tree']));
});

it('refuses what fragments multiply', async () => {
  const doubling = (times: number) =>
    `{ ...F0 } ${many(times, (index) => `fragment F${index} on Query { ...F${index + 1} ... on Query { ...F${index + 1} } }`)} fragment F${times} on Query { __typename }`;
  expect(await refusal(doubling(90))).toEqual(exceeded('selections', expect.any(Array)));
  const { errors } = await ask(
    '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A permissions }',
  );
  expect(errors.map(({ code }) => code)).toEqual(['BAD_QUERY']);
  const cyclic = `{ viewer { ...F0 } } ${many(60, (index) => `fragment F${index} on Viewer { ...F${(index + 1) % 60} ...F${(index * 7) % 60} permissions }`)}`;
  expect(await refusal(cyclic)).toEqual(exceeded('selections', expect.any(Array)));
});

it('refuses batches of operations', async () => {
  const body = JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ viewer { permissions } }' })));
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect([response.status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['BAD_QUERY']]);
});

it('says what is too much in the caller’s language, with the numbers', async () => {
  const town = await platform.newTown();
  const client = await platform.clientOf(`admin-${town.code}`, 'zh');
  const query = `{ town(code: "${town.code}") { ${many(11, (index) => `d${index}: dueHouseholds { totalCount }`)} } }`;
  const [error] = (await client.send(query)).errors;
  expect(error?.message).toContain('3000000');
  expect(error?.extensions).toMatchObject({ limit: 'cost', part: ['town'] });
});

it('takes the standard introspection, and a document as large as it may be', async () => {
  expect((await platform.public.send(getIntrospectionQuery())).status).toBe(200);
  const { status, errors } = await platform.public.send(`{ ${many(200, (index) => `a${index}: __typename`)} }`);
  expect([status, errors]).toEqual([200, []]);
});
