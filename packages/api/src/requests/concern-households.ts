import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import { reaches } from '../access/reach.ts';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { badInput, notFound } from '../errors.ts';
import { getHouseholdFor, requireLiving } from '../households/find-household.ts';
import { requireIdIn } from '../schema/global-id.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { Timeline, timelineOf } from '../units/timeline.ts';

/** Which households a request concerns: those of units, and single ones. */
export interface Concerned {
  units?: readonly string[] | null;
  households?: readonly string[] | null;
}

/** The blocks and households that were checked. */
export interface ConcernedRows {
  blocks: readonly string[];
  households: readonly string[];
}

const mostUnits = 100;
const mostHouseholds = 1000;

/**
 * The blocks of the units, as they stand on a day, and the households that a request concerns.
 * Errors: NOT_FOUND on `field`.units.N or `field`.households.N for what the actor may raise no request for, BAD_INPUT or
 * CONFLICT there for a household that is not in the town on the day; BAD_INPUT on `field`.units or `field`.households for
 * too many.
 */
export async function readConcerned(
  desk: Desk,
  actor: Actor,
  { units, households }: Concerned,
  day: string,
  field: string,
): Promise<ConcernedRows> {
  if ((units?.length ?? 0) > mostUnits) throw badInput(`${field}.units`, 'tooMany', { most: mostUnits });
  if ((households?.length ?? 0) > mostHouseholds) {
    throw badInput(`${field}.households`, 'tooMany', { most: mostHouseholds });
  }
  const single = (households ?? []).map(async (id, index) => {
    const at = `${field}.households.${index}`;
    const household = await getHouseholdFor(desk, actor, 'request:raise', id, at);
    requireLiving(household, day, at, at);
    return household.uuid;
  });
  return {
    blocks: units?.length ? await blocksUnder(desk, actor, units, day, `${field}.units`) : [],
    households: await Promise.all(single),
  };
}

/** The blocks under units on a day, each once. Errors: NOT_FOUND on `field`.N. */
async function blocksUnder(
  desk: Desk,
  actor: Actor,
  units: readonly string[],
  day: string,
  field: string,
): Promise<string[]> {
  const timeline = await desk.load(timelineOf, desk.town);
  const states = timeline.on(day);
  const blocks = units.map(async (id, index) => {
    const uuid = requireIdIn(desk.town, id, 'Unit', `${field}.${index}`);
    const place = timeline.find(uuid) && (await placeOfBlock(desk, { townId: desk.town, uuid }));
    if (!place || !reaches(actor, 'request:raise', place)) throw notFound(`${field}.${index}`);
    return [uuid, ...Timeline.under(states, uuid)].filter((unit) => states.get(unit)?.kind === 'BLOCK');
  });
  return [...new Set((await Promise.all(blocks)).flat())];
}

/**
 * Writes which households a request concerns, those that the blocks held on a day and the single ones. Returns how many it
 * did not concern before. One statement.
 */
export async function writeConcerned(
  desk: Desk,
  request: string,
  { blocks, households }: ConcernedRows,
  day: string,
): Promise<number> {
  if (blocks.length + households.length === 0) return 0;
  // An id for each would have to be made here; these are found by their households alone.
  const { numAffectedRows } = await sql`
    insert into request_household (town_id, id, request_id, household_id)
    select ${desk.town}::bigint, gen_random_uuid(), ${request}::uuid, household
    from (
      select unnest(${[...households]}::uuid[]) as household
      union
      select household_id from household_block
      where town_id = ${desk.town} and block_id = ${anyOf(blocks)} and superseded_at is null
        and valid_from <= ${day} and (valid_to is null or valid_to > ${day})
    ) as concerned
    on conflict (town_id, request_id, household_id) do nothing`.execute(desk.db);
  return Number(numAffectedRows ?? 0);
}
