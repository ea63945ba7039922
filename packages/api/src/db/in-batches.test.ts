import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { atDesk } from './door.ts';
import { inBatches } from './in-batches.ts';
import { newId } from './new-id.ts';

const platform = testPlatform();

it('what is added in batches has PostgreSQL look at the table, so that it knows of a new town', async () => {
  const { code } = await platform.newTown();
  const town = Number(code);
  const people = Array.from({ length: 12 }, (_, index) => ({ town_id: town, id: newId(), name: `${index}` }));
  const knows = async () => {
    const [row] = await platform.database.sql<{ known: boolean }>(`
      select coalesce(bool_or(most_common_vals::text like '%${code}%'), false) as known from pg_stats
      where tablename = 'person' and attname = 'town_id'`);
    return row?.known;
  };
  const adding = (atOnce: number) =>
    atDesk(platform.database.orm, { role: 'app_town', town }, new Date(), 'write', async (desk) => {
      const sizes: number[] = [];
      for await (const some of inBatches(desk, people.splice(0, 6), atOnce, ['person'])) {
        await desk.db.insertInto('person').values(some).execute();
        sizes.push(some.length);
      }
      return sizes;
    });
  expect(await adding(6)).toEqual([6]);
  expect(await knows()).toBe(false);
  expect(await adding(4)).toEqual([4, 2]);
  expect(await knows()).toBe(true);
});
