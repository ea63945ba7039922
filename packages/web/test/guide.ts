import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** What examples are written in: for a shell, for Node, or for the explorer, where one asks as oneself. */
type Language = 'bash' | 'js' | 'graphql';

/** An example of a guide: what is run, and what it says comes of that. */
export interface Example {
  /** The line of the guide on which it begins. */
  line: number;
  language: Language;
  code: string;
  expected: { language: 'json' | 'text'; text: string } | null;
}

/** The examples of a guide in their order. What stands in a fence of json or text right after one is what it answers. */
export function examplesIn(markdown: string): Example[] {
  const fences = [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map((match) => ({
    language: match[1] ?? '',
    text: match[2] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
  return fences.flatMap(({ language, text, from, to }, index) => {
    if (language !== 'bash' && language !== 'js' && language !== 'graphql') return [];
    const next = fences[index + 1];
    const follows = next && markdown.slice(to, next.from).trim() === '' ? next : undefined;
    const line = markdown.slice(0, from).split('\n').length;
    return [{ line, language, code: text, expected: follows ? answerIn(follows.language, follows.text) : null }];
  });
}

function answerIn(language: string, text: string): Example['expected'] {
  return language === 'json' || language === 'text' ? { language, text } : null;
}

/** A shell in a folder of its own, in which examples are run one after the other. */
export interface Shell {
  /** What an example writes. Rejects where it fails, with what it says about that. */
  run(example: Example): Promise<string>;
  end(): Promise<void>;
}

/** Starts one. `before` is run first; it may use names of `env`. */
export async function startShell(before: string, env: Record<string, string>): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-guide-'));
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`;
  const shell = spawn('bash', ['--noprofile', '--norc'], { cwd: folder, env: { PATH: path, HOME: folder, ...env } });
  let [written, said] = ['', ''];
  let look = () => {};
  shell.stdout.on('data', (part: Buffer) => {
    written += part.toString();
    look();
  });
  shell.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  let count = 0;
  const run = async (code: string): Promise<string> => {
    const end = `end-of-example-${++count}`;
    [written, said] = ['', ''];
    shell.stdin.write(`${code}\nprintf '${end} %s\\n' "$?"\n`);
    const pattern = new RegExp(`^(.*)${end} (\\d+)\\n$`, 's');
    const [, answer = '', status] = await new Promise<RegExpExecArray>((resolve) => {
      look = () => {
        const match = pattern.exec(written);
        if (match) resolve(match);
      };
    });
    if (status !== '0' || said !== '') throw new Error(`${code}\nended with ${status} and said: ${said}`);
    return answer;
  };
  await run(before);
  return {
    run: async ({ language, code }) => {
      if (language === 'bash') return run(code);
      if (language === 'graphql') throw new Error('What is asked in the explorer is not run in a shell');
      const name = /^\/\/ ([\w.-]+\.mjs)\n/.exec(code)?.[1];
      if (!name) throw new Error(`No name of a file in the first line of\n${code}`);
      await writeFile(join(folder, name), code);
      return run(`node ${name}`);
    },
    end: async () => {
      shell.kill();
      await rm(folder, { recursive: true });
    },
  };
}

/** What of an answer is not what a guide says, and where; null where all is. `…` stands for anything. */
export function difference(expected: NonNullable<Example['expected']>, actual: string): string | null {
  if (expected.language === 'json') return differs(JSON.parse(expected.text), JSON.parse(actual), '');
  const pattern = expected.text.trim().split('…').map(escaped).join('.*');
  return new RegExp(`^${pattern}$`, 's').test(actual.trim()) ? null : actual;
}

function differs(expected: unknown, actual: unknown, at: string): string | null {
  if (expected === '…') return actual === undefined ? `${at} is missing` : null;
  if (isObject(expected) && isObject(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    for (const name of names) {
      const found = differs(expected[name], actual[name], `${at}.${name}`);
      if (found !== null) return found;
    }
    return null;
  }
  return Object.is(expected, actual) ? null : `${at} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
