import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, ApiClient, type Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { actingFor, clientOf, consent, registerApplication } from '../applications/application.fixture.ts';
import { changesOf } from '../db/changes.ts';
import { settledTown } from '../households/household.fixture.ts';
import { recordVisit } from '../visits/visit.fixture.ts';
import { changedFeed } from './changed-feed.ts';

const platform = testPlatform();
const open = new Set<() => void>();

afterEach(() => {
  for (const close of open) close();
  open.clear();
});

/** A subscription as it is heard: its events, what was refused, and whether it has ended. */
interface Heard {
  towns: string[][];
  refused: [string, string | undefined][];
  ended: boolean;
  close: () => void;
}

/** Subscribes as somebody, and waits until it has begun. */
async function listen({ url, token, language }: ApiClient, args = ''): Promise<Heard> {
  const headers = { 'accept-language': language, ...(token && { authorization: `Bearer ${token}` }) };
  const client = createClient({ url: `${url}/graphql/stream`, headers, retryAttempts: 0 });
  const heard: Heard = { towns: [], refused: [], ended: false, close: () => {} };
  await new Promise<void>((begun) => {
    const end = () => {
      heard.ended = true;
      begun();
    };
    heard.close = client.subscribe<Data>(
      { query: `subscription { figuresChanged${args} { towns } }` },
      {
        next: ({ data, errors }) => {
          if (data) heard.towns.push(data.figuresChanged.towns);
          for (const { extensions } of errors ?? [])
            heard.refused.push([String(extensions.code), (extensions.field ?? extensions.limit) as string]);
        },
        error: end,
        complete: end,
      },
      { connected: () => begun() },
    );
  });
  open.add(heard.close);
  return heard;
}

/** Why a subscription is refused; nothing where it is not within a moment. */
async function refusal(client: ApiClient, args = ''): Promise<Heard['refused']> {
  const heard = await listen(client, args);
  for (let moment = 0; moment < 20 && !heard.ended; moment++) await pause(25);
  return heard.refused;
}
const seen = (heard: Heard) => expect.poll(() => heard.towns, { timeout: 4000 });

describe('figuresChanged', () => {
  it('tells which of somebody’s towns has changed, once a second however much, and no other’s', async () => {
    const { town, households } = await settledTown(platform, 6);
    const other = await platform.newTown();
    const [own, all] = [await listen(town.admin), await listen(platform.operator)];
    await pause(1200);
    for (const heard of [own, all]) heard.towns.length = 0;
    const began = Date.now();
    for (const household of households) await recordVisit(town, household, '2024-02-01');
    await other.openUnit();
    await seen(all).toEqual(expect.arrayContaining([expect.arrayContaining([other.code])]));
    await seen(own).not.toEqual([]);
    const most = 2 + Math.ceil((Date.now() - began) / 1000);
    expect(own.towns.length).toBeLessThanOrEqual(most);
    expect(new Set(own.towns.flat())).toEqual(new Set([town.code]));
    expect(all.towns.flat()).toContain(town.code);
  });

  it('is of one district, or of one town', async () => {
    const [one, other] = [await platform.newTown(), await platform.newTown()];
    const district = await listen(platform.operator, `(district: "${one.code.slice(0, 6)}")`);
    const town = await listen(platform.operator, `(town: "${one.code}")`);
    await pause(1200);
    for (const heard of [district, town]) heard.towns.length = 0;
    await other.openUnit();
    await one.openUnit();
    await seen(town).toEqual([[one.code]]);
    await seen(district).not.toEqual([]);
    expect(district.towns.flat().every((code) => code.startsWith(one.code.slice(0, 6)))).toBe(true);
  });

  it('is refused to nobody, to who may not count there, and where both a district and a town are said', async () => {
    const [one, other] = [await platform.newTown(), await platform.newTown()];
    expect(await refusal(platform.public)).toEqual([['UNAUTHENTICATED', undefined]]);
    expect(await refusal(one.admin, `(town: "${other.code}")`)).toEqual([['NOT_FOUND', 'town']]);
    expect(await refusal(one.admin, '(district: "999999")')).toEqual([['NOT_FOUND', 'district']]);
    expect(await refusal(one.admin, `(town: "${one.code}", district: "310112")`)).toEqual([['BAD_INPUT', 'town']]);
    const forged = new ApiClient(one.admin.url, 'x'.repeat(43));
    expect((await listen(forged)).ended).toBe(true);
    expect(platform.faults).toEqual([]);
  });

  it('ends with the account’s sessions', async () => {
    const town = await platform.newTown();
    const district = town.code.slice(0, 6);
    const opening = { name: 'live', displayName: '区', district };
    const { account } = await platform.operator.do('openOfficeAccount', opening, 'account { id name }');
    const heard = await listen(await platform.clientOf(account.name));
    expect(heard.ended).toBe(false);
    const { offices } = await platform.operator.ask('{ offices { id account { id } } }');
    const office = offices.find((each: Data) => each.account.id === account.id).id;
    await platform.operator.do('endOffice', { office }, 'office { id }');
    await expect.poll(() => heard.ended, { timeout: 20_000 }).toBe(true);
  }, 30_000);

  it('tells an application nothing more within five seconds of a town’s withdrawal', async () => {
    const town = await platform.newTown();
    const scopes = ['TOWN_READ', 'UNIT_COUNT'];
    const application = await registerApplication(platform, scopes);
    const id = await consent(town, application, scopes);
    const names = 'town:read unit:count';
    const itself = await listen(await clientOf(platform, application, names));
    const forPerson = await listen(await actingFor(platform, application, `admin-${town.code}`, names));
    await town.openUnit();
    await seen(itself).not.toEqual([]);
    await seen(forPerson).not.toEqual([]);
    await pause(1200);
    await town.admin.do('withdrawConsent', { consent: id }, 'consent { id }');
    platform.advance(3100);
    for (const heard of [itself, forPerson]) heard.towns.length = 0;
    await town.openUnit();
    for (const heard of [itself, forPerson]) {
      await expect.poll(() => heard.ended, { timeout: 4000 }).toBe(true);
      expect(heard.towns).toEqual([]);
    }
  });

  it('is bounded for each account: one that is closed makes room', async () => {
    const { admin } = await platform.newTown();
    const eight = [];
    for (let each = 0; each < 8; each++) eight.push(await listen(admin));
    expect(eight.every(({ refused, ended }) => refused.length === 0 && !ended)).toBe(true);
    expect(await refusal(admin)).toEqual([['LIMIT_EXCEEDED', 'streams']]);
    expect(await refusal((await platform.newTown()).admin)).toEqual([]);
    eight[0]?.close();
    await expect.poll(() => refusal(admin), { timeout: 4000 }).toEqual([]);
  });

  it('is bounded for all accounts that one town opened, with their applications, and leaves room for other towns', async () => {
    const town = await platform.newTown();
    const accounts = [];
    for (let each = 0; each < 5; each++) accounts.push(await town.account('TOWN_ADMINISTRATOR'));
    const scopes = ['TOWN_READ', 'UNIT_COUNT'];
    const application = await registerApplication(platform, scopes, town.admin);
    await consent(town, application, scopes);
    accounts.push(await clientOf(platform, application, 'town:read unit:count'));
    for (const account of accounts) for (let each = 0; each < 8; each++) await listen(account);
    for (let each = 0; each < 2; each++) expect(await refusal(town.admin)).toEqual([]);
    expect(await refusal(town.admin)).toEqual([['LIMIT_EXCEEDED', 'townStreams']]);
    expect(await refusal((await platform.newTown()).admin)).toEqual([]);
  });

  it('is bounded for an account apart from what applications open for it', async () => {
    const town = await platform.newTown();
    const scopes = ['TOWN_READ', 'UNIT_COUNT'];
    const names = 'town:read unit:count';
    const through = async () => {
      const application = await registerApplication(platform, scopes);
      await consent(town, application, scopes);
      return actingFor(platform, application, `admin-${town.code}`, names);
    };
    const [one, another] = [await through(), await through()];
    for (let each = 0; each < 8; each++) expect((await listen(one)).refused).toEqual([]);
    expect(await refusal(one)).toEqual([['LIMIT_EXCEEDED', 'streams']]);
    expect([await refusal(another), await refusal(town.admin)]).toEqual([[], []]);
  });

  it('tells of one thing for certain: on a condition it is refused, where that holds as where it does not', async () => {
    const { admin } = await platform.newTown();
    const send = async (query: string, variables = {}) => {
      const headers = { authorization: `Bearer ${admin.token}`, accept: 'text/event-stream' };
      const response = await fetch(`${admin.url}/graphql/stream`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, text: await response.text() };
    };
    const root = 'figuresChanged';
    const conditions = [
      [`subscription { ${root} @skip(if: true) { towns } }`],
      [`subscription { ${root} @include(if: false) { towns } }`],
      [`subscription($no: Boolean!) { ${root} @skip(if: $no) { towns } }`, { no: true }],
      [`subscription($no: Boolean!) { ... @include(if: $no) { ${root} { towns } } }`, { no: false }],
      [`subscription { ...Told } fragment Told on Subscription { ${root} @skip(if: true) { towns } }`],
    ] as const;
    for (const [query, variables] of conditions) {
      const { status, text } = await send(query, variables);
      expect([status, text], query).toEqual([200, expect.stringContaining('"code":"BAD_QUERY"')]);
    }
    expect(platform.faults).toEqual([]);
  });

  it('begins nothing for whoever has left while it was found out what they may hear of', async () => {
    const { code } = await platform.newTown();
    const feed = changedFeed(changesOf(platform.database.orm), new Map([[Number(code), code]]), AbortSignal.abort());
    expect(await feed.next()).toEqual({ done: true, value: undefined });
  });

  it('makes good what was missed while PostgreSQL was away: all towns count as changed', async () => {
    const town = await platform.newTown();
    const heard = await listen(town.admin);
    await pause(2200);
    heard.towns.length = 0;
    const listening = "query ilike 'listen %' or query = 'select 1'";
    const cut = await platform.database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and ${listening}`,
    );
    expect(cut.length).toBeGreaterThan(0);
    await seen(heard).toEqual([[town.code]]);
    await town.openUnit();
    await seen(heard).toEqual([[town.code], [town.code]]);
    expect(heard.ended).toBe(false);
  });
});

describe('subscriptions', () => {
  it('are served at their own address alone, and nothing else there', async () => {
    const { admin } = await platform.newTown();
    const { status, errors } = await admin.send('subscription { figuresChanged { towns } }');
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_QUERY']);
    const post = async (query: string) => {
      const response = await stream(admin, { body: JSON.stringify({ query }) });
      const text = await response.text();
      return /^event: next\ndata: (.*)$/m.exec(text)?.[1] ?? '';
    };
    for (const query of ['{ viewer { account { id } } }', 'mutation { __typename }', 'subscription {']) {
      expect(JSON.parse(await post(query)).errors[0].extensions.code, query).toBe('BAD_QUERY');
    }
  });

  const query = 'subscription { figuresChanged { towns } }';
  const asked = JSON.stringify({ query });
  it.each<[string, number, string, RequestInit]>([
    ['by GET', 405, 'BAD_QUERY', { method: 'GET' }],
    ['by DELETE', 405, 'BAD_QUERY', { method: 'DELETE' }],
    ['by PUT, as for one stream of all', 405, 'BAD_QUERY', { method: 'PUT' }],
    ['with an answer of JSON', 406, 'BAD_QUERY', { headers: { accept: 'application/json' } }],
    ['with any answer', 406, 'BAD_QUERY', { headers: { accept: '*/*' } }],
    ['as text', 415, 'BAD_QUERY', { headers: { 'content-type': 'text/plain' } }],
    [
      'as JSON in no known characters',
      415,
      'BAD_QUERY',
      { headers: { 'content-type': 'application/json; charset=x' } },
    ],
    ['as JSON that is none', 400, 'BAD_QUERY', { body: '{"query": ' }],
    ['as nothing', 400, 'BAD_QUERY', { body: '' }],
    ['as a list', 400, 'BAD_QUERY', { body: `[${asked}]` }],
    ['without a document', 400, 'BAD_QUERY', { body: '{}' }],
    ['as a number', 400, 'BAD_QUERY', { body: '{"query": 1}' }],
    ['with variables in a list', 400, 'BAD_QUERY', { body: JSON.stringify({ query, variables: [] }) }],
    ['with a name that is none', 400, 'BAD_QUERY', { body: JSON.stringify({ query, operationName: 1 }) }],
    ['with extensions as text', 400, 'BAD_QUERY', { body: JSON.stringify({ query, extensions: 'x' }) }],
    ['in a body of two megabytes', 413, 'LIMIT_EXCEEDED', { body: JSON.stringify({ query, x: 'x'.repeat(2 ** 21) }) }],
    ['with a token of nobody', 401, 'UNAUTHENTICATED', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }],
  ])('asked for %s are refused with a code and a message in the caller’s language', async (_, status, code, init) => {
    const messages = await Promise.all(
      ['en', 'zh'].map(async (language) => {
        const response = await stream({ ...platform.operator, language }, init);
        expect(response.headers.get('content-type')).toContain('application/json');
        const { errors } = (await response.json()) as Answer;
        expect([response.status, errors.map(({ extensions }) => extensions.code)]).toEqual([status, [code]]);
        return errors[0]?.message;
      }),
    );
    expect(messages.every((message) => typeof message === 'string' && message.length > 0)).toBe(true);
    expect(platform.faults).toEqual([]);
  });

  it('say what is wrong with how they are asked for, and how to ask', async () => {
    const said = async (language: string, init: RequestInit) => {
      const response = await stream({ ...platform.operator, language }, init);
      return [((await response.json()) as Answer).errors[0]?.message, response.headers.get('allow')];
    };
    expect(await said('en', { method: 'GET' })).toEqual(['Send the subscription by POST.', 'POST']);
    expect(await said('zh', { body: '{}' })).toEqual(['请发送一个对象：query 为订阅，variables 为对象。', null]);
  });

  it('begin where events are one of several answers that are taken', async () => {
    const ending = new AbortController();
    const headers = { accept: 'application/json;q=0.5, text/event-stream;q=0.9' };
    const response = await stream(platform.operator, { headers, signal: ending.signal });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    ending.abort();
  });

  /** Asks for a subscription, but for what is told. */
  function stream(by: Pick<ApiClient, 'url' | 'token' | 'language'>, { headers, ...init }: RequestInit = {}) {
    const usual = {
      ...{ accept: 'text/event-stream', 'content-type': 'application/json' },
      authorization: `Bearer ${by.token}`,
      'accept-language': by.language,
      ...(headers as Record<string, string>),
    };
    const body = init.method === 'GET' ? null : asked;
    return fetch(`${by.url}/graphql/stream`, { method: 'POST', body, ...init, headers: usual });
  }
});
