import type { Actor } from '../access/actor.ts';
import { reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { badInput, conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import { oneLine } from '../schema/text.ts';
import { restate } from '../standings/restate.ts';
import { lockSettings } from '../towns/lock-tree.ts';
import { requireVersion } from '../units/find-unit.ts';
import { getLife, requireLiving } from './lives.ts';
import type { ChangeGuidanceStationInput, OpenGuidanceStationInput } from './party-work.input.ts';
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

/** A guidance station that an input names. Errors: NOT_FOUND on input.station. */
async function getStation(desk: Desk, actor: Actor, id: string): Promise<GuidanceStationType> {
  const uuid = requireIdIn(desk.town, id, 'GuidanceStation', 'input.station');
  const station = (await desk.load(guidanceStationsOf, desk.town)).find((each) => each.uuid === uuid);
  if (!station || !reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.station');
  return station;
}

/**
 * Opens a guidance station. Returns its id in the town.
 * Errors: NOT_FOUND on input.town, input.ledBy or a kind; BAD_INPUT or CONFLICT on the field at fault.
 */
export async function openGuidanceStation(
  desk: Desk,
  actor: Actor,
  input: OpenGuidanceStationInput,
  from: string,
): Promise<string> {
  await lockSettings(desk);
  if (!reachesTown(actor, 'coverage:keep', desk.town)) throw notFound('input.town');
  const leader = await getLife(desk, 'PartyOrganization', input.ledBy, 'input.ledBy');
  requireLiving(leader, from, 'input.ledBy');
  const kinds = await requireKinds(desk, input.kinds, from);
  const id = newId();
  const life = { valid_from: from, valid_to: null };
  await desk.db
    .insertInto('guidance_station')
    .values({
      ...{ town_id: desk.town, id, name: await freeName(desk, input.name, from) },
      ...{ host: oneLine(input.host, 'input.host'), led_by_id: leader.uuid, ...life, version: 1 },
    })
    .execute();
  await guide(desk, id, kinds, from);
  await restate(desk, 'all');
  return id;
}

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
  requireLiving(station, from, 'input.station');
  const leader = input.ledBy == null ? null : await getLife(desk, 'PartyOrganization', input.ledBy, 'input.ledBy');
  if (leader) requireLiving(leader, from, 'input.ledBy');
  const kinds = input.kinds == null ? null : await requireKinds(desk, input.kinds, from);
  const name = input.name == null ? station.name : await freeName(desk, input.name, station.validFrom, station);
  const host = input.host == null ? station.host : oneLine(input.host, 'input.host');
  await desk.db
    .updateTable('guidance_station')
    .set({ name, host, led_by_id: leader?.uuid ?? station.ledByUuid, version: station.version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', station.uuid)
    .execute();
  if (kinds) {
    const guided = station.kinds.filter((each) => each.validTo === null || each.validTo > from);
    const staying = new Set(
      guided.filter((each) => kinds.includes(each.kindUuid) && each.validFrom <= from).map(({ kindUuid }) => kindUuid),
    );
    await endGuiding(desk, station.uuid, from, [...staying]);
    await guide(
      desk,
      station.uuid,
      kinds.filter((kind) => !staying.has(kind)),
      from,
    );
    await restate(desk, 'all');
  }
  return station.uuid;
}

/**
 * Closes a guidance station; `on` is the first day without it. Returns its id in the town.
 * Errors: NOT_FOUND on input.station, CONFLICT there where it closed by then; BAD_INPUT on input.on before it began.
 */
export async function closeGuidanceStation(desk: Desk, actor: Actor, id: string, on: string): Promise<string> {
  await lockSettings(desk);
  const station = await getStation(desk, actor, id);
  requireLiving(station, on, 'input.station', 'input.on');
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

/** Lets a station guide kinds from a day on. */
async function guide(desk: Desk, station: string, kinds: readonly string[], from: string): Promise<void> {
  if (kinds.length === 0) return;
  await desk.db
    .insertInto('guided_kind')
    .values(
      kinds.map((kind) => ({
        ...{ town_id: desk.town, id: newId(), station_id: station, kind_id: kind, valid_from: from, valid_to: null },
      })),
    )
    .execute();
}

/** Ends what a station guides on a day, but for some kinds; what was to begin later never does. */
async function endGuiding(desk: Desk, station: string, on: string, staying: readonly string[]): Promise<void> {
  await desk.db
    .updateTable('guided_kind')
    .set((row) => ({ valid_to: row.fn<string>('greatest', ['valid_from', row.cast(row.val(on), 'date')]) }))
    .where('town_id', '=', desk.town)
    .where('station_id', '=', station)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .$if(staying.length > 0, (query) => query.where('kind_id', 'not in', [...staying]))
    .execute();
}

/** The kinds of organisation that an input names, each once. Errors: BAD_INPUT where there is none; NOT_FOUND or CONFLICT on one. */
async function requireKinds(desk: Desk, ids: readonly string[], from: string): Promise<string[]> {
  if (ids.length === 0) throw badInput('input.kinds', 'required');
  const uuids = ids.map((id, index) => requireIdIn(desk.town, id, 'OrganizationKind', `input.kinds.${index}`));
  const rows = await desk.db
    .selectFrom('organization_kind')
    .select(['id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('id', 'in', uuids)
    .execute();
  for (const [index, uuid] of uuids.entries()) {
    const row = rows.find((each) => each.id === uuid);
    if (!row) throw notFound(`input.kinds.${index}`);
    requireLiving({ uuid, validFrom: row.valid_from, validTo: row.valid_to }, from, `input.kinds.${index}`);
  }
  return [...new Set(uuids)];
}

async function freeName(desk: Desk, given: string, from: string, own?: GuidanceStationType): Promise<string> {
  const name = oneLine(given, 'input.name');
  const others = (await desk.load(guidanceStationsOf, desk.town)).filter(({ uuid }) => uuid !== own?.uuid);
  const taken = others.some((each) => each.name === name && (each.validTo === null || each.validTo > from));
  if (taken) throw conflict('nameTaken', 'input.name');
  return name;
}
