import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { columnsOf, contentOf } from './sealed-content.ts';

/** Rows that one transaction seals anew: few, since they are held meanwhile. */
const batch = 500;

/** What came of a part of a town: how many rows were sealed anew, those of a key that is not there, and the last row. */
export interface ResealedPart {
  resealed: number;
  /** By the id of the key. */
  unknown: Record<string, number>;
  /** After which row to go on; null where that was the last part. */
  last: string | null;
}

/**
 * Seals with the present key what other keys sealed of which households are in sensitive categories, in the next rows of
 * the desk's town after one. What a key sealed that is not there stays as it is. Two statements.
 */
export async function resealPart(desk: Desk, after: string | null): Promise<ResealedPart> {
  const rows = await desk.db
    .selectFrom('household_category')
    .select(['town_id', 'id', 'household_id', 'category_id', 'reason', 'sealed', 'key_id'])
    .where('town_id', '=', desk.town)
    .where('key_id', '<>', desk.sealing.presentKeyId)
    .where(after === null ? sql<boolean>`true` : sql<boolean>`id > ${after}`)
    .orderBy('id')
    .limit(batch)
    .forUpdate()
    .execute();
  const [known, strange] = [rows.filter(isKnown), rows.filter((row) => !isKnown(row))];
  const anew = known.map((row) => ({ id: row.id, ...columnsOf(desk, contentOf(desk, row), row, true) }));
  if (anew.length > 0) {
    const of = <Column extends keyof (typeof anew)[number]>(column: Column) => anew.map((row) => row[column]);
    await sql`
      update household_category set sealed = anew.sealed, key_id = anew.key_id
      from unnest(${of('id')}::uuid[], ${of('sealed')}::bytea[], ${of('key_id')}::text[]) as anew (id, sealed, key_id)
      where town_id = ${desk.town} and household_category.id = anew.id`.execute(desk.db);
  }
  const unknown = Object.entries(Object.groupBy(strange, ({ key_id }) => key_id ?? ''));
  return {
    resealed: anew.length,
    unknown: Object.fromEntries(unknown.map(([key, some]) => [key, some?.length ?? 0])),
    last: rows.length < batch ? null : (rows.at(-1)?.id ?? null),
  };

  function isKnown({ key_id }: { key_id: string | null }): boolean {
    return key_id !== null && desk.sealing.knows(key_id);
  }
}
