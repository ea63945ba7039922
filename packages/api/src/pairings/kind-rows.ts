import { sql } from 'kysely';
import { paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { conflict, notFound } from '../errors.ts';
import { globalId, requireIdIn } from '../schema/global-id.ts';
import type { PairingKindType, PairingKindVersionType } from './pairing-kind.type.ts';

/** Batch of the kinds of pairing of towns, in the towns' order, with those that are ended. One statement. */
export async function pairingKindsOf(desk: Desk, towns: readonly number[]): Promise<PairingKindType[][]> {
  const rows = await desk.db
    .selectFrom('pairing_kind as k')
    .innerJoin('pairing_kind_version as v', (join) =>
      join.onRef('v.town_id', '=', 'k.town_id').onRef('v.kind_id', '=', 'k.id'),
    )
    .select(['k.town_id', 'k.id', 'k.sensitive', 'k.version', 'v.id as version_id', 'v.name'])
    .select(['v.valid_from', 'v.valid_to'])
    .select(
      sql<string[]>`array(select c.category_id::text from pairing_kind_category c
        where c.town_id = v.town_id and c.version_id = v.id order by c.id)`.as('categories'),
    )
    .where('k.town_id', 'in', [...towns])
    .orderBy('k.position')
    .orderBy('k.id')
    .orderBy('v.valid_from')
    // Ids are made one after the other.
    .orderBy('v.id')
    .execute();
  const kinds = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...later]): PairingKindType[] => {
    if (!first) return [];
    const { town_id: townId, id: uuid, sensitive, version } = first;
    const written = [versionOf(first), ...later.map(versionOf)] as const;
    const life = { validFrom: first.valid_from, validTo: (later.at(-1) ?? first).valid_to };
    return [{ id: globalId('PairingKind', townId, uuid), townId, uuid, sensitive, written, ...life, version }];
  });
  const byTown = Map.groupBy(kinds, ({ townId }) => townId);
  return towns.map((town) => byTown.get(town) ?? []);
}

interface VersionRow {
  town_id: number;
  version_id: string;
  name: string;
  categories: string[];
  valid_from: string;
  valid_to: string | null;
}

function versionOf(row: VersionRow): PairingKindVersionType {
  return {
    ...{ townId: row.town_id, uuid: row.version_id, categoryUuids: row.categories, name: row.name },
    ...{ validFrom: row.valid_from, validTo: row.valid_to },
  };
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
