import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import type { Decided } from './breaks.ts';
import { changesBetween } from './changelog.ts';

const at = (file: string) => new URL(`../${file}`, import.meta.url);

/** A file of this package, as text. */
export function read(file: string): string {
  return readFileSync(at(file), 'utf8');
}

export function write(file: string, text: string): void {
  writeFileSync(at(file), text);
}

/** The breaks with the last release that were decided on. */
export function decided(): Decided[] {
  return JSON.parse(read('breaking-changes.json')) as Decided[];
}

const unreleased = '## Unreleased\n';

/** The changelog with what has changed since the last release, and below it what it says of earlier ones. */
export async function changelog(): Promise<string> {
  const changes = await changesBetween(
    buildSchema(read('released.graphql')),
    buildSchema(read('schema.graphql')),
    decided(),
  );
  const [head = ''] = read('CHANGELOG.md').split(unreleased);
  return `${head}${unreleased}\n${changes || 'Nothing.\n'}${releases()}`;
}

/** What the changelog says of earlier releases, from the latest on. */
function releases(): string {
  const [, rest = ''] = read('CHANGELOG.md').split(unreleased);
  const first = rest.search(/^## /m);
  return first < 0 ? '' : `\n${rest.slice(first)}`;
}
