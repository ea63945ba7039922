import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { placedOn } from '../households/placed-on.ts';
import { withinReach } from '../households/within-reach.ts';
import type { Days } from '../indicators/indicator.ts';
import { Timeline, timelineOf } from '../units/timeline.ts';
import { contactedIn } from '../visits/contacted.ts';

/** Which households of a figure: those that a unit, or with null the town, holds on a day. */
export interface HouseholdsKey {
  actor: Actor;
  townId: number;
  asOf: string;
  unit: string | null;
  /** With a period only those that were contacted in it, or that were not. */
  period: Days | null;
  counted: boolean;
}

/**
 * Batch of the ids of the households that figures of the desk's town count, by number, as far as an actor may see them.
 * For each day and period a number of statements that grows neither with the households nor with the units.
 */
export async function listHouseholds(desk: Desk, keys: readonly HouseholdsKey[]): Promise<string[][]> {
  const alike = Map.groupBy(keys, ({ asOf, period, counted }) => JSON.stringify([asOf, period, counted]));
  const listed = new Map<HouseholdsKey, string[]>();
  for (const some of alike.values()) {
    const [first] = some;
    if (!first) continue;
    const states = (await desk.load(timelineOf, first.townId)).on(first.asOf);
    const units = new Map(some.map((key) => [key, unitsUnder(states, key.unit)]));
    const rows = await inReach(desk, first, new Set([...units.values()].flatMap((under) => [...under])));
    for (const [key, under] of units) {
      listed.set(
        key,
        rows.filter(({ block }) => under.has(block)).map(({ id }) => id),
      );
    }
  }
  return keys.map((key) => listed.get(key) ?? []);
}

/** A unit with all under it, or all units of the town. */
export function unitsUnder(states: ReturnType<Timeline['on']>, unit: string | null): Set<string> {
  const under = Timeline.under(states, unit);
  return unit === null ? under : under.add(unit);
}

async function inReach(
  desk: Desk,
  { actor, townId, asOf, period, counted }: HouseholdsKey,
  units: ReadonlySet<string>,
) {
  const within = await withinReach(desk, actor, 'household:read', sql`placed.household_id`);
  const contacted = period && sql`((h.town_id, h.id) in (${contactedIn(period)} and town_id = ${townId})) = ${counted}`;
  const { rows } = await sql<{ id: string; block: string }>`
    select h.id, placed.block_id as block from household_block placed
    join household h on h.town_id = placed.town_id and h.id = placed.household_id
    where ${placedOn(townId, asOf)} and placed.block_id = ${anyOf(units)} and ${within} and ${contacted ?? sql`true`}
    order by h.code, h.id`.execute(desk.db);
  return rows;
}
