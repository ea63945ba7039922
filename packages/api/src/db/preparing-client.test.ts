import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { PreparingClient } from './preparing-client.ts';

const platform = testPlatform();

it('a statement that comes again is planned once, unless it comes with a long list', async () => {
  const client = new PreparingClient(platform.database.ownerUrl);
  await client.connect();
  const thrice = async (text: string, entries: number) => {
    const list = Array.from({ length: entries }, (_, index) => index);
    for (let time = 0; time < 3; time++) expect((await client.query(text, [list])).rows).toEqual([{ entries }]);
    const kept = 'select count(*)::int as count from pg_prepared_statements where statement = $1';
    return (await client.query(kept, [text])).rows[0]?.count;
  };
  expect(await thrice('select cardinality($1::int[]) as entries', 3)).toBe(1);
  expect(await thrice('select cardinality($1::int[]) as "entries"', 101)).toBe(0);
  await client.end();
});
