import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Browser } from '../../api/src/signin/browser.fixture.ts';
import { difference, examplesIn, startShell } from './guide.ts';
import { demoPassword, startPlatform } from './platform.ts';

const docs = join(import.meta.dirname, '../../../docs');
const guide = (name: string) => examplesIn(readFileSync(join(docs, name), 'utf8'));

/** Asks as somebody, as the explorer does. */
async function ask(url: string, token: string, query: string) {
  const headers = { 'content-type': 'application/json', 'lianxin-cost': '1', authorization: `Bearer ${token}` };
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
}

/** Registers the application that the guide says one registers in the web. */
async function registered(url: string, token: string): Promise<{ id: string; clientId: string; secret: string }> {
  const scopes = 'TOWN_READ, UNIT_READ, UNIT_COUNT, HOUSEHOLD_READ, RESIDENT_READ, PERSON_REGISTER';
  const input = `name: "Town board", description: "Shows the units of towns that consent.", scopes: [${scopes}]`;
  const answer = await ask(
    url,
    token,
    `mutation { registerApplication(input: { ${input} }) { application { id clientId } secret } }`,
  );
  const { application, secret } = JSON.parse(answer).data.registerApplication;
  return { id: String(application.id), clientId: String(application.clientId), secret: String(secret) };
}

test('every example of the guide answers what the guide says', async () => {
  const platform = await startPlatform();
  const shell = await startShell('true', {});
  try {
    const { access_token: token } = await new Browser(platform.url).signIn('developer', demoPassword);
    const { id, clientId, secret } = await registered(platform.url, token);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    let compared = 0;
    for (const example of guide('guide.md')) {
      const code = example.code
        .replaceAll('http://localhost:4000', platform.url)
        .replaceAll('YOUR-CLIENT-ID', clientId)
        .replaceAll('YOUR-SECRET', secret)
        .replaceAll('YOUR-APPLICATION-ID', id)
        .replace(/2026-11-\d\d/g, today);
      const run = () =>
        example.language === 'graphql' ? ask(platform.url, token, code) : shell.run({ ...example, code });
      const { expected, line } = example;
      if (!expected) {
        await run();
        continue;
      }
      compared += 1;
      const found = async () => difference(expected, await run());
      const where = `docs/guide.md, line ${line}`;
      // Usage is counted within some seconds.
      if (code.includes('usage(')) await expect.poll(found, { timeout: 10_000, message: where }).toBeNull();
      else expect(await found(), where).toBeNull();
    }
    expect(compared).toBeGreaterThan(12);
  } finally {
    await shell.end();
    await platform.stop();
  }
});

test.each(['guide', 'applications', 'webhooks', 'exports', 'errors', 'limits'])(
  'both languages of %s have the same examples and name the same',
  (name) => {
    const examples = (page: string) => guide(page).map(({ line, ...example }) => example);
    expect(examples(`${name}.zh.md`)).toEqual(examples(`${name}.md`));
    const written = (page: string) => readFileSync(join(docs, page), 'utf8').replace(/```.*?```/gs, '');
    const indented = (page: string) => [...written(page).matchAll(/^ {4,}(\S.*)$/gm)].map(([, code]) => code);
    expect(indented(`${name}.zh.md`)).toEqual(indented(`${name}.md`));
    const named = (page: string) =>
      [...new Set([...written(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code))].sort();
    expect(named(`${name}.zh.md`)).toEqual(named(`${name}.md`));
  },
);

test('an answer that is not what a guide says is found, and anything may stand for …', () => {
  const json = (text: string) => ({ language: 'json' as const, text });
  expect(difference(json('{"a":["…",{"b":1}]}'), '{"a":[7,{"b":1}]}')).toBeNull();
  expect(difference(json('{"a":[7,{"b":1}]}'), '{"a":[7,{"b":2}]}')).toBe('.a.1.b is 2, not 1');
  expect(difference(json('{"a":1}'), '{"a":1,"b":2}')).toBe('.b is 2, not undefined');
  expect(difference(json('{"a":"…"}'), '{}')).toBe('.a is missing');
  expect(difference(json('[]'), '{}')).not.toBeNull();
  expect(difference({ language: 'text', text: 'one\n…three\n' }, 'one\ntwo\nthree\n')).toBeNull();
  expect(difference({ language: 'text', text: '296\n' }, '295\n')).toBe('295\n');
});

test('an example that fails is told', async () => {
  const shell = await startShell('true', {});
  const example = { line: 1, expected: null };
  await expect(shell.run({ ...example, language: 'bash', code: 'false\n' })).rejects.toThrow('ended with 1');
  await expect(shell.run({ ...example, language: 'js', code: '// a.mjs\nthrow new Error("no")\n' })).rejects.toThrow();
  expect(await shell.run({ ...example, language: 'js', code: '// a.mjs\nconsole.log(1 + 1)\n' })).toBe('2\n');
  await shell.end();
});
