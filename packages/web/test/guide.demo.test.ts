import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { difference, examplesIn, startShell } from './guide.ts';
import { startPlatform } from './platform.ts';

const docs = join(import.meta.dirname, '../../../docs');
const api = join(import.meta.dirname, '../../api');
const guide = (name: string) => examplesIn(readFileSync(join(docs, name), 'utf8'));

/** What `npm run --silent token -- ACCOUNT` does, on the platform of the test. */
const token = (databaseUrl: string) =>
  `npm() { (cd '${api}' && DATABASE_URL='${databaseUrl}' TSX_TSCONFIG_PATH="$PWD/tsconfig.json" node --import tsx src/signin/token.ts "\${@: -1}" < /dev/null); }`;

test('every example of the guide answers what the guide says', async () => {
  const platform = await startPlatform();
  const shell = await startShell(token(platform.databaseUrl), {});
  try {
    let compared = 0;
    for (const example of guide('guide.md')) {
      const code = example.code.replaceAll('http://localhost:4000', platform.url);
      const answer = await shell.run({ ...example, code });
      if (!example.expected) continue;
      compared += 1;
      expect(difference(example.expected, answer), `docs/guide.md, line ${example.line}`).toBeNull();
    }
    expect(compared).toBeGreaterThan(12);
  } finally {
    await shell.end();
    await platform.stop();
  }
});

test('both languages of the guide have the same examples', () => {
  const examples = (name: string) => guide(name).map(({ line, ...example }) => example);
  expect(examples('guide.zh.md')).toEqual(examples('guide.md'));
});

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
