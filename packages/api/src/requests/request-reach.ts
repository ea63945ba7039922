import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches } from '../access/reach.ts';
import { anyOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { levelAt, levelsOn, type RequestLevel } from '../handling/levels.ts';
import { placeOfBlock } from '../teams/find-team.ts';
import { dayOf } from '../today.ts';
import { type Located, type Standing, standingOf } from './standing.ts';

/**
 * Whether the actor may see a request: where it stands, and, of one about a place, where households stand that it concerns.
 */
export async function seesRequest(desk: Desk, actor: Actor, request: Located & TownKey): Promise<boolean> {
  const { place } = await standingOf(desk, request);
  if (reaches(actor, 'request:read', place)) return true;
  if (request.unitUuid === null) return false;
  const { townId, uuid } = request;
  const blocks = await desk.load(blocksConcerned, { townId, uuid });
  const places = await Promise.all(blocks.map((block) => placeOfBlock(desk, { townId, uuid: block })));
  return places.some((each) => reaches(actor, 'request:read', each));
}

/** Whether the actor may do something with a request, judged where it stands or at the unit of its level. */
export function mayAt(
  actor: Actor,
  permission: Permission,
  at: 'LEVEL' | 'STANDING',
  standing: Standing,
  level: RequestLevel,
): boolean {
  return reaches(actor, permission, at === 'STANDING' ? standing.place : placeOfLevel(standing, level));
}

/** The unit of a level, or the town, to ask for reach. Whoever is in a team is in charge of its block alone. */
function placeOfLevel({ place, path }: Standing, level: RequestLevel): Place {
  const { townId, units } = place;
  const { unit } = levelAt(levelsOn(path), level);
  if (unit === null) return { townId, units: [] };
  const from = units.indexOf(unit.uuid);
  return { townId, units: units.slice(from), teams: unit.kind === 'BLOCK' ? (place.teams ?? []) : [] };
}

/**
 * Batch of the blocks, of all partitions, that hold the households today that requests concern, or held them last where
 * they have left the town. One statement.
 */
async function blocksConcerned(desk: Desk, keys: readonly TownKey[]): Promise<string[][]> {
  const today = dayOf(desk.now);
  const { rows } = await sql<{ town_id: number; request: string; block: string }>`
    select distinct concerned.town_id, concerned.request_id as request, held.block_id as block
    from request_household concerned
    join household_block held using (town_id, household_id)
    join household h on h.town_id = held.town_id and h.id = held.household_id
    where concerned.town_id = any(${townsOf(keys)}::bigint[])
      and concerned.request_id = ${anyOf(keys.map((key) => key.uuid))}
      and held.superseded_at is null and held.valid_from <= ${today}
      and (held.valid_to is null or held.valid_to > ${today} or held.valid_to >= h.valid_to)`.execute(desk.db);
  return parted(keys, rows, 'request', (row) => row.block);
}
