import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { requireThere } from '../schema/day.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { freeName, getStation } from './guidance-station-rows.ts';
import { endGuiding, guide, requireKinds } from './guided-kinds.ts';
import { requireLeader } from './open-guidance-station.ts';
import type { ChangeGuidanceStationInput } from './party-work.input.ts';
import type { GuidanceStationType } from './party-work.type.ts';

/**
 * Changes a guidance station; which kinds it guides, from a day on. Returns its id in the town.
 * Errors: NOT_FOUND on input.station, input.ledBy or a kind; CONFLICT on input.expectedVersion; BAD_INPUT or CONFLICT on the field
 * at fault.
 */
export async function changeGuidanceStation(
  desk: Desk,
  actor: Actor,
  input: ChangeGuidanceStationInput,
  from: string,
): Promise<string> {
  await lockSettings(desk);
  const station = await getStation(desk, actor, input.station);
  requireVersion(station, input.expectedVersion);
  requireThere(station, from, 'input.station');
  const ledBy = input.ledBy == null ? station.ledByUuid : await requireLeader(desk, input.ledBy, from);
  const name = input.name == null ? station.name : await freeName(desk, input.name, station.validFrom, station);
  const host = input.host == null ? station.host : oneLine(input.host, 'input.host');
  await desk.db
    .updateTable('guidance_station')
    .set({ name, host, led_by_id: ledBy, version: station.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', station.uuid)
    .execute();
  if (input.kinds != null) await guideOthers(desk, station, input.kinds, from);
  return station.uuid;
}

/** Lets a station guide these kinds and no others from a day on, until it closes. */
async function guideOthers(
  desk: Desk,
  { uuid, validTo: to, kinds: guided }: GuidanceStationType,
  ids: readonly string[],
  from: string,
): Promise<void> {
  const kinds = await requireKinds(desk, ids, { from, to });
  const lasting = guided.filter((each) => each.validFrom <= from && each.validTo === to);
  const staying = lasting.map(({ kindUuid }) => kindUuid).filter((kind) => kinds.includes(kind));
  await endGuiding(desk, uuid, from, staying);
  const coming = kinds.filter((kind) => !staying.includes(kind));
  await guide(desk, uuid, coming, { from, to });
  await restate(desk, 'all');
}
