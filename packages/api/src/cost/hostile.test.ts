import { getIntrospectionQuery } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import type { ApiClient } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { batchOfHundred, hostileOperations } from './hostile-operations.fixture.ts';
import { pauseAfterRefusal } from './pauses.ts';

const platform = testPlatform();
const hostile = hostileOperations('310112114');

afterEach(() => expect(platform.faults).toEqual([]));

const refusal = async (query: string) => {
  const { status, errors } = await platform.public.send(query);
  expect(errors, query.slice(0, 200)).toHaveLength(1);
  const { code, limit, part } = errors[0]?.extensions ?? {};
  return { status, code, limit, part };
};
const exceeded = (limit: string, part?: unknown) => ({ status: 400, code: 'LIMIT_EXCEEDED', limit, part });

it('refuses fields 50 levels deep, and says which', async () => {
  const path = ['town', 'units', 'nodes', ...Array.from({ length: 13 }, () => 'parent')];
  expect(await refusal(hostile.fieldsFiftyDeep)).toEqual(exceeded('depth', path));
  expect(await refusal(hostile.fragmentsTwentyDeep)).toEqual(exceeded('depth', path));
});

it('refuses a thousand aliases, and as many fields of one name', async () => {
  expect(await refusal(hostile.thousandAliases)).toEqual(exceeded('aliases'));
  expect(await refusal(hostile.thousandFieldsOfOneName)).toEqual(exceeded('repeats'));
  expect(await refusal(hostile.thousandSpreads)).toEqual(exceeded('repeats'));
  expect(await refusal(hostile.threeThousandAliases)).toEqual(exceeded('tokens'));
});

it('refuses 100 kB of directives', async () => {
  expect(await refusal(hostile.directivesOf100kB)).toEqual(exceeded('tokens'));
  expect(await refusal(hostile.fiveHundredDirectives)).toEqual(exceeded('directives'));
  expect(hostile.spacedDirectivesOf100kB.length).toBeGreaterThan(100_000);
  expect(await refusal(hostile.spacedDirectivesOf100kB)).toEqual(exceeded('directives'));
});

it('refuses a thousand million objects by nesting, and says where', async () => {
  const step = ['town', 'units', 'nodes'];
  expect(await refusal(hostile.pagesFiveDeep)).toEqual(exceeded('depth', expect.arrayContaining(step)));
  const four = await refusal(hostile.pagesFourDeep);
  expect(four).toMatchObject(exceeded('cost', expect.arrayContaining(step)));
  expect(four.part).toHaveLength(12);
  expect(await refusal(hostile.hundredAndFiftyTrees)).toMatchObject(exceeded('cost', ['a0', 'tree']));
  // None of many small parts costs much by itself, and that is told.
  const { extensions } = (await platform.public.send(hostile.hundredAndFiftyTrees)).errors[0] ?? {};
  expect(extensions?.partAsked).toBeLessThan(extensions?.asked / 100);
});

it('refuses what fragments multiply', async () => {
  expect(await refusal(hostile.doublingFragments)).toEqual(exceeded('selections', expect.any(Array)));
  expect(await refusal(hostile.fragmentCycle)).toMatchObject({ status: 400, code: 'BAD_QUERY' });
  expect(await refusal(hostile.sixtyFragmentsInCycles)).toEqual(exceeded('selections', expect.any(Array)));
});

it('tells the first few faults of a document that has many, and that there are more', async () => {
  const declared = Array.from({ length: 100 }, (_, index) => `$v${index}: RegisterWebhookEndpointPayloadInput0`);
  const { status, errors } = await platform.public.send(`query(${declared.join(' ')}) { __typename }`);
  expect([status, errors.length]).toEqual([400, 6]);
  expect(errors.at(-1)?.message).toContain('Too many validation errors');
});

it('refuses batches of operations', async () => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body: batchOfHundred });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  expect([response.status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['BAD_QUERY']]);
});

it('says what is too much in the caller’s language, with the numbers', async () => {
  const town = await platform.newTown();
  const client = await platform.clientOf(`admin-${town.code}`, 'zh');
  const [error] = (await client.send(hostileOperations(town.code).elevenDearFields)).errors;
  expect(error?.message).toContain('3000000');
  expect(error?.extensions).toMatchObject({ limit: 'cost', part: ['town'] });
});

it('takes the standard introspection, and a document as large as it may be', async () => {
  expect((await platform.public.send(getIntrospectionQuery())).status).toBe(200);
  const aliases = Array.from({ length: 200 }, (_, index) => `a${index}: __typename`).join(' ');
  const { status, errors } = await platform.public.send(`{ ${aliases} }`);
  expect([status, errors]).toEqual([200, []]);
});

/**
 * How many of a caller's requests were answered before the one of another caller, who asks once the first of them was: all of them,
 * unless the first caller waits in between. Each waits some ten milliseconds, or more, for the one before.
 */
async function answeredBefore(other: ApiClient, count: number, send: (index: number) => Promise<unknown>) {
  const ask = () => other.send('{ viewer { permissions } }');
  await ask();
  await send(0);
  let answered = 0;
  const inLine = Array.from({ length: count }, (_, index) => send(index + 1).then(() => answered++));
  await Promise.race(inLine);
  await ask();
  const before = answered;
  await Promise.all(inLine);
  return before;
}

/** How long so many requests take that are sent one after the other, in milliseconds. */
async function timeOf(count: number, send: (index: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let index = 0; index < count; index++) await send(index);
  return performance.now() - begun;
}

it('has whoever is refused wait before more of theirs is read', async () => {
  const town = await platform.newTown();
  const refused = () => town.admin.send(hostile.fiveHundredDirectives);
  // After each but the last; a refusal itself takes about a millisecond.
  expect(await timeOf(30, refused)).toBeGreaterThanOrEqual(29 * pauseAfterRefusal);
});

it('has whoever sends ever new documents that are faulty wait too', async () => {
  const town = await platform.newTown();
  const fields = Array.from({ length: 60 }, (_, index) => `householdsOf${index}: hauseholds${index}`).join(' ');
  const unknown = (index: number) => `query Of${index} { town(code: "${town.code}") { ${fields} } }`;
  const unread = (index: number) => `query Of${index} { viewer { ${'permissions '.repeat(2000)} ] }`;
  for (const faulty of [unknown, unread]) {
    const sent = async (index: number) => {
      const { status, errors } = await town.admin.send(faulty(index));
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_QUERY']);
    };
    expect(await timeOf(30, sent)).toBeGreaterThanOrEqual(29 * pauseAfterRefusal);
  }
});

it('has whoever sends ever new documents that take long to read wait too, and nobody else', async () => {
  const [town, other] = [await platform.newTown(), await platform.newTown()];
  const spread = (index: number) =>
    `fragment g${index} on Town { units(first: 1) { nodes { children(first: 1) { nodes { children(first: 1) { nodes { id name } } } } } } }`;
  const all = Array.from({ length: 60 }, (_, index) => index);
  const heavy = (index: number) =>
    `query Of${index} { town(code: "${town.code}") { ${all.map((each) => `...g${each}`).join(' ')} } } ${all.map(spread).join(' ')}`;
  const sent = (index: number) => town.admin.send(heavy(index), {}, { 'lianxin-preflight': '1' });
  expect(await answeredBefore(other.admin, 10, sent)).toBeLessThan(10);
});
