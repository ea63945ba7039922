import { permissionNamesOf } from '../applications/application-rows.ts';
import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import { nextNight } from '../towns/sandbox.ts';
import type { ExportType } from './export.type.ts';
import { keptDays } from './forget-exports.ts';

/** The rows of exports. */
export function selectExports(desk: Desk) {
  return desk.db
    .selectFrom('export as e')
    .innerJoin('town as t', 't.id', 'e.town_id')
    .select([
      't.sandbox',
      'e.town_id',
      'e.id',
      'e.global_application_id',
      'e.since_id',
      'e.state',
      'e.fragments',
      'e.scopes',
    ])
    .select(['e.purpose', 'e.requested_at', 'e.as_of', 'e.ended_at', 'e.counts', 'e.size', 'e.sha256', 'e.points'])
    .select(['e.failure', 'e.failed_at', 'e.downloads', 'e.downloaded_at']);
}

export type ExportRow = Awaited<ReturnType<ReturnType<typeof selectExports>['execute']>>[number];

/** An export as GraphQL shows it. */
export function exportOf(row: ExportRow): ExportType {
  const id = globalId('Export', row.town_id, row.id);
  const isKept = row.state === 'READY';
  return {
    typename: 'Export',
    ...{ id, townId: row.town_id, uuid: row.id, applicationUuid: row.global_application_id, sinceUuid: row.since_id },
    ...{ state: row.state, fragments: row.fragments, purpose: row.purpose, scopes: permissionNamesOf(row.scopes) },
    ...{ requestedAt: row.requested_at, asOf: row.as_of, endedAt: row.ended_at },
    ...{ keptUntil: isKept ? keptUntil(row) : null, path: isKept ? `/exports/${id}` : null },
    ...{ counts: row.counts, size: row.size, sha256: row.sha256, points: row.points },
    failure: row.failure === null ? null : { code: row.failure, at: row.failed_at },
    ...{ downloads: row.downloads, downloadedAt: row.downloaded_at },
  };
}

/** Until when the file of an export that is ready is kept: its days, but not beyond the night in which a town of the sandbox begins anew. */
function keptUntil({ ended_at, requested_at, sandbox }: ExportRow): Date {
  const at = ended_at ?? requested_at;
  return sandbox ? nextNight(at) : new Date(at.getTime() + keptDays * 86_400_000);
}

/** Batch of exports by their keys. One statement. */
export async function exportsById(desk: Desk, keys: readonly TownKey[]): Promise<(ExportType | undefined)[]> {
  const rows = await selectExports(desk)
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', exportOf);
}
