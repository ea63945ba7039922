import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import type { PairingKindType, PairingKindVersionType } from './pairing-kind.type.ts';

/** Batch of what kinds were called and for whom, the first version first, with those that never held. Two statements. */
async function versionsOfKinds(desk: Desk, keys: readonly TownKey[]): Promise<PairingKindVersionType[][]> {
  const rows = await desk.db
    .selectFrom('pairing_kind_version')
    .select(['town_id', 'id', 'kind_id', 'name', 'valid_from', 'valid_to'])
    .where('town_id', 'in', townsOf(keys))
    .where('kind_id', 'in', idsOf(keys))
    .orderBy('valid_from')
    // Ids are made one after the other.
    .orderBy('id')
    .execute();
  const named = await desk.db
    .selectFrom('pairing_kind_category as c')
    .innerJoin('pairing_kind_version as v', (join) =>
      join.onRef('v.town_id', '=', 'c.town_id').onRef('v.id', '=', 'c.version_id'),
    )
    .select(['c.town_id', 'c.version_id', 'c.category_id'])
    .where('c.town_id', 'in', townsOf(keys))
    .where('v.kind_id', 'in', idsOf(keys))
    .orderBy('c.id')
    .execute();
  const categories = Map.groupBy(named, ({ town_id, version_id }) => `${town_id} ${version_id}`);
  return parted(keys, rows, 'kind_id', (row) => ({
    ...{ townId: row.town_id, uuid: row.id, name: row.name, validFrom: row.valid_from, validTo: row.valid_to },
    categoryUuids: (categories.get(`${row.town_id} ${row.id}`) ?? []).map(({ category_id }) => category_id),
  }));
}

/** Batch of the kinds of pairing of towns, in the towns' order, with those that are ended. Three statements. */
export async function pairingKindsOf(desk: Desk, towns: readonly number[]): Promise<PairingKindType[][]> {
  const rows = await desk.db
    .selectFrom('pairing_kind')
    .select(['town_id', 'id', 'sensitive', 'version'])
    .where('town_id', 'in', [...towns])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const keys = rows.map(({ town_id: townId, id: uuid }) => ({ townId, uuid }));
  const all = keys.length === 0 ? [] : await versionsOfKinds(desk, keys);
  const kinds = rows.map((row, index): PairingKindType => {
    const { town_id: townId, id: uuid, sensitive, version } = row;
    const [first, ...later] = all[index] ?? [];
    if (!first) throw new Error(`Kind ${uuid} has no version`);
    const life = { validFrom: first.validFrom, validTo: (later.at(-1) ?? first).validTo };
    const id = globalId('PairingKind', townId, uuid);
    return { id, townId, uuid, sensitive, written: [first, ...later], ...life, version };
  });
  const byTown = Map.groupBy(kinds, ({ townId }) => townId);
  return towns.map((town) => byTown.get(town) ?? []);
}

/** Batch of kinds by id. */
async function pairingKindsById(desk: Desk, keys: readonly TownKey[]): Promise<(PairingKindType | undefined)[]> {
  const kinds = (await Promise.all(townsOf(keys).map((town) => desk.load(pairingKindsOf, town)))).flat();
  const rows = kinds.map((kind) => ({ town_id: kind.townId, id: kind.uuid, kind }));
  return paired(keys, rows, 'id', ({ kind }) => kind);
}

/** A kind that something of a town is of. */
export async function pairingKind(desk: Desk, key: TownKey): Promise<PairingKindType> {
  const kind = await desk.load(pairingKindsById, { townId: key.townId, uuid: key.uuid });
  if (!kind) throw new Error(`No kind of pairing ${key.uuid}`);
  return kind;
}

/** What a kind was on a day; undefined outside its life. */
export function kindOn({ written }: PairingKindType, day: string): PairingKindVersionType | undefined {
  return written.find(({ validFrom: from, validTo: to }) => holdsOn({ from, to }, day));
}

/** What a kind is on a day, or, outside its life, was last, or will be first. */
export function kindNear(kind: PairingKindType, day: string): PairingKindVersionType {
  const [first, ...later] = kind.written;
  return kindOn(kind, day) ?? (day < first.validFrom ? first : (later.at(-1) ?? first));
}

/** The kind of the desk's town that an input or an argument names. Errors: NOT_FOUND on `field`. */
export async function getPairingKind(desk: Desk, id: string, field: string): Promise<PairingKindType> {
  const uuid = requireIdIn(desk.town, id, 'PairingKind', field);
  const kind = await desk.load(pairingKindsById, { townId: desk.town, uuid });
  if (!kind) throw notFound(field);
  return kind;
}

/** Refuses a day on which a kind is not in use. Errors: CONFLICT on `field`, with the day on which it ended or begins. */
export function requireInUse(kind: PairingKindType, day: string, field: string): void {
  if (kindOn(kind, day)) return;
  const { validFrom, validTo } = kind;
  if (validTo !== null && day >= validTo) throw conflict('endedOn', field, { date: validTo });
  throw conflict('pairingKindNotYet', field, { date: validFrom });
}
