import { sql } from 'kysely';
import { type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import type { KeptNumber } from './figure-snapshot.entity.ts';
import type { FigureSnapshotType } from './figure-snapshot.type.ts';

/** Batch of all closings of periods of towns, the latest period first, of one period the last closing. One statement. */
export async function snapshotsOfTowns(desk: Desk, towns: readonly number[]): Promise<FigureSnapshotType[][]> {
  const rows = await desk.db
    .selectFrom('figure_snapshot as s')
    .leftJoin('figure_reopening as r', (join) =>
      join.onRef('r.town_id', '=', 's.town_id').onRef('r.snapshot_id', '=', 's.id'),
    )
    .select(['s.town_id', 's.id', 's.length', 's.first_day', 's.last_day', 's.number', 's.definitions'])
    .select(['s.closed_at', 's.closed_by', 'r.reopened_at', 'r.reopened_by', 'r.because'])
    .where('s.town_id', 'in', [...towns])
    .orderBy('s.last_day', 'desc')
    .orderBy('s.first_day')
    .orderBy('s.number', 'desc')
    .execute();
  const snapshots = rows.map(
    (row): FigureSnapshotType => ({
      typename: 'FigureSnapshot',
      id: globalId('FigureSnapshot', row.town_id, row.id),
      townId: row.town_id,
      uuid: row.id,
      length: row.length,
      period: { first: row.first_day, last: row.last_day },
      number: row.number,
      definitions: row.definitions,
      closedAt: row.closed_at,
      closedById: row.closed_by,
      reopenedAt: row.reopened_at,
      reopenedById: row.reopened_by,
      reopenedBecause: row.because,
    }),
  );
  const byTown = Map.groupBy(snapshots, ({ townId }) => townId);
  return towns.map((town) => byTown.get(town) ?? []);
}

/** Batch of closings by id; undefined where there is no such. The one statement of snapshotsOfTowns. */
export async function snapshotsById(desk: Desk, keys: readonly TownKey[]): Promise<(FigureSnapshotType | undefined)[]> {
  return Promise.all(
    keys.map(async ({ townId, uuid }) =>
      (await desk.load(snapshotsOfTowns, townId)).find((each) => each.uuid === uuid),
    ),
  );
}

/** What a snapshot keeps of the whole town, of a unit, or of a kind of organisations. */
export interface ScopeRow {
  position: number;
  unit: string | null;
  kind: string | null;
  name: string;
  unitKind: UnitKind | null;
  figures: Readonly<Record<string, KeptNumber>>;
}

/** Of which snapshot which scope: of a unit, of a kind, or of neither, the whole town. */
export interface ScopeKey {
  townId: number;
  snapshot: string;
  unit: string | null;
  kind: string | null;
}

/** Batch of single scopes of snapshots; undefined where a snapshot keeps no such. One statement. */
export async function scopesByKey(desk: Desk, keys: readonly ScopeKey[]): Promise<(ScopeRow | undefined)[]> {
  const { rows } = await sql<ScopeRow & { at: number }>`
    select asked.at::int as at, kept.position, kept.unit_id as unit, kept.kind_id as kind, kept.name, kept.unit_kind as "unitKind", kept.figures
    from unnest(${keys.map(({ townId }) => townId)}::bigint[], ${keys.map(({ snapshot }) => snapshot)}::uuid[],
      ${keys.map(({ unit }) => unit)}::uuid[], ${keys.map(({ kind }) => kind)}::uuid[]) with ordinality as asked (town, snapshot, unit, kind, at)
    join figure_snapshot_scope kept on kept.town_id = asked.town and kept.snapshot_id = asked.snapshot
      and kept.unit_id is not distinct from asked.unit and kept.kind_id is not distinct from asked.kind`.execute(
    desk.db,
  );
  const byPlace = new Map(rows.map((row) => [row.at, row]));
  return keys.map((_, index) => byPlace.get(index + 1));
}

/** Batch of all scopes of snapshots, in their order. One statement. */
export async function scopesOfSnapshots(
  desk: Desk,
  keys: readonly { townId: number; snapshot: string }[],
): Promise<ScopeRow[][]> {
  const rows = await desk.db
    .selectFrom('figure_snapshot_scope')
    .select(['town_id', 'snapshot_id', 'position', 'unit_id as unit', 'kind_id as kind', 'name'])
    .select(['unit_kind as unitKind', 'figures'])
    .where('town_id', 'in', townsOf(keys))
    .where('snapshot_id', 'in', [...new Set(keys.map(({ snapshot }) => snapshot))])
    .orderBy('position')
    .execute();
  const bySnapshot = Map.groupBy(rows, (row) => `${row.town_id} ${row.snapshot_id}`);
  return keys.map(({ townId, snapshot }) => bySnapshot.get(`${townId} ${snapshot}`) ?? []);
}
