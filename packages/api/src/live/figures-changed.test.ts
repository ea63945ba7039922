import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiClient, type Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
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
            heard.refused.push([String(extensions.code), extensions.field as string]);
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

  it('is bounded for each account: one that is closed makes room', async () => {
    const { admin } = await platform.newTown();
    const eight = [];
    for (let each = 0; each < 8; each++) eight.push(await listen(admin));
    expect(eight.every(({ refused, ended }) => refused.length === 0 && !ended)).toBe(true);
    expect(await refusal(admin)).toEqual([['LIMIT_EXCEEDED', undefined]]);
    expect(await refusal((await platform.newTown()).admin)).toEqual([]);
    eight[0]?.close();
    await expect.poll(() => refusal(admin), { timeout: 4000 }).toEqual([]);
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
      const response = await fetch(`${admin.url}/graphql/stream`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream',
          authorization: `Bearer ${admin.token}`,
        },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      return /^event: next\ndata: (.*)$/m.exec(text)?.[1] ?? '';
    };
    for (const query of ['{ viewer { account { id } } }', 'mutation { __typename }', 'subscription {']) {
      expect(JSON.parse(await post(query)).errors[0].extensions.code, query).toBe('BAD_QUERY');
    }
  });
});
