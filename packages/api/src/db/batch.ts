import { sql } from 'kysely';

/** Which thing of which town. */
export interface TownKey {
  townId: number;
  uuid: string;
}

/** The towns of some keys. */
export const townsOf = (keys: readonly { townId: number }[]) => [...new Set(keys.map((key) => key.townId))];
/** The ids of some keys. */
export const idsOf = (keys: readonly { uuid: string }[]) => [...new Set(keys.map((key) => key.uuid))];
/** Ids as one value: PostgreSQL takes 65,535 of them, and a town has more households. */
export const anyOf = (ids: Iterable<string>) => sql<string>`any(${[...ids]}::uuid[])`;

/** What hangs on some things, for each of them in the order of the rows; `whose` is the column that says on which a row hangs. */
export function parted<Whose extends string, Row extends { town_id: number } & Record<Whose, string | null>, Part>(
  keys: readonly TownKey[],
  rows: readonly Row[],
  whose: Whose,
  partOf: (row: Row) => Part,
): Part[][] {
  const byKey = Map.groupBy(rows, (row) => `${row.town_id} ${row[whose]}`);
  return keys.map(({ townId, uuid }) => (byKey.get(`${townId} ${uuid}`) ?? []).map(partOf));
}

/** The row that each of some things is in, if there is one; `which` is the column that says of which thing a row is. */
export function paired<Which extends string, Row extends { town_id: number } & Record<Which, string | null>, Shown>(
  keys: readonly TownKey[],
  rows: readonly Row[],
  which: Which,
  shownOf: (row: Row) => Shown,
): (Shown | undefined)[] {
  const byKey = new Map(rows.map((row) => [`${row.town_id} ${row[which]}`, shownOf(row)]));
  return keys.map(({ townId, uuid }) => byKey.get(`${townId} ${uuid}`));
}
