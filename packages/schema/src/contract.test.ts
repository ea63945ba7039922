import { readFile } from 'node:fs/promises';
import { buildSchema, findBreakingChanges } from 'graphql';
import { expect, it } from 'vitest';

const read = (file: string) => readFile(new URL(`../${file}`, import.meta.url), 'utf8');

/** A break with the last released contract that was decided on, and why. */
interface Decided {
  change: string;
  why: string;
}

const decided = async () => JSON.parse(await read('breaking-changes.json')) as Decided[];
const breaks = async () =>
  findBreakingChanges(buildSchema(await read('released.graphql')), buildSchema(await read('schema.graphql'))).map(
    ({ description }) => description,
  );

it('breaks the last released contract nowhere without an entry in breaking-changes.json', async () => {
  const entries = new Set((await decided()).map((entry) => entry.change));
  expect((await breaks()).filter((change) => !entries.has(change))).toEqual([]);
});

it('has no entry for a break that there is not, and a reason for each that there is', async () => {
  const present = new Set(await breaks());
  const entries = await decided();
  expect(entries.filter((entry) => !present.has(entry.change) || entry.why.trim().length < 20)).toEqual([]);
});

it('would notice a field that is taken away', async () => {
  const released = buildSchema(await read('released.graphql'));
  const without = buildSchema(
    (await read('schema.graphql')).replace(/^ {2}displayName: String!$/m, '  shownName: String!'),
  );
  expect(findBreakingChanges(released, without).map((change) => change.type)).toContain('FIELD_REMOVED');
});
