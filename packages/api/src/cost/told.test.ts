import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { ApiClient } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { connect } from '../db/orm.ts';
import { serve } from '../server.ts';
import { allowances } from './caller.ts';

const platform = testPlatform({ budgetTimes: 1 });
afterEach(() => expect(platform.faults).toEqual([]));

const told = { 'lianxin-cost': '1' };
const preflight = { 'lianxin-preflight': '1' };
const units = 'query($code: RegisterCode!, $n: Int) { town(code: $code) { units(first: $n) { nodes { id name } } } }';
const { capacity, restoresPerSecond } = allowances.account;

/** Leaves an account with so many points, from now on. */
async function leave({ admin, code }: TestTown, points: number): Promise<void> {
  await admin.ask('{ viewer { account { name } } }');
  const [account] = await platform.database.sql<{ id: string }>('select id from account where name = $1', [
    `admin-${code}`,
  ]);
  // Whatever a process holds of it is over two seconds later.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  await platform.database.sql(
    `update app.budget set free = $2, at = clock_timestamp() + interval '5 seconds', held = 0, held_before = 0 where caller = $1`,
    [`account ${account?.id}`, points],
  );
}

it('tells whoever asks what an operation could cost, what it did, and what is left', async () => {
  const town = await platform.newTown();
  const { data, extensions } = await town.admin.send(units, { code: town.code, n: 100 }, told);
  const many = data.town.units.nodes.length;
  const places = 100 + 10 + 2000 + 10;
  expect(extensions.cost).toMatchObject({
    asked: places + 100 * 12,
    used: places + many * 12,
    capacity,
    restoresPerSecond,
  });
  expect(extensions.cost.left).toBeLessThanOrEqual(capacity);
  expect(extensions.cost.left).toBeGreaterThan(capacity / 2);
  expect((await town.admin.send(units, { code: town.code })).extensions).toBeUndefined();
});

it('prices an operation without running it', async () => {
  const town = await platform.newTown();
  const closing = 'mutation($input: CloseUnitInput!) { closeUnit(input: $input) { unit { id } } }';
  const unit = await town.openUnit({ from: '2024-01-01' });
  const input = { unit, on: '2024-06-01' };
  const { status, data, errors, extensions } = await town.admin.send(closing, { input }, preflight);
  expect([status, data, errors]).toEqual([200, null, []]);
  expect(extensions.cost).toMatchObject({
    asked: 5000 + 2 * 110 + 1,
    used: 1,
    heaviest: ['closeUnit'],
    heaviestAsked: 5221,
  });
  expect((await town.admin.ask('query($unit: ID!) { unit(id: $unit) { validTo } }', { unit })).unit.validTo).toBeNull();
  const { extensions: ofPage } = await town.admin.send(units, { code: town.code, n: 10 }, preflight);
  expect(ofPage.cost).toMatchObject({
    asked: 110 + 2010 + 10 * 12,
    used: 1,
    heaviest: ['town', 'units'],
    heaviestAsked: 2010 + 10 * 12,
  });
  // It asks as much as the operation itself.
  expect((await town.admin.send(units, { code: town.code, n: 10 }, told)).extensions.cost.asked).toBe(
    ofPage.cost.asked,
  );
});

it('refuses in a preflight what it would refuse', async () => {
  const town = await platform.newTown();
  const dear = `{ town(code: "${town.code}") { ${Array.from({ length: 20 }, (_, index) => `p${index}: previewContactRule(ways: [AT_HOME]) { blocks { __typename } }`).join(' ')} } }`;
  const refusals = await Promise.all([preflight, {}].map((headers) => town.admin.send(dear, {}, headers)));
  for (const { status, errors } of refusals) {
    expect([status, errors.map(({ extensions }) => extensions.limit)]).toEqual([400, ['cost']]);
  }
  expect((await town.admin.send('{ nothing }', {}, preflight)).errors[0]?.extensions.code).toBe('BAD_QUERY');
});

it('refuses what there are no points for, with how long to wait, and takes it then', async () => {
  const town = await platform.newTown();
  await leave(town, 1000);
  const due = `{ town(code: "${town.code}") { previewContactRule(ways: [AT_HOME], everyMonths: 3) { blocks { __typename } } } }`;
  const { extensions } = await town.admin.send(due, {}, preflight);
  expect(extensions.cost.retryAfter).toBeGreaterThan(1);
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${town.admin.token}` },
    body: JSON.stringify({ query: due }),
  });
  const body = (await response.json()) as { data?: unknown; errors: { extensions: Record<string, unknown> }[] };
  expect([response.status, body.data, body.errors.length]).toEqual([429, undefined, 1]);
  const { retryAfter, ...refusal } = body.errors[0]?.extensions ?? {};
  expect(refusal).toEqual({ code: 'LIMIT_EXCEEDED', limit: 'budget', asked: extensions.cost.asked });
  expect(Number(response.headers.get('retry-after'))).toBe(retryAfter);
  // What is cheap is let in meanwhile.
  expect((await town.admin.send('{ viewer { account { name } } }')).status).toBe(200);
  await leave(town, Number(extensions.cost.asked));
  expect((await town.admin.send(due)).status).toBe(200);
});

it('holds a budget across the processes that serve one database', async () => {
  const town = await platform.newTown();
  const orm = await connect(platform.database.appUrl, 10);
  const config = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4000' };
  const second = await serve(orm, config, pino({ level: 'silent' }));
  try {
    const clients = [town.admin, new ApiClient(second.url, town.admin.token)];
    await leave(town, 3_000_000);
    const query = `{ town(code: "${town.code}") { series(indicator: "contact", by: MONTH, first: "2024-01-01", last: "2024-01-31") { by } } }`;
    const { asked } = (await town.admin.send(query, {}, preflight)).extensions.cost;
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => (clients[index % 2] ?? town.admin).send(query, {}, told)),
    );
    const seconds = (performance.now() - begun) / 1000;
    const [served, refused] = [200, 429].map((status) => answers.filter((each) => each.status === status));
    expect([served?.length, refused?.length]).toEqual([expect.any(Number), 60 - (served?.length ?? 0)]);
    const used = served?.reduce((sum, { extensions }) => sum + extensions.cost.used, 0) ?? 0;
    expect(used).toBeGreaterThan(3_000_000 - 2 * asked);
    expect(used).toBeLessThanOrEqual(3_000_000 + seconds * restoresPerSecond);
  } finally {
    await second.stop();
    await orm.close(true);
  }
});

it('runs nothing for whoever asks for its price in another way', async () => {
  const { admin, code } = await platform.newTown();
  const registering = 'mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } } }';
  for (const way of ['true', '1, 1', '0']) {
    const input = { town: code, name: '不该有的人' };
    const { status, data, errors } = await admin.send(registering, { input }, { 'lianxin-preflight': way });
    expect([status, data, errors[0]?.extensions.code]).toEqual([400, undefined, 'BAD_QUERY']);
  }
  const people = 'query($code: RegisterCode!) { town(code: $code) { people(first: 9) { nodes { name } } } }';
  expect((await admin.ask(people, { code })).town.people.nodes).toEqual([]);
});

it('estimates an operation by what its variables are, whatever did not fit before', async () => {
  const { admin, code } = await platform.newTown();
  const listed =
    'query($code: RegisterCode!, $n: Int, $own: Boolean = true) { town(code: $code) { units(first: $n) { nodes { id } } people(first: 100) @include(if: $own) { nodes { id } } } }';
  const askedFor = async (variables: object) => {
    const { status, extensions } = await admin.send(listed, { code, ...variables }, told);
    return status === 200 ? extensions.cost.asked : status;
  };
  const [town, page] = [100 + 10, 2000 + 10];
  const [few, many] = [town + 2 * page + 3 * 11 + 100 * 11, town + 2 * page + 100 * 11 + 100 * 11];
  expect(await askedFor({ n: '100' })).toBe(400);
  expect(await askedFor({ n: 100 })).toBe(many);
  expect(await askedFor({ n: [1, 2] })).toBe(400);
  expect(await askedFor({ n: '3', own: 'true' })).toBe(400);
  expect(await askedFor({ n: 3 })).toBe(few);
  expect(await askedFor({ n: 3, own: false })).toBe(few - page - 100 * 11);
  expect(await askedFor({ n: 3, own: 'false' })).toBe(400);
  expect(await askedFor({ n: 3, own: true })).toBe(few);
});

it('gives back what was reserved for an operation whose purpose is null', async () => {
  const { admin, code } = await platform.newTown();
  const heavy = `query($p: ReadingPurpose = VISIT) @purpose(of: $p) { town(code: "${code}") {
    units(first: 100) { nodes { children(first: 100) { nodes { id } } } } } }`;
  for (let round = 0; round < 3; round++) {
    const { status, data, errors, extensions } = await admin.send(heavy, { p: null }, told);
    expect([status, errors]).toEqual([200, []]);
    expect(data.town.units.nodes.length).toBeGreaterThan(0);
    expect(extensions.cost.asked).toBeGreaterThan(100_000);
    expect(extensions.cost.left).toBeGreaterThan(capacity - 100_000);
  }
});
