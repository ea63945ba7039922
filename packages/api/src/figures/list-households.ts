import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { withinReach } from '../households/within-reach.ts';
import { Timeline, timelineOf } from '../units/timeline.ts';
import { type ContactedQuestion, contactedIn } from './contacted.ts';

/**
 * The ids of the households that a unit, or with null the town, holds on a day, by number, as far as they are within the
 * actor's reach: all of them, or with `contacted` those that were contacted in the period, or that were not. Four statements
 * at the most.
 */
export async function listHouseholds(
  desk: Desk,
  actor: Actor,
  { townId, period, asOf }: Omit<ContactedQuestion, 'period'> & { period: ContactedQuestion['period'] | null },
  unit: string | null,
  contacted: boolean,
): Promise<string[]> {
  const within = await withinReach(desk, actor, 'household:read', sql`placed.household_id`);
  const { rows } = await sql<{ id: string }>`
    select h.id from household_block placed
    join household h on h.town_id = placed.town_id and h.id = placed.household_id
    where placed.town_id = ${townId} and placed.superseded_at is null and placed.overlay_id is null
      and placed.valid_from <= ${asOf} and (placed.valid_to is null or placed.valid_to > ${asOf})
      and ${await heldUnder(desk, townId, unit, asOf)} and ${within}
      and ${period === null ? sql`true` : sql`((h.town_id, h.id) in (${contactedIn(period)} and town_id = ${townId})) = ${contacted}`}
    order by h.code, h.id`.execute(desk.db);
  return rows.map((row) => row.id);
}

/** That a block holds it which stands under a unit on a day, or is that unit. */
async function heldUnder(desk: Desk, townId: number, unit: string | null, asOf: string): Promise<RawBuilder<boolean>> {
  if (unit === null) return sql`true`;
  const under = Timeline.under((await desk.load(timelineOf, townId)).on(asOf), unit);
  return sql`placed.block_id = any(${[unit, ...under]}::uuid[])`;
}
