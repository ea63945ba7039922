import { expect } from 'vitest';
import type { TestPlatform, TestTown } from './platform.ts';

/** Does what must change nothing stored of a town, and proves it from the town's rows in every table. */
export async function changesNothing(
  platform: TestPlatform,
  town: TestTown,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await rowsOf(platform, town);
  expect(before.unit).not.toBe('');
  await work();
  expect(await rowsOf(platform, town)).toEqual(before);
}

/** A fingerprint of a town's rows, table by table; what applications have used is written seconds later, also of what was refused. */
async function rowsOf(platform: TestPlatform, town: TestTown): Promise<Record<string, string>> {
  const tables = await platform.database.sql<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'town_id'
       and table_name <> 'application_usage'`,
  );
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, coalesce(md5(string_agg(r::text, ',' order by r::text)), '') as rows from ${name} r where town_id = $1`,
  );
  const rows = await platform.database.sql<{ name: string; rows: string }>(each.join(' union all '), [town.code]);
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}
