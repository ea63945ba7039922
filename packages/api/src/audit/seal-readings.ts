import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';

/** Readings under one seal at most. */
export const most = 1000;

/**
 * How late after the moment of its operation a reading can come to be written, at the very most, and how far clocks can
 * be apart; in milliseconds. What is older than the last seal by this is sealed.
 */
const late = 24 * 60 * 60 * 1000;

/** A reading as it is sealed. */
export interface SealedReading {
  id: string;
  read_at: Date;
  account_id: string;
  application_id: string | null;
  operation: string | null;
  purpose: string | null;
  fields: string[];
  subjects: string[];
}

/** What a seal says beside its readings. */
export interface SealHead {
  town: number;
  number: number;
  sealedAt: Date;
  /** The hash of the seal before it; empty for the first. */
  previous: string;
}

/** A seal's hash, in hexadecimal: SHA-256 of its head and of each of its readings, a line of JSON each. */
export function hashOfSeal({ town, number, sealedAt, previous }: SealHead, readings: readonly SealedReading[]): string {
  const lines = [
    [town, number, sealedAt.toISOString(), previous],
    ...readings.map((each) => [
      each.id,
      each.read_at.toISOString(),
      each.account_id,
      each.operation,
      each.purpose,
      each.fields,
      each.subjects,
      // Last, and only where there is one: seals from before there were applications stay what they are.
      ...(each.application_id === null ? [] : [each.application_id]),
    ]),
  ];
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${JSON.stringify(line)}\n`);
  return hash.digest('hex');
}

/** Seals all readings of a town that are not sealed yet. Returns how many; none of those that somebody else seals now. */
export async function sealReadings(orm: Orm, town: number, now: Date): Promise<number> {
  for (let sealed = 0; ; ) {
    const next = await atDesk(orm, { role: 'app_town', town }, now, 'write', sealSome);
    sealed += next;
    if (next < most) return sealed;
  }
}

/** Seals the oldest readings that are not sealed, up to the most under one seal. Returns how many. */
export async function sealSome(desk: Desk): Promise<number> {
  const last = await desk.db
    .selectFrom('audit_seal')
    .select(['number', 'hash', 'sealed_at', 'last_read_at'])
    .where('town_id', '=', desk.town)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const readings = await unsealed(desk, last && Math.min(last.sealed_at.getTime(), last.last_read_at.getTime()));
  const newest = readings.at(-1);
  if (!newest) return 0;
  const head = { town: desk.town, number: (last?.number ?? 0) + 1, sealedAt: desk.now, previous: last?.hash ?? '' };
  const made = await desk.db
    .insertInto('audit_seal')
    .values({
      town_id: desk.town,
      number: head.number,
      sealed_at: desk.now,
      last_read_at: newest.read_at,
      readings: readings.map((reading) => reading.id),
      hash: hashOfSeal(head, readings),
    })
    .onConflict((taken) => taken.columns(['town_id', 'number']).doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows) === 0 ? 0 : readings.length;
}

/** The oldest readings that no seal covers; `sealed` is up to when all were sealed, but for those that came late. */
function unsealed(desk: Desk, sealed: number | undefined): Promise<SealedReading[]> {
  return desk.db
    .selectFrom('audit_reading')
    .select(['id', 'read_at', 'account_id', 'application_id', 'operation', 'purpose', 'fields', 'subjects'])
    .where('town_id', '=', desk.town)
    .$if(sealed !== undefined, (query) =>
      query.where('read_at', '>=', new Date((sealed ?? 0) - late)).where(
        sql<boolean>`id not in (
          select unnest(readings) from audit_seal
          where town_id = ${desk.town} and sealed_at >= ${new Date((sealed ?? 0) - 2 * late)})`,
      ),
    )
    .orderBy('read_at')
    .orderBy('id')
    .limit(most)
    .execute();
}
