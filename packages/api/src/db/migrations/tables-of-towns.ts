/** That a row is of the town that is entered. */
export const ofTown = `town_id = nullif(current_setting('app.town_id'::text, true), ''::text)::bigint`;

/** That it is of one of the towns that a district office has entered. */
export const ofDistrict = `town_id = any ((string_to_array(nullif(current_setting('app.town_ids'::text, true), ''::text), ','::text))::bigint[])`;

/** Tables of towns, with what stands beside the town and the id in their keys. */
export interface TablesOfTowns {
  /** The columns of each after the town and the id. */
  tables: Readonly<Record<string, string>>;
  /** The columns of indexes after the town, and for which rows. */
  indexes?: readonly [table: string, columns: readonly string[], where?: string][];
  uniques?: readonly [table: string, columns: readonly string[]][];
  constraints: readonly [table: string, name: string, rule: string][];
  /** From which column of which table to which other one. */
  leading: readonly [table: string, column: string, to: string][];
}

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

/** What makes tables of towns: the town is in every key, so that no row leads into another one. They still have to be protected. */
export function makeTables({ tables, indexes = [], uniques = [], constraints, leading }: TablesOfTowns): string[] {
  return [
    ...Object.entries(tables).map(
      ([table, columns]) =>
        `create table "${table}" ("town_id" bigint not null, "id" uuid not null, ${columns}, primary key ("town_id", "id"))`,
    ),
    ...indexes.map(
      ([table, columns, where]) =>
        `create index "${table}_town_id_${columns.join('_')}_index" on "${table}" ("town_id", ${quoted(columns)})${where ? ` where ${where}` : ''}`,
    ),
    ...uniques.map(
      ([table, columns]) =>
        `alter table "${table}" add constraint "${table}_town_id_${columns.join('_')}_unique" unique ("town_id", ${quoted(columns)})`,
    ),
    ...constraints.map(([table, name, rule]) => `alter table "${table}" add constraint "${table}_${name}" ${rule}`),
    ...leading.map(
      ([table, column, to]) =>
        `alter table "${table}" add constraint "${table}_town_id_${column}_foreign" foreign key ("town_id", "${column}") references "${to}" ("town_id", "id") on update no action on delete no action`,
    ),
  ];
}

/** What gives each table to its own town alone: its people read and add, and a town of the sandbox is emptied. */
export function protectTables(tables: readonly string[]): string[] {
  return tables.flatMap((table) => [
    `alter table "${table}" enable row level security`,
    `alter table "${table}" force row level security`,
    `create policy "own_town" on "${table}" to "app_town" using (${ofTown}) with check (${ofTown})`,
    `grant select, insert on "${table}" to app_town`,
    `grant select (town_id), delete on "${table}" to app_sandbox`,
  ]);
}
