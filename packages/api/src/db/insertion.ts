import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** A row of a table with every column. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

/**
 * Adding rows to a table as a part of a larger statement: between parts of one, keys may point to rows that another part
 * adds. `when` says on which condition, in SQL.
 */
export function insertion<Table extends keyof Tables>(
  table: Table,
  rows: readonly Row<Table>[],
  when: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  // As one value, so that the statement stays the same whatever the number of rows.
  return sql`insert into ${sql.table(table)} select added.*
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) as added where ${when}`;
}

/** Parts of a statement under names, to begin it with. */
export function withParts(parts: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> {
  return sql`with ${sql.join(Object.entries(parts).map(([name, part]) => sql`${sql.ref(name)} as (${part})`))}`;
}
