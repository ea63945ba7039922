import { type RawBuilder, sql } from 'kysely';

/** That a row `placed` of household_block tells in which geographic block of a town a household is on a day, in SQL. */
export function placedOn(townId: number, day: string): RawBuilder<boolean> {
  return sql<boolean>`(placed.town_id = ${townId} and placed.superseded_at is null and placed.overlay_id is null
    and placed.valid_from <= ${day} and (placed.valid_to is null or placed.valid_to > ${day}))`;
}
