import { sql } from 'kysely';
import { badInput, conflict } from '../errors.ts';
import type { Messages } from '../messages.ts';
import type { Desk } from './door.ts';

/** Things whose versions are dated: an identity table, its table of versions, and what a closed one answers. */
const revisable = {
  unit: { versions: 'unit_version', key: 'unit_id', field: 'input.unit', closed: 'unitClosed' },
  team: { versions: 'team_version', key: 'team_id', field: 'input.team', closed: 'teamClosed' },
} as const satisfies Record<string, { versions: string; key: string; field: string; closed: keyof Messages }>;

type Revisable = keyof typeof revisable;

/** What a revision has to know of the thing. */
interface Revised {
  uuid: string;
  version: number;
  validFrom: string;
  validTo: string | null;
}

/**
 * Checks that a thing can be changed from a day on, and counts up its version.
 * Errors: CONFLICT where it is closed, changed later already, or not as the caller saw it; BAD_INPUT on `dayField`
 * where the day lies before its life.
 */
export async function beginRevision(
  desk: Desk,
  what: Revisable,
  { uuid, version, validFrom, validTo }: Revised,
  from: string,
  expectedVersion: number | null | undefined,
  dayField: string,
): Promise<void> {
  const { versions, key, field, closed } = revisable[what];
  if (expectedVersion != null && expectedVersion !== version)
    throw conflict('versionConflict', 'input.expectedVersion');
  if (validTo !== null) throw conflict(closed, field);
  if (from < validFrom) throw badInput(dayField, 'dateBeforeBeginning', { date: validFrom });
  const later = await sql<{ valid_from: string }>`
    select valid_from from ${sql.table(versions)}
    where town_id = ${desk.town} and ${sql.ref(key)} = ${uuid} and superseded_at is null and valid_from > ${from}
    order by valid_from limit 1`.execute(desk.db);
  const [change] = later.rows;
  if (change) throw conflict('dateBeforeChange', dayField, { date: change.valid_from });
  await sql`
    update ${sql.table(what)} set version = version + 1 where town_id = ${desk.town} and id = ${uuid}`.execute(desk.db);
}

/**
 * Supersedes the version that lasts: it stays as it was recorded, but no longer holds. Answers it, so that the caller
 * writes anew what was true before the day and what is true from then on.
 */
export async function supersedePresent<Version>(desk: Desk, what: Revisable, uuid: string): Promise<Version> {
  const { versions, key } = revisable[what];
  const superseded = await sql<Version>`
    update ${sql.table(versions)} set superseded_at = ${desk.now}
    where town_id = ${desk.town} and ${sql.ref(key)} = ${uuid} and superseded_at is null and valid_to is null
    returning *`.execute(desk.db);
  const [present] = superseded.rows;
  if (!present) throw new Error(`No version of ${what} ${uuid} lasts`);
  return present;
}

/** Ends the life of a thing on a day. */
export async function endLife(desk: Desk, what: Revisable, uuid: string, on: string): Promise<void> {
  await sql`update ${sql.table(what)} set valid_to = ${on} where town_id = ${desk.town} and id = ${uuid}`.execute(
    desk.db,
  );
}
