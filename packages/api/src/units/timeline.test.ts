import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testPlatform } from '../../test/platform.ts';
import { atDesk } from '../db/door.ts';
import { timelineOf } from './timeline.ts';

const platform = testPlatform();

it('of units that begin on one day the one made first comes first, wherever its row lies and however it is read', async () => {
  const town = await platform.newTown();
  const townId = Number(town.code);
  // A row that is updated lies behind the others.
  await platform.database.sql(
    `update unit_version set name = name where town_id = $1 and unit_id in
       (select unit_id from unit_version where town_id = $1 order by unit_id limit 2)`,
    [townId],
  );
  const seat = { role: 'app_town', town: townId } as const;
  const units = await atDesk(platform.database.orm, seat, new Date(), 'read', async (desk) => {
    for (const way of ['indexscan', 'bitmapscan']) {
      await sql`set local ${sql.raw(`enable_${way}`)} = off`.execute(desk.db);
    }
    return (await desk.load(timelineOf, townId)).lines.map(({ uuid, versions }) => `${versions[0]?.from} ${uuid}`);
  });
  expect(units.length).toBeGreaterThan(10);
  expect(units).toEqual(units.toSorted());
});
