import type { BenchPlatform } from '../platform.ts';
import type { LivingTown } from '../work-town.ts';

/** Sets towns up until there are so many, each with a tree and the summaries of the living one: a dashboard reads no more of them. */
export async function fillTowns(platform: BenchPlatform, { townId }: LivingTown, towns: number): Promise<void> {
  for (let each = 1; each < towns; each += 1) await platform.newTown();
  for (const [table, time] of [
    ['town_summary', 'month'],
    ['town_change', 'day'],
  ]) {
    await platform.asOwner(
      `insert into ${table} (town_id, measure, ${time}, id, count)
       select town.id, measure, ${time}, gen_random_uuid(), sum(count) from ${table}
       join town on set_up_on is not null and town.id <> town_id
       where town_id = ${townId} group by town.id, measure, ${time}`,
    );
  }
  await platform.vacuum();
}
