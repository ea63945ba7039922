import { sql } from 'kysely';
import { anyOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import { readBearings, type Which } from './bearings.ts';
import { standingOf } from './standing-of.ts';

/**
 * Works out anew how organisations of the desk's town stand, all of them or some, after a change of what bears on them, and what
 * their standings add up to. Whoever calls it has taken the tree or the settings (towns/lock-tree.ts), before anything of it was
 * read.
 */
export async function restate(desk: Desk, which: Which): Promise<void> {
  if (which.length === 0) return;
  await sql`delete from organization_standing where town_id = ${desk.town} and ${ofSome(which)}`.execute(desk.db);
  const rows = await standingRows(desk, which);
  if (rows.length > 0) {
    await sql`
      insert into organization_standing
      select * from json_populate_recordset(null::organization_standing, ${JSON.stringify(rows)}::json)`.execute(
      desk.db,
    );
  }
  await sumUp(desk);
}

/**
 * Works standings out anew after a change of the tree: what people cover who are assigned to units depends on what stands under
 * those. One statement in towns in which nobody is.
 */
export async function restateUnderUnits(desk: Desk): Promise<void> {
  desk.forget();
  const assigned = await desk.db
    .selectFrom('work_assignment')
    .select('id')
    .where('town_id', '=', desk.town)
    .where('unit_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (assigned) await restate(desk, 'all');
}

/** The rows of the standings of organisations, worked out from what bears on them. */
export async function standingRows(desk: Desk, which: Which) {
  const { each, around } = await readBearings(desk, which);
  return [...each].flatMap(([organization, bearing]) =>
    standingOf(bearing, around).map(({ from, to, state }) => ({
      ...{ town_id: desk.town, id: newId(), organization_id: organization },
      ...{ valid_from: from, valid_to: to, ...state },
    })),
  );
}

/** Writes what the standings of the desk's town add up to; rows that say so already stay. One statement. */
async function sumUp(desk: Desk): Promise<void> {
  await sql`
    with total as materialized (${totals(desk.town)}), gone as (
      delete from coverage_summary kept where town_id = ${desk.town} and not exists (
        select from total where total.class = kept.class and total.valid_from = kept.valid_from)
    )
    insert into coverage_summary as kept select * from total
    on conflict (town_id, class, valid_from) do update set valid_to = excluded.valid_to,
      organizations = excluded.organizations, established = excluded.established, covered = excluded.covered, worked = excluded.worked
    where row(kept.*) is distinct from row(excluded.*)`.execute(desk.db);
}

/** What a town's standings add up to: for each class the periods over which that stays the same, in the columns of the summary. */
export function totals(town: number) {
  return sql`
    select town_id, class, valid_from, valid_to, organizations, established, covered, worked from (
      select *, lead(valid_from) over (partition by class order by valid_from) as valid_to from (
        select town_id, class, day as valid_from,
          (sum(sum(change)) over running)::int as organizations,
          (sum(sum(change * established::int)) over running)::int as established,
          (sum(sum(change * covered::int)) over running)::int as covered,
          (sum(sum(change * worked::int)) over running)::int as worked
        from organization_standing
        cross join lateral (values (valid_from, 1), (valid_to, -1)) as edge (day, change)
        where town_id = ${town} and day is not null
        group by town_id, class, day
        having sum(change) <> 0 or sum(change * established::int) <> 0 or sum(change * covered::int) <> 0
          or sum(change * worked::int) <> 0
        window running as (partition by class order by day)
      ) as stepped
    ) as lasting`;
}

function ofSome(which: Which) {
  return which === 'all' ? sql`true` : sql`organization_id = ${anyOf(which)}`;
}
