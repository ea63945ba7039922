import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { heldBy, unitsWithinReach } from '../households/within-reach.ts';
import { dayOf } from '../today.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';

/**
 * The requests `r` of the desk's town that somebody may see, as a condition: the same as `seesRequest` says of each.
 * Four statements at the most.
 */
export async function visibleTo(desk: Desk, actor: Actor): Promise<RawBuilder<boolean>> {
  if (reachesTown(actor, 'request:read', desk.town)) return sql`true`;
  const units = await unitsWithinReach(desk, actor, 'request:read');
  return sql`(${await standsUnder(desk, units)} or (r.unit_id is not null and exists (
    select from request_household concerned
    where concerned.town_id = r.town_id and concerned.request_id = r.id
      and ${heldBy(desk, sql`concerned.household_id`, units)})))`;
}

/** That a request stands in one of some units of today: with its household, or in a place that is there now. */
export async function standsUnder(desk: Desk, units: readonly string[]): Promise<RawBuilder<boolean>> {
  const [timeline, links] = await Promise.all([desk.load(timelineOf, desk.town), desk.load(lineageOfTowns, desk.town)]);
  const today = dayOf(desk.now);
  const within = new Set(units);
  const gone = timeline.lines
    .map((line) => line.uuid)
    .filter((unit) => within.has(standsIn(timeline, links, unit, today) ?? ''));
  return sql`(${heldBy(desk, sql`r.household_id`, units)} or r.unit_id = ${anyOf(gone)})`;
}
