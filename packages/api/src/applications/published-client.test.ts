import { createServer, connect as dial, type Server } from 'node:net';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Connection, connect, LianxinError, NoToken, type Scope } from '../../../schema/src/index.ts';
import type { Data } from '../../test/client.ts';
import { type TestTown, testPlatform } from '../../test/platform.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { consent, registerApplication, type TestApplication, tokenResponse } from './application.fixture.ts';

const platform = testPlatform({ budgetTimes: 1 });
const permissions = ['TOWN_READ', 'UNIT_READ', 'UNIT_OPEN', 'PERSON_READ', 'PERSON_REGISTER'];
const scopes: Scope[] = ['town:read', 'unit:read', 'unit:open', 'person:read', 'person:register'];
const units = `query($code: RegisterCode!, $after: String) {
  town(code: $code) { units(first: 2, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } } }`;

let town: TestTown;
let application: TestApplication;
beforeAll(async () => {
  town = await platform.newTown();
  application = await registerApplication(platform, permissions);
  await consent(town, application, permissions);
});

const connected = (more: object = {}) =>
  connect({ url: platform.url, clientId: application.clientId, secret: application.secret, scopes, ...more });

describe('the client of packages/schema', () => {
  it('gets a token, asks, and goes through all pages of a list', async () => {
    const lianxin = connected();
    const names: string[] = [];
    for await (const { name } of lianxin.each(
      units,
      { code: town.code },
      (data: Data): Connection<{ name: string }> => data.town.units,
    )) {
      names.push(name);
    }
    const all = await town.admin.ask(
      'query($code: RegisterCode!) { town(code: $code) { units(first: 100) { nodes { name } } } }',
      { code: town.code },
    );
    expect(names).toEqual(all.town.units.nodes.map((unit: Data) => unit.name));
    expect(names.length).toBeGreaterThan(2);
    const { extensions } = await lianxin.send(units, { code: town.code });
    expect(extensions.cost?.used).toBeGreaterThan(0);
  });

  it('rejects with the codes and fields of the answer, and with what OAuth says of a secret', async () => {
    const opening = 'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id } } }';
    const refused = connected({ language: 'en' }).ask(opening, {
      input: { town: town.code, kind: 'VILLAGE', name: '' },
    });
    await expect(refused).rejects.toMatchObject({ code: 'BAD_INPUT', field: 'input.name' });
    await expect(refused).rejects.toBeInstanceOf(LianxinError);
    const wrong = connected({ secret: 'wrong' }).ask(units, { code: town.code });
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_client' });
    await expect(wrong).rejects.toBeInstanceOf(NoToken);
  });

  it('waits where an application has got as many tokens as it may for now, as long as its patience lasts', async () => {
    const own = await registerApplication(platform, permissions);
    await consent(town, own, permissions);
    await tokenResponse(platform, own, 'town:read');
    // All but the last fifth of the next token is there in a moment, at one each ten seconds.
    await platform.database.sql(
      `update app.budget set free = 0.8, at = clock_timestamp(), held = 0, held_before = 0 where caller = $1`,
      [`tokens ${own.clientId}`],
    );
    const connecting = { clientId: own.clientId, secret: own.secret };
    const hasty = connected({ ...connecting, patience: 0 }).ask(units, { code: town.code });
    await expect(hasty).rejects.toMatchObject({ code: 'slow_down', retryAfter: expect.any(Number) });
    await expect(connected(connecting).ask(units, { code: town.code })).resolves.toBeDefined();
  });

  it('asks for the secret again when one is refused, so that another takes over', async () => {
    const renewing = { application: application.id };
    const { secret: next } = await platform.operator.do('renewApplicationSecret', renewing, 'secret');
    const given = ['gone', next];
    const lianxin = connected({ secret: () => given.shift() ?? next });
    await expect(lianxin.ask(units, { code: town.code })).resolves.toBeDefined();
    expect(given).toEqual([]);
  });

  it('sends operations by their hash, stored or not', async () => {
    const named = units.replace('query(', 'query Units(');
    const storing = { application: application.id, documents: [named] };
    await platform.operator.do('storeOperations', storing, 'application { id }');
    const lianxin = connected({ byHash: true });
    for (const operation of [named, `${named} # not stored`]) {
      await expect(lianxin.ask(operation, { code: town.code })).resolves.toBeDefined();
    }
  });

  it('gets another token where one is refused', async () => {
    const given = ['ended', await tokenOf()];
    const lianxin = connect({ url: platform.url, token: () => given.shift() ?? '' });
    await expect(lianxin.ask(units, { code: town.code })).resolves.toBeDefined();
    expect(given).toEqual([]);
    await expect(connect({ url: platform.url, token: () => 'ended' }).ask(units)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('waits for points as long as the platform says, if that is not too long', async () => {
    const lianxin = connected();
    await lianxin.ask(units, { code: town.code });
    const emptied = async () => {
      // Whatever a process holds is over two seconds later.
      await new Promise((resolve) => setTimeout(resolve, 2100));
      await platform.database.sql(
        `update app.budget set free = 0, at = clock_timestamp() + interval '1 second', held = 0, held_before = 0 where caller like $1`,
        [`application ${readGlobalId(application.id)?.key}%`],
      );
    };
    await emptied();
    const { errors } = await connected({ patience: 0 }).send(units, { code: town.code });
    expect(errors.map(({ extensions }) => extensions.limit)).toEqual(['budget']);
    await emptied();
    await expect(lianxin.ask(units, { code: town.code })).resolves.toBeDefined();
  });

  const registering = 'mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { person { name } } }';
  it.each([
    ['a change', registering, '顾明'],
    [
      'a change that begins with a fragment',
      `fragment Named on Person { name } ${registering.replace('{ name }', '{ ...Named }')}`,
      '顾亮',
    ],
  ])('sends %s again under one key where no answer came, and it has one effect', async (_, operation, name) => {
    const { url, cuts } = await cuttingProxy(new URL(platform.url), 2);
    const token = await tokenOf();
    const lianxin = connect({ url, token: () => token });
    const answer = await lianxin.ask<Data>(operation, { input: { town: town.code, name } });
    expect(answer.registerPerson.person.name).toBe(name);
    expect(cuts()).toBe(2);
    const rows = await platform.database.sql('select from person where town_id = $1 and name = $2', [town.code, name]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    [
      'two changes',
      'a: registerPerson(input: $input) { person { id } } b: registerPerson(input: $second) { person { id } }',
    ],
    ['a change that says itself what', 'registerPerson(input: { town: "TOWN", name: "顾平" }) { person { id } }'],
  ])('sends %s once, since no one key makes sure of it', async (_, changes) => {
    const { url, cuts } = await cuttingProxy(new URL(platform.url), 2);
    const token = await tokenOf();
    const head = changes.includes('$') ? '($input: RegisterPersonInput!, $second: RegisterPersonInput!)' : '';
    const operation = `mutation${head} { ${changes.replace('TOWN', town.code)} }`;
    const variables = { input: { town: town.code, name: '顾平' }, second: { town: town.code, name: '顾平' } };
    await expect(connect({ url, token: () => token }).ask(operation, variables)).rejects.toThrow();
    expect(cuts()).toBe(1);
  });

  it('gets one token for all who ask at once, also where that of all of them is refused', async () => {
    let asked = 0;
    const secret = () => {
      asked += 1;
      return application.secret;
    };
    const five = (lianxin: ReturnType<typeof connect>) =>
      Promise.all(Array.from({ length: 5 }, () => lianxin.ask(units, { code: town.code })));
    await five(connected({ secret }));
    expect(asked).toBe(1);
    const given = ['ended', await tokenOf(), 'one too many'];
    await five(connect({ url: platform.url, token: () => given.shift() ?? '' }));
    expect(given).toEqual(['one too many']);
  });

  it.each([
    ['hangs up', undefined],
    ['answers with a page of its own', 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n<html></html>'],
    ['answers with a page as if all were well', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<html></html>'],
  ])('asks for a token again where a proxy %s', async (_, instead) => {
    const { url, cuts } = await cuttingProxy(new URL(platform.url), 1, instead);
    await expect(connected({ url }).ask(units, { code: town.code })).resolves.toBeDefined();
    expect(cuts()).toBe(1);
  });
});

async function tokenOf(): Promise<string> {
  const response = await fetch(`${platform.url}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${application.clientId}:${application.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(' ') }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Stands before the platform and hangs up as soon as it begins to answer, so many times, or says something instead; then it lets through. */
async function cuttingProxy(
  { hostname, port }: URL,
  times: number,
  instead?: string,
): Promise<{ url: string; cuts: () => number }> {
  let cuts = 0;
  const server: Server = createServer((client) => {
    const behind = dial({ host: hostname, port: Number(port) });
    const end = () => {
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) socket.on('error', end).on('close', end);
    client.pipe(behind);
    behind.on('data', (chunk) => {
      if (cuts >= times) return void client.write(chunk);
      cuts += 1;
      if (instead === undefined) return end();
      behind.removeAllListeners('close').destroy();
      client.end(instead);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return { url: `http://127.0.0.1:${address.port}`, cuts: () => cuts };
}
