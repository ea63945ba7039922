import type { Place } from '../access/reach.ts';
import { townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { keptByTree } from '../db/kept.ts';
import { onDays, spanOf } from '../db/on-days.ts';
import { globalId } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { type UnitKind, unitKinds } from '../towns/unit-kind.ts';
import { typenameOfKind, type UnitType } from './unit.type.ts';

/** The units of one town on one day, parents before children. */
export class TownTree {
  readonly units: readonly UnitType[];
  readonly #byId: ReadonlyMap<string, UnitType>;
  readonly #children = new Map<string | null, UnitType[]>();

  constructor(
    readonly townId: number,
    readonly asOf: string,
    rows: readonly UnitType[],
  ) {
    this.#byId = new Map(rows.map((unit) => [unit.uuid, unit]));
    for (const unit of [...rows].sort(bySiblingOrder)) {
      const siblings = this.#children.get(unit.parentUuid);
      if (siblings) siblings.push(unit);
      else this.#children.set(unit.parentUuid, [unit]);
    }
    this.units = this.subtree(null);
  }

  /** A unit that is open on the day. */
  find(uuid: string): UnitType | undefined {
    return this.#byId.get(uuid);
  }

  /** The units directly under one, or, with null, directly under the town, in order. */
  children(uuid: string | null): readonly UnitType[] {
    return this.#children.get(uuid) ?? [];
  }

  /** The units above one, nearest first. */
  ancestors(uuid: string): UnitType[] {
    const above: UnitType[] = [];
    let next = this.#byId.get(uuid)?.parentUuid;
    while (next) {
      const unit = this.#byId.get(next);
      if (!unit || above.includes(unit)) break;
      above.push(unit);
      next = unit.parentUuid;
    }
    return above;
  }

  /** All units under one (not itself), parents before children. */
  subtree(uuid: string | null): UnitType[] {
    return this.children(uuid).flatMap((child) => [child, ...this.subtree(child.uuid)]);
  }

  /** Where a unit, or teams at a block, stand, to ask whether a permission reaches it. */
  place(uuid: string, teams: readonly string[] = []): Place {
    const units = [uuid, ...this.ancestors(uuid).map((unit) => unit.uuid)];
    return { townId: this.townId, units, teams };
  }
}

/** Which town's tree, on which day. */
export interface TreeKey {
  townId: number;
  asOf: string;
}

/** Batch of town trees. One statement, whatever the number of days and the number and size of the towns. */
export const townTrees = keptByTree(readTrees, {
  townOf: ({ townId }: TreeKey) => townId,
  rowsOf: ({ units }) => units.length,
});

async function readTrees(desk: Desk, keys: readonly TreeKey[]): Promise<TownTree[]> {
  const { first, last } = spanOf(keys);
  const rows = await desk.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.town_id', '=', 'v.town_id').onRef('u.id', '=', 'v.unit_id'))
    .select(['u.town_id', 'u.id', 'u.overlay_id', 'u.valid_from', 'u.valid_to', 'u.version'])
    .select(['v.name', 'v.code', 'v.kind', 'v.status', 'v.parent_id'])
    .select(['v.valid_from as versionFrom', 'v.valid_to as versionTo'])
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.superseded_at', 'is', null)
    .where('v.valid_from', '<=', last)
    .where((or) => or.or([or('v.valid_to', 'is', null), or('v.valid_to', '>', first)]))
    .execute();
  const byDay = onDays(keys, rows, ({ versionFrom, versionTo }) => ({ from: versionFrom, to: versionTo }));
  return keys.map(({ townId, asOf }) => {
    const standing = (byDay.get(asOf) ?? []).filter((row) => row.town_id === townId);
    return new TownTree(
      townId,
      asOf,
      standing.map((row) => unitOf(row, asOf)),
    );
  });
}

/** A row of a unit with one of its versions. */
export interface UnitRow {
  town_id: number;
  id: string;
  overlay_id: string | null;
  code: string | null;
  valid_from: string;
  valid_to: string | null;
  version: number;
  name: string;
  kind: UnitKind;
  status: UnitType['status'];
  parent_id: string | null;
}

/** The GraphQL object of a row, shown on a day. */
export function unitOf(row: UnitRow, asOf: string): UnitType {
  if (row.kind === 'TOWN') throw new Error(`Unit ${row.id} is of kind TOWN`);
  return {
    typename: typenameOfKind[row.kind],
    id: globalId('Unit', row.town_id, row.id),
    townId: row.town_id,
    uuid: row.id,
    parentUuid: row.parent_id,
    overlayUuid: row.overlay_id,
    asOf,
    code: row.code,
    name: row.name,
    kind: row.kind,
    status: row.valid_to !== null && row.valid_to <= asOf ? 'CLOSED' : row.status,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  };
}

const kindOrder = new Map(unitKinds.map((kind, index) => [kind, index]));

function bySiblingOrder(a: UnitType, b: UnitType): number {
  const kinds = (kindOrder.get(a.kind) ?? 0) - (kindOrder.get(b.kind) ?? 0);
  if (kinds !== 0) return kinds;
  // By code first, so that the order is one whatever mixture of units has codes.
  if (a.code !== b.code) {
    if (a.code === null || b.code === null) return a.code === null ? 1 : -1;
    return a.code < b.code ? -1 : 1;
  }
  return byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1);
}
