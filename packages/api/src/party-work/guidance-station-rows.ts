import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import type { GuidanceStationType } from './party-work.type.ts';

/** Batch of the guidance stations of towns, those that closed too, the oldest first, with the kinds that they guide. Two statements. */
export async function guidanceStationsOf(desk: Desk, towns: readonly number[]): Promise<GuidanceStationType[][]> {
  const stations = await desk.db
    .selectFrom('guidance_station')
    .select(['town_id', 'id', 'name', 'host', 'led_by_id', 'valid_from', 'valid_to', 'version'])
    .where('town_id', 'in', [...towns])
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const kinds = await desk.db
    .selectFrom('guided_kind')
    .select(['town_id', 'station_id', 'kind_id', 'valid_from', 'valid_to'])
    .where('town_id', 'in', [...towns])
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byStation = Map.groupBy(kinds, (kind) => kind.station_id);
  return towns.map((town) =>
    stations
      .filter((row) => row.town_id === town)
      .map(({ id: uuid, led_by_id: ledByUuid, valid_from: validFrom, valid_to: validTo, ...row }) => ({
        ...{ townId: town, uuid, id: globalId('GuidanceStation', town, uuid), ledByUuid, validFrom, validTo },
        ...{ name: row.name, host: row.host, version: row.version },
        kinds: (byStation.get(uuid) ?? []).map((each) => ({
          ...{ townId: town, kindUuid: each.kind_id, validFrom: each.valid_from, validTo: each.valid_to },
        })),
      })),
  );
}

/** The guidance station that a mutation names, if the actor keeps coverage in the town. Errors: NOT_FOUND on input.station. */
export async function getStation(desk: Desk, actor: Actor, id: string): Promise<GuidanceStationType> {
  const uuid = requireIdIn(desk.town, id, 'GuidanceStation', 'input.station');
  const station = (await desk.load(guidanceStationsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!station || !reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.station');
  return station;
}

/** The name that an input gives a guidance station from a day on. Errors: BAD_INPUT or CONFLICT on input.name. */
export async function freeName(desk: Desk, given: string, from: string, own?: GuidanceStationType): Promise<string> {
  const name = oneLine(given, 'input.name');
  const others = (await desk.load(guidanceStationsOf, desk.town)).filter(({ uuid }) => uuid !== own?.uuid);
  const taken = others.some((each) => each.name === name && (each.validTo === null || each.validTo > from));
  if (taken) throw conflict('nameTaken', 'input.name');
  return name;
}
