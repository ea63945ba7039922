import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { ApiClient, type Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { connect } from '../db/orm.ts';
import { serve } from '../server.ts';
import { listen } from '../statements/listen.fixture.ts';
import { dayAfter, dayBefore, dayOf } from '../today.ts';

const platform = testPlatform({ budgetTimes: 1 });
const scopes = ['TOWN_READ', 'UNIT_READ', 'UNIT_COUNT'];
const names = 'town:read unit:read unit:count';
const counts = 'operations errors overBudget overLimit asked used';
const today = dayOf(new Date());
const around = { first: dayBefore(today), last: dayAfter(today) };
const mine = `query($clientId: String!, $period: PeriodInput!, $by: UsageStep!, $town: RegisterCode) {
  application(clientId: $clientId) { usage(period: $period, by: $by, town: $town) {
    period { first last } total { ${counts} } steps { begins counts { ${counts} } } towns { town { code } counts { ${counts} } } } } }`;
const units = 'query($code: RegisterCode!) { town(code: $code) { units(first: 2) { nodes { id } } } }';

/** What the one who registered an application is told of its usage. */
async function usage({ clientId }: TestApplication, more: Record<string, unknown> = {}, client = platform.operator) {
  const variables = { clientId, period: around, by: 'DAY', ...more };
  return (await client.ask(mine, variables)).application.usage;
}

/** Waits until so many operations are written. */
async function written(application: TestApplication, operations: number): Promise<Data> {
  await expect
    .poll(async () => (await usage(application)).total.operations, { timeout: 10_000, interval: 200 })
    .toBe(operations);
  return usage(application);
}

async function consented() {
  const [first, second] = [await platform.newTown(), await platform.newTown()];
  const application = await registerApplication(platform, scopes);
  for (const town of [first, second]) await consent(town, application, scopes);
  return { first, second, application, client: await clientOf(platform, application, names) };
}

describe('what an application has used', () => {
  it('is told in all, by steps and by towns, an operation of two towns in each with what it asks of that town', async () => {
    const { first, second, application, client } = await consented();
    const one = await client.send(units, { code: first.code });
    const both = `{ one: town(code: "${first.code}") { name } two: town(code: "${second.code}") { name code } }`;
    await client.ask(both);
    await client.ask('{ viewer { account { name } } }');
    const { total, steps, towns, period } = await written(application, 4);
    expect(period).toEqual(around);
    expect(steps).toEqual([{ begins: new Date(`${today}T00:00+08:00`).toISOString(), counts: total }]);
    const { asked, used } = one.extensions.cost;
    const ofSecond = { operations: 1, asked: 112, used: 112 };
    const none = { errors: 0, overBudget: 0, overLimit: 0 };
    const viewer = towns.find((each: Data) => each.town === null).counts;
    expect(viewer).toMatchObject({ operations: 1, ...none });
    expect(towns).toEqual(
      [
        { town: { code: first.code }, counts: { ...none, operations: 2, asked: asked + 111, used: used + 111 } },
        { town: null, counts: viewer },
        { town: { code: second.code }, counts: { ...none, ...ofSecond } },
      ].toSorted((a, b) => b.counts.used - a.counts.used),
    );
    expect(total).toEqual({
      ...none,
      operations: 4,
      asked: asked + 223 + viewer.asked,
      used: used + 223 + viewer.used,
    });
    const inSecond = await usage(application, { town: second.code, by: 'HOUR' });
    expect([inSecond.total, inSecond.steps.length]).toEqual([{ ...none, ...ofSecond }, 1]);
  });

  it('tells errors, refusals for want of points and other refusals apart, preflights and subscriptions too', async () => {
    const { first, application, client } = await consented();
    const { code } = first;
    expect((await client.send(units, { code }, { 'lianxin-preflight': '1' })).status).toBe(200);
    expect((await client.send('{ town(code: "000000000") { name } }')).errors).toHaveLength(1);
    expect((await client.send('{ nothing }')).status).toBe(400);
    expect((await client.send('{ town(')).status).toBe(400);
    const deep = `{ town(code: "${code}") { ${'district { towns { '.repeat(10)} name ${'} } '.repeat(10)} } }`;
    expect((await client.send(deep)).errors[0]?.extensions.limit).toBe('depth');
    // Whatever a process holds of it is over two seconds later.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await platform.database.sql(
      `update app.budget set free = 0, at = clock_timestamp() + interval '10 seconds', held = 0, held_before = 0 where caller like $1`,
      [`application % in ${code}`],
    );
    expect((await client.send(units, { code })).status).toBe(429);
    const stream = await fetch(`${platform.url}/graphql/stream`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${client.token}`, accept: 'text/event-stream' },
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: 'subscription { figuresChanged { towns } }' }),
    });
    await stream.body?.cancel();
    const { towns } = await written(application, 7);
    const of = (wanted: string | null) => towns.find((each: Data) => (each.town?.code ?? null) === wanted).counts;
    expect(of(code)).toEqual({ operations: 2, errors: 0, overBudget: 1, overLimit: 0, asked: 1, used: 1 });
    const nowhere = of(null);
    // What is refused unread names no town.
    expect(nowhere).toMatchObject({ operations: 5, errors: 3, overBudget: 0, overLimit: 1 });
    expect(nowhere.asked).toBeGreaterThan(111);
  });

  it('adds up over processes, and is written when one of them stops', async () => {
    const { first, application, client } = await consented();
    const orm = await connect(platform.database.appUrl, 10);
    const config = { host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:4000' };
    const second = await serve(orm, config, pino({ level: 'silent' }));
    try {
      const clients = [client, new ApiClient(second.url, client.token)];
      const asking = Array.from({ length: 40 }, (_, index) => clients[index % 2]?.ask(units, { code: first.code }));
      await Promise.all(asking);
    } finally {
      await second.stop();
      await orm.close(true);
    }
    const { total } = await written(application, 40);
    expect(total.used).toBe(40 * (2120 + 2 * 11));
  });

  it('takes a statement every few seconds, and none an operation', async () => {
    const { first, client } = await consented();
    await client.ask(units, { code: first.code });
    const { sent } = await listen(client, units, { code: first.code });
    expect(sent.filter((statement) => statement.includes('application_usage'))).toEqual([]);
  });

  it('is kept for the next time where the database is away', async () => {
    const { first, application, client } = await consented();
    await platform.database.sql('alter table application_usage rename to away');
    await client.ask(units, { code: first.code });
    await new Promise((resolve) => setTimeout(resolve, 3500));
    await platform.database.sql('alter table away rename to application_usage');
    await written(application, 1);
  });
});

describe('who is told', () => {
  const ofTown = `query($code: RegisterCode!, $period: PeriodInput!) { town(code: $code) { consents { nodes {
    usage(period: $period, by: DAY) { total { operations } towns { town { code } } } } } } }`;

  it('a town is told of an application in the town, and nothing of it elsewhere', async () => {
    const { first, second, application, client } = await consented();
    await client.ask(units, { code: first.code });
    await client.ask(units, { code: first.code });
    await client.ask(units, { code: second.code });
    await written(application, 3);
    const { consents } = (await first.admin.ask(ofTown, { code: first.code, period: around })).town;
    expect(consents.nodes).toEqual([{ usage: { total: { operations: 2 }, towns: [{ town: { code: first.code } }] } }]);
    const { town } = await second.admin.send(ofTown, { code: first.code, period: around }).then(({ data }) => data);
    expect(town).toBeNull();
  });

  it('nobody is told of an application of another developer, nor the application itself', async () => {
    const { first, application, client } = await consented();
    await client.ask(units, { code: first.code });
    await written(application, 1);
    expect(await usage(application, {}, first.admin)).toBeNull();
    expect(await usage(application, {}, client)).toBeNull();
  });

  it('and for all applications at once, with as many statements as for one', async () => {
    const town = await platform.newTown();
    const owner = await town.account('UNIT_OFFICER', { unit: town.unit(0) });
    const query = `query($period: PeriodInput!) { viewer { applications { nodes {
      usage(period: $period, by: DAY) { total { operations } towns { town { name } } } } } } }`;
    const add = async () => {
      const application = await registerApplication(platform, scopes, owner);
      await consent(town, application, scopes);
      await (await clientOf(platform, application, names)).ask(units, { code: town.code });
      await expect
        .poll(async () => (await usage(application, {}, owner)).total.operations, { timeout: 10_000 })
        .toBe(1);
    };
    await add();
    const few = await listen(owner, query, { period: around });
    await add();
    const many = await listen(owner, query, { period: around });
    expect(many.data.viewer.applications.nodes).toHaveLength(2);
    expect(many.sent.length, many.sent.join('\n')).toBe(few.sent.length);
  });
});

it('a period is one, and not too long', async () => {
  const application = await registerApplication(platform, scopes);
  const refused = async (more: Record<string, unknown>) => {
    const variables = { clientId: application.clientId, period: around, by: 'DAY', ...more };
    return (await platform.operator.send(mine, variables)).errors[0]?.extensions;
  };
  expect(await refused({ period: { first: today, last: dayBefore(today) } })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'period.last',
  });
  const long = { first: '2026-01-01', last: '2026-01-09' };
  expect(await refused({ period: long, by: 'HOUR' })).toMatchObject({ code: 'BAD_INPUT', field: 'period.last' });
  expect(await refused({ period: long })).toBeUndefined();
  expect(await refused({ period: { first: '2024-01-01', last: '2026-01-09' } })).toMatchObject({ code: 'BAD_INPUT' });
});
