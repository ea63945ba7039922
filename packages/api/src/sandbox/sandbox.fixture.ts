import type { TestPlatform } from '../../test/platform.ts';
import { sandboxTowns } from '../towns/sandbox.ts';

/** The codes of the towns of the sandbox, by what they are like. */
export const codes = sandboxTowns.map(({ code }) => code);

/** Every table with rows of towns. */
export async function townTables({ database }: TestPlatform): Promise<string[]> {
  const tables = await database.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'town_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  return tables.map(({ name }) => name);
}

/** Of every such table, how many rows the sandbox has and a hash of all that other towns have. */
export async function rowsByTable(
  platform: TestPlatform,
): Promise<Record<string, { sandbox: number; others: string }>> {
  const counted = (await townTables(platform)).map(async (name) => {
    const [row] = await platform.database.sql<{ sandbox: number; others: string }>(
      `select count(*) filter (where town_id = any ($1))::int as sandbox,
         coalesce(md5(string_agg(t::text, ',' order by t::text) filter (where town_id <> all ($1))), '') as others from "${name}" t`,
      [codes],
    );
    return [name, row] as const;
  });
  return Object.fromEntries((await Promise.all(counted)).flatMap(([name, row]) => (row ? [[name, row]] : [])));
}
