import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { OrganizationClass } from '../organizations/organization.entity.ts';

/** What the organisations of a class in a town add up to on a day. */
interface ClassTotal {
  class: OrganizationClass;
  organizations: number;
  established: number;
  covered: number;
  worked: number;
}

/** Batch of what the organisations of towns add up to on days, by class, from summaries alone. One statement, whatever the days. */
export async function coverageTotals(
  desk: Desk,
  keys: readonly { townId: number; on: string }[],
): Promise<ClassTotal[][]> {
  const { rows } = await sql<ClassTotal & { town: number; on: string }>`
    select asked.town, asked."on"::text as "on", class, organizations, established, covered, worked
    from unnest(${keys.map(({ townId }) => townId)}::bigint[], ${keys.map(({ on }) => on)}::date[]) as asked (town, "on")
    join coverage_summary kept on kept.town_id = asked.town and kept.valid_from <= asked."on"
      and (kept.valid_to is null or kept.valid_to > asked."on")`.execute(desk.db);
  const byKey = Map.groupBy(rows, ({ town, on }) => `${town} ${on}`);
  return keys.map(({ townId, on }) => byKey.get(`${townId} ${on}`) ?? []);
}
