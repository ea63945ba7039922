import { createHash } from 'node:crypto';
import { type GraphQLSchema, buildSchema as parseSchema, printSchema } from 'graphql';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ApiClient, Data } from '../../test/client.ts';
import { testPlatform } from '../../test/platform.ts';
import { clientOf, consent, registerApplication, type TestApplication } from '../applications/application.fixture.ts';
import { pauseAfterRefusal } from '../cost/pauses.ts';
import { readGlobalId } from '../schema/global-id.ts';
import { buildSchema } from '../schema.ts';
import { documentCache } from './document-cache.ts';
import { brokenOperations } from './stored-operation-rows.ts';

const platform = testPlatform();
const units = 'query Units($code: RegisterCode!) { town(code: $code) { units(first: 2) { nodes { name } } } }';
const names = 'query Names($code: RegisterCode!) { town(code: $code) { name } }';
const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

let developer: ApiClient;
let application: TestApplication;
beforeEach(async () => {
  developer = platform.operator;
  application = await registerApplication(platform, ['TOWN_READ', 'UNIT_READ']);
});

const store = (documents: readonly string[], client = developer) =>
  client.do(
    'storeOperations',
    { application: application.id, documents },
    'application { operations { hash name document } }',
  );
const refused = (documents: readonly string[], client = developer) =>
  client.refused('storeOperations', { application: application.id, documents });

/** Sends a hash, with the document or alone. */
async function sendHash(token: string | undefined, sha256Hash: string, more: object = {}) {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ ...more, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
  });
  return (await response.json()) as { data?: Data; errors?: { message: string; extensions: { code: string } }[] };
}

describe('a stored operation', () => {
  it('is run by its hash, with variables and the rights of whoever sends it', async () => {
    const town = await platform.newTown();
    await consent(town, application, ['TOWN_READ', 'UNIT_READ']);
    const { application: shown } = await store([units, names, units]);
    expect(shown.operations).toEqual([
      { hash: hashOf(names), name: 'Names', document: names },
      { hash: hashOf(units), name: 'Units', document: units },
    ]);
    const { token } = await clientOf(platform, application, 'town:read unit:read');
    const variables = { code: town.code };
    expect((await sendHash(token, hashOf(units), { variables })).data.town.units.nodes).toHaveLength(2);
    const narrow = await clientOf(platform, application, 'town:read');
    expect((await sendHash(narrow.token, hashOf(units), { variables })).data.town.units).toBeNull();
  });

  it('that nobody has stored is asked for, and sending it with its hash stores nothing', async () => {
    const text = 'query Else { viewer { permissions } }';
    const missing = async () =>
      (await sendHash(developer.token, hashOf(text))).errors?.map(({ extensions }) => extensions.code);
    expect(await missing()).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect((await sendHash(developer.token, hashOf(text), { query: text })).errors).toBeUndefined();
    expect(await missing()).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const none = await sendHash(developer.token, '\0');
    expect(none.errors?.map(({ extensions }) => extensions.code)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    const wrong = await sendHash(developer.token, hashOf(`${text} `), { query: text });
    expect(wrong.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_QUERY']);
  });

  it('that nobody has stored has whoever asks for it wait before the next, as refusals do', async () => {
    const begun = performance.now();
    for (let each = 0; each < 10; each++) await sendHash(developer.token, hashOf(`query N${each} { __typename }`));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(9 * pauseAfterRefusal);
  });

  it('is looked for anew after some seconds, so that one that was dropped is run no more', async () => {
    const once = 'query Once { viewer { permissions } }';
    await store([once]);
    onTestFinished(() => void vi.useRealTimers());
    const cache = documentCache(platform.database.orm, () => {});
    vi.useFakeTimers({ toFake: ['performance'] });
    expect(await cache.get(hashOf(once))).toBe(once);
    await platform.database.sql('delete from stored_operation where application_id = $1', [
      readGlobalId(application.id)?.key,
    ]);
    expect(await cache.get(hashOf(once))).toBe(once);
    vi.advanceTimersByTime(10_000);
    expect(await cache.get(hashOf(once))).toBeUndefined();
  });

  it('is dropped by whoever stored it', async () => {
    await store([units, names]);
    const dropping = { application: application.id, hash: hashOf(units) };
    const { application: shown } = await developer.do('dropOperation', dropping, 'application { operations { name } }');
    expect(shown.operations).toEqual([{ name: 'Names' }]);
    expect(await developer.refused('dropOperation', dropping)).toEqual({ code: 'NOT_FOUND', field: 'input.hash' });
  });

  it('is bounded in number and in bytes with the others of its application', async () => {
    const long = (index: number) => `query Long${index} { viewer { permissions } } # ${'心'.repeat(19_000)}`;
    // A request has a megabyte at the most.
    for (const first of [0, 12, 24]) {
      await store(Array.from({ length: Math.min(12, 34 - first) }, (_, index) => long(first + index)));
    }
    expect(await refused([long(34), long(35)])).toEqual({ code: 'CONFLICT', field: 'input.documents' });
    for (let hundred = 0; hundred < 4; hundred++) {
      await store(Array.from({ length: 100 }, (_, index) => `query N${hundred}_${index} { viewer { permissions } }`));
    }
    const rest = Array.from({ length: 67 }, (_, index) => `query R${index} { viewer { permissions } }`);
    expect(await refused(rest)).toEqual({ code: 'CONFLICT', field: 'input.documents' });
    await store(rest.slice(1));
  });

  it('is forgotten with its application', async () => {
    await store([units]);
    await developer.do('endApplication', { application: application.id }, 'application { endedAt }');
    const query = 'query($id: String!) { application(clientId: $id) { operations { name } } }';
    expect((await developer.ask(query, { id: application.clientId })).application.operations).toEqual([]);
  });

  it('is shown to, stored and dropped by nobody else', async () => {
    await store([units]);
    const town = await platform.newTown();
    const notFound = { code: 'NOT_FOUND', field: 'input.application' };
    expect(await refused([names], town.admin)).toEqual(notFound);
    expect(await town.admin.refused('dropOperation', { application: application.id, hash: hashOf(units) })).toEqual(
      notFound,
    );
    const query = 'query($id: String!) { application(clientId: $id) { operations { name } } }';
    const { data } = await town.admin.send(query, { id: application.clientId });
    expect(data.application.operations).toBeNull();
  });

  it('is refused as the platform would refuse it, with the reason on its place, and nothing is stored', async () => {
    const at = (index: number) => ({ code: 'BAD_INPUT', field: `input.documents.${index}` });
    expect(await refused([units, 'query Wrong { nothing }'])).toEqual(at(1));
    expect(await refused(['query {'])).toEqual(at(0));
    expect(await refused(['{ viewer { permissions } }'])).toEqual(at(0));
    expect(await refused([`${units} ${names}`])).toEqual(at(0));
    expect(await refused([`query Long { viewer { permissions } } #${'x'.repeat(20_000)}`])).toEqual(at(0));
    const costly = names.replace(
      'name',
      'units(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } }',
    );
    expect(await refused([costly])).toEqual(at(0));
    expect(await refused(['query Nul { viewer { permissions } } #\0'])).toEqual(at(0));
    expect(await refused([])).toEqual({ code: 'BAD_INPUT', field: 'input.documents' });
    expect(await refused(Array(101).fill(units))).toEqual({ code: 'BAD_INPUT', field: 'input.documents' });
    const { application: shown } = await store([names]);
    expect(shown.operations).toHaveLength(1);
  });
});

it('a schema that would break stored operations names each with its application', async () => {
  await store([units, names]);
  const broken = async (schema: GraphQLSchema) =>
    (await brokenOperations(platform.database.orm, schema)).filter(({ application: name }) =>
      name.includes(application.clientId),
    );
  expect(await broken(buildSchema())).toEqual([]);
  const without = printSchema(buildSchema()).replace(/(\ntype Town [\s\S]*?\n {2})units\(/, '$1unitsOfOld(');
  expect(await broken(parseSchema(without))).toEqual([
    {
      application: `数据看板 (${application.clientId})`,
      operation: 'Units',
      why: expect.stringContaining('Cannot query field "units" on type "Town"'),
    },
  ]);
  await developer.do('endApplication', { application: application.id }, 'application { endedAt }');
  expect(await broken(parseSchema(without))).toEqual([]);
});
