import { auditServer } from 'graphql-http';
import { expect, it } from 'vitest';
import { testPlatform } from '../test/platform.ts';

const platform = testPlatform();

async function post(body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const response = await fetch(`${platform.url}/graphql`, { method: 'POST', headers, body });
  return {
    status: response.status,
    body: (await response.json()) as { errors: { extensions: Record<string, unknown> }[] },
  };
}
const query = (text: string, variables = {}) => post(JSON.stringify({ query: text, variables }));

it('passes every MUST of the public GraphQL-over-HTTP audit', async () => {
  const results = await auditServer({ url: `${platform.url}/graphql` });
  const failed = results.filter((result) => result.status === 'error').map((result) => `${result.id} ${result.name}`);
  expect(failed).toEqual([]);
  expect(results.filter((result) => result.name.startsWith('MUST')).length).toBeGreaterThan(10);
});

it('answers a mistake in the document with 400 and BAD_QUERY', async () => {
  for (const text of ['{ districts {', '{ nothing }', '', '{ ...a } fragment a on Query { ...a }']) {
    const { status, body } = await query(text);
    expect(status, text).toBe(400);
    expect(body.errors[0]?.extensions.code, text).toBe('BAD_QUERY');
  }
});

it('answers a wrong variable with BAD_INPUT and the place of the mistake', async () => {
  const town = await platform.newTown();
  const { errors } = await town.admin.send(
    'mutation($input: OpenUnitInput!) { openUnit(input: $input) { unit { id } } }',
    {
      input: { town: town.code, kind: 'BLOCK', name: '块区', from: '2026-02-30' },
    },
  );
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'input.from' });
});

it('answers a token that is not valid with 401', async () => {
  const { status, body } = await post(JSON.stringify({ query: '{ viewer { account { name } } }' }), {
    'content-type': 'application/json',
    authorization: 'Bearer not-a-token-of-ours-at-all',
  });
  expect(status).toBe(401);
  expect(body.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

it('refuses ten megabytes of text, and JSON that is none', async () => {
  expect((await query('{ viewer { account { name } } }', { x: '字'.repeat(3_500_000) })).status).toBe(413);
  expect((await post('{"query": ')).status).toBe(400);
});

it('answers what a client got wrong with a 4xx and no fault in the log', async () => {
  for (const path of ['/%', '/assets/nope.js', '/assets/..%2f..%2fpackage.json']) {
    const { status } = await fetch(platform.url + path);
    expect([400, 403, 404], path).toContain(status);
  }
  expect((await query('subscription { x }')).body.errors[0]?.extensions.code).toBe('BAD_QUERY');
  const hash = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };
  expect(
    (await post(JSON.stringify({ query: '{ viewer { account { name } } }', extensions: hash }))).status,
  ).toBeLessThan(500);
  expect(platform.faults).toEqual([]);
});

it('speaks the caller’s language', async () => {
  const town = await platform.newTown();
  const messages = await Promise.all(
    ['zh-CN,zh;q=0.9', 'en-GB', ''].map(async (language) => {
      const client = await platform.clientOf(`admin-${town.code}`, language);
      return (await client.send('{ town(code: "999999999") { name } }')).errors[0]?.message;
    }),
  );
  expect(messages).toEqual(['未找到。', 'Not found.', '未找到。']);
});

it('lets nobody keep what the API answers, however it is asked', async () => {
  const town = await platform.newTown();
  const query = '{ viewer { account { name } } }';
  const authorization = `Bearer ${town.admin.token}`;
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const url = `${platform.url}/graphql`;
  for (const [path, init] of [
    ['', { ...asked, headers: { ...asked.headers, authorization }, body: JSON.stringify({ query }) }],
    [`?query=${encodeURIComponent(query)}`, { headers: { authorization, 'apollo-require-preflight': '1' } }],
    ['', { ...asked, headers: { ...asked.headers, authorization: 'Bearer nobody' }, body: '{}' }],
    ['', { ...asked, body: '{"query": ' }],
  ] as const) {
    const { headers, status } = await fetch(url + path, init);
    expect([headers.get('cache-control'), headers.get('etag')], String(status)).toEqual(['no-store', null]);
  }
});

it('says that it lives and that it is ready, and sends no header that tells what it runs on', async () => {
  for (const path of ['/healthz', '/readyz']) expect((await fetch(platform.url + path)).status).toBe(200);
  const { headers } = await fetch(`${platform.url}/healthz`);
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});
