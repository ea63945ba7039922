import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { newId } from './new-id.ts';

const platform = testPlatform();

it('ids sort in the order in which they were made, thousands of them within a millisecond', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  // Several a millisecond, or this would say nothing: the first 48 bits are the millisecond.
  expect(new Set(ids.map((id) => id.slice(0, 13))).size).toBeLessThan(ids.length / 10);
});

it('PostgreSQL sorts them likewise', async () => {
  const ids = Array.from({ length: 1_000 }, newId);
  const [{ sorted }] = await platform.database.orm.em
    .fork()
    .execute<[{ sorted: string[] }]>('select array_agg(id order by id) as sorted from unnest(?::uuid[]) as id', [
      `{${ids.toReversed().join()}}`,
    ]);
  expect(sorted).toEqual(ids);
});
