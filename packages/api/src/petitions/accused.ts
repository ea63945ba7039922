import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { placeWith, unitsStanding } from '../units/standing-under.ts';
import { timelineOf } from '../units/timeline.ts';
import type { PetitionClass } from './petition-states.ts';

/**
 * An accusation 检举控告, and what is told in it, is neither shown nor passed on to the unit accused or its people
 * (信访工作条例, art. 30). The unit accused is followed through restructurings; its people are those who hold a post or a
 * role today at it or at a unit under it.
 */

/** Batch of the units at which people hold a post today, or a role by an account that acts as them. One statement. */
async function unitsServedBy(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const { rows } = await sql<{ town_id: number; person_id: string; unit_id: string }>`
    with held as (
      select town_id, person_id, unit_id, valid_from, valid_to from post
      union all
      select a.town_id, t.person_id, a.unit_id, a.valid_from, a.valid_to from assignment a
        join town_account t on t.town_id = a.town_id and t.account_id = a.global_account_id where a.unit_id is not null
    )
    select town_id, person_id, unit_id from held
    where town_id = any(${townsOf(keys)}::bigint[])
      and person_id = ${anyOf(idsOf(keys))}
      and daterange(valid_from, valid_to) @> ${dayOf(desk.now)}::date
  `.execute(desk.db);
  return parted(keys, rows, 'person_id', (row) => row.unit_id);
}

/** The units of which an actor is one of the people, and all above them: what of a unit above is kept from none of them. */
async function unitsOf(desk: Desk, actor: Actor, townId: number): Promise<Set<string>> {
  const held = actor.assignments.filter((each) => each.townId === townId);
  const people = [...new Set(held.flatMap(({ personId }) => personId ?? []))];
  const served = await Promise.all(people.map((uuid) => desk.load(unitsServedBy, { townId, uuid })));
  const own = new Set([...held.flatMap(({ unitId }) => unitId ?? []), ...served.flat()]);
  const places = await Promise.all([...own].map((unit) => placeWith(desk, townId, unit)));
  return new Set(places.flatMap(({ units }) => units));
}

/** Whether an actor is one of the people of a unit accused; of none where none is. */
export async function isOfAccused(
  desk: Desk,
  actor: Actor,
  { townId, accusedUuid }: { townId: number; accusedUuid: string | null },
): Promise<boolean> {
  if (accusedUuid === null) return false;
  const [standing] = (await placeWith(desk, townId, accusedUuid)).units;
  return standing !== undefined && (await unitsOf(desk, actor, townId)).has(standing);
}

/** The units, those that are gone too, of which an actor is one of the people where they are accused today. */
export async function accusedOf(desk: Desk, actor: Actor): Promise<string[]> {
  const own = await unitsOf(desk, actor, desk.town);
  return own.size === 0 ? [] : unitsStanding(desk, ({ units: [unit] }) => unit !== undefined && own.has(unit));
}

/** Refuses what would give an accusation to the unit accused or one under it. Errors: CONFLICT on `field`. */
export async function requireNotAccused(
  desk: Desk,
  accused: string | null,
  unit: string | null,
  field: string,
  message: 'keptFromAccused' | 'petitionWithAccused' = 'keptFromAccused',
): Promise<void> {
  if (accused === null || unit === null) return;
  const [standing] = (await placeWith(desk, desk.town, accused)).units;
  const { units } = await placeWith(desk, desk.town, unit);
  if (standing !== undefined && units.includes(standing)) throw conflict(message, field);
}

/** Refuses to entrust an accusation to people of the unit accused. Errors: CONFLICT on the place of the one at fault. */
export async function requireNoneOfAccused(
  desk: Desk,
  accused: string | null,
  people: readonly string[],
  fieldAt: (person: string) => string,
): Promise<void> {
  if (accused === null) return;
  const served = await Promise.all(people.map((uuid) => desk.load(unitsServedBy, { townId: desk.town, uuid })));
  for (const [index, person] of people.entries()) {
    for (const unit of served[index] ?? []) await requireNotAccused(desk, accused, unit, fieldAt(person));
  }
}

/**
 * The unit that an accusation names on a day, by its id in the town.
 * Errors: NOT_FOUND on input.accused; BAD_INPUT on it for what is no accusation or a block of an overlay, or on input.on
 * before the unit was there.
 */
export async function readAccused(desk: Desk, id: string, kind: PetitionClass, on: string): Promise<string> {
  const uuid = requireIdIn(desk.town, id, 'Unit', 'input.accused');
  const timeline = await desk.load(timelineOf, desk.town);
  const line = timeline.find(uuid);
  const life = timeline.lifeOf(uuid);
  if (!line || !life) throw notFound('input.accused');
  if (kind !== 'ACCUSATION') throw badInput('input.accused', 'accusedOfNothing');
  if (line.overlayId !== null) throw badInput('input.accused', 'blockOfOverlay');
  if (on < life.from) throw badInput('input.on', 'dateBeforeBeginning', { date: life.from });
  return uuid;
}
