import { sql } from 'kysely';
import { consentHolds } from '../applications/consent-holds.ts';
import type { Desk } from '../db/door.ts';
import { dayOf } from '../today.ts';
import type { CountOfType } from './export.entity.ts';
import { ExportOver } from './export-fault.ts';
import { type ExportState, underWay } from './export-states.ts';

/** One of the times that an export is begun. */
export interface Attempt {
  export: string;
  number: number;
}

/** How far an attempt has come. */
export interface Progress {
  counts: readonly CountOfType[];
  size: number;
  points: number;
}

/** Counts as they are stored. */
export function jsonOf(counts: readonly CountOfType[]) {
  return sql<readonly CountOfType[]>`${JSON.stringify(counts)}::jsonb`;
}

/** Whether the consent by which an export `e` is made holds, and its application is in use. */
export function mayGoOn(now: Date) {
  return sql<boolean>`exists (
    select from application_consent c join application a on a.id = c.global_application_id
    where c.town_id = e.town_id and c.id = e.consent_id and a.ended_at is null and ${consentHolds(dayOf(now))})`;
}

/** Begins an export of the desk’s town, anew where it was begun before. Undefined where there is nothing to do any more. */
export async function beginAttempt(desk: Desk, uuid: string) {
  const [begun] = await desk.db
    .updateTable('export as e')
    .set({ state: 'RUNNING', as_of: null, counts: jsonOf([]), size: 0, points: 0 })
    .set(({ eb }) => ({ attempts: eb('e.attempts', '+', 1) }))
    .where('e.town_id', '=', desk.town)
    .where('e.id', '=', uuid)
    .where('e.state', 'in', underWay)
    .returning(['e.attempts', 'e.global_application_id', 'e.global_account_id', 'e.scopes', 'e.fragments'])
    .returning(['e.purpose', 'e.since_id'])
    .execute();
  if (begun) await dropFiles(desk, [uuid]);
  return begun;
}

/** Notes how far an attempt has come. Rejects with ExportOver where it is to go no further. */
export async function noteProgress(
  desk: Desk,
  { export: uuid, number }: Attempt,
  { counts, size, points }: Progress,
  more: { state?: ExportState; as_of?: Date; ended_at?: Date; sha256?: string } = {},
): Promise<void> {
  const noted = await desk.db
    .updateTable('export as e')
    .set({ counts: jsonOf(counts), size, points: Math.round(points), ...more })
    .where('e.town_id', '=', desk.town)
    .where('e.id', '=', uuid)
    .where('e.state', '=', 'RUNNING')
    .where('e.attempts', '=', number)
    .where(mayGoOn(desk.now))
    .executeTakeFirst();
  if (Number(noted.numUpdatedRows) === 0) throw new ExportOver();
}

/** Ends exports in a state in which they have no file. Returns how many. */
export async function endExports(
  desk: Desk,
  uuids: readonly string[],
  state: ExportState,
  failure: { failure?: string; failed_at?: string | null } = {},
): Promise<number> {
  if (uuids.length === 0) return 0;
  const ended = await desk.db
    .updateTable('export')
    .set({ state, ended_at: desk.now, ...failure })
    .where('town_id', '=', desk.town)
    .where('id', 'in', uuids)
    .where('state', 'in', [...underWay, 'READY'])
    .executeTakeFirst();
  await dropFiles(desk, uuids);
  return Number(ended.numUpdatedRows);
}

async function dropFiles({ db, town }: Desk, uuids: readonly string[]): Promise<void> {
  for (const table of ['export_part', 'export_fingerprints'] as const) {
    await db.deleteFrom(table).where('town_id', '=', town).where('export_id', 'in', uuids).execute();
  }
}
