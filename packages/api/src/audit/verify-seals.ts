import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import { atDesk, type Desk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { hashOfSeal, type SealedReading } from './seal-readings.ts';

/** What became of a town's record of readings. */
export interface Verified {
  town: number;
  seals: number;
  sealed: number;
  /** Readings that no seal covers yet, whose change could not be noticed. */
  unsealed: number;
  /** The hashes of the seals, by number less one. Written down elsewhere, one proves all before it later. */
  hashes: string[];
  /** What was changed or taken away, in words. Empty where all is as it was. */
  faults: string[];
}

/** Seals at once; each covers up to 1,000 readings. */
const atOnce = 20;

/** Computes a town's chain of seals again from its readings, in one moment of the database. */
export function verifySeals(orm: Orm, town: number, now: Date): Promise<Verified> {
  return atDesk(orm, { role: 'app_town', town }, now, 'read', async (desk) => {
    const verified: Verified = { town, seals: 0, sealed: 0, unsealed: 0, hashes: [], faults: [] };
    for (;;) {
      const seals = await sealsAfter(desk, verified.seals);
      const readings = await readingsOf(
        desk,
        seals.flatMap((seal) => seal.readings),
      );
      for (const seal of seals) checkSeal(verified, seal, readings);
      if (seals.length < atOnce) break;
    }
    verified.unsealed = await countUnsealed(desk);
    return verified;
  });
}

type Seal = Awaited<ReturnType<typeof sealsAfter>>[number];

function sealsAfter(desk: Desk, number: number) {
  return desk.db
    .selectFrom('audit_seal')
    .select(['number', 'sealed_at', 'readings', 'hash'])
    .where('town_id', '=', desk.town)
    .where('number', '>', number)
    .orderBy('number')
    .limit(atOnce)
    .execute();
}

async function readingsOf(desk: Desk, ids: readonly string[]): Promise<Map<string, SealedReading>> {
  const rows = await desk.db
    .selectFrom('audit_reading')
    .select(['id', 'read_at', 'account_id', 'application_id', 'operation', 'purpose', 'fields', 'subjects'])
    .where('town_id', '=', desk.town)
    .where('id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function checkSeal(verified: Verified, seal: Seal, readings: ReadonlyMap<string, SealedReading>): void {
  for (let missing = verified.seals + 1; missing < seal.number; missing++) {
    verified.faults.push(`Seal ${missing} is gone.`);
    verified.hashes.push('');
  }
  const covered = seal.readings.flatMap((id) => readings.get(id) ?? []);
  const head = {
    town: verified.town,
    number: seal.number,
    sealedAt: seal.sealed_at,
    previous: verified.hashes.at(-1) ?? '',
  };
  const gone = seal.readings.filter((id) => !readings.has(id));
  if (gone.length > 0) verified.faults.push(`Readings under seal ${seal.number} are gone: ${gone.join(', ')}.`);
  else if (hashOfSeal(head, covered) !== seal.hash) {
    verified.faults.push(`Seal ${seal.number} does not fit: it, a reading under it or the seal before it was changed.`);
  }
  verified.seals = seal.number;
  verified.sealed += covered.length;
  verified.hashes.push(seal.hash);
}

async function countUnsealed(desk: Desk): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from audit_reading r
    left join (select unnest(readings) as id from audit_seal where town_id = ${desk.town}) s on s.id = r.id
    where r.town_id = ${desk.town} and s.id is null`.execute(desk.db);
  return rows[0]?.count ?? 0;
}
