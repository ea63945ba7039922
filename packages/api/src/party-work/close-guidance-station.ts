import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { requireThere } from '../schema/day.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { getStation } from './guidance-station-rows.ts';
import { endGuiding } from './guided-kinds.ts';

/**
 * Closes a guidance station; `on` is the first day without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.station, CONFLICT there where it closed by then; BAD_INPUT on input.on before it began.
 */
export async function closeGuidanceStation(desk: Desk, actor: Actor, id: string, on: string): Promise<string> {
  await lockSettings(desk);
  const station = await getStation(desk, actor, id);
  requireThere(station, on, 'input.station', 'input.on');
  await desk.db
    .updateTable('guidance_station')
    .set({ valid_to: on, version: station.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', station.uuid)
    .execute();
  await endGuiding(desk, station.uuid, on, []);
  await restate(desk, 'all');
  return station.uuid;
}
