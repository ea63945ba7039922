import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { standingRows, totals } from './restate.ts';

/** Where what is kept of coverage differs from what it is worked out from: of which organisation or class, from which day on. */
export interface StandingDifference {
  of: string;
  from: string;
}

/** What a standing says: all of its columns but its town and its id. */
const columns = sql.raw(
  'organization_id, valid_from, valid_to, kind_id, class, unit_id, industry_id, has_members, direct, established, covered, worked',
);

/** Where the standings of the desk's town, and what they add up to, differ from what they follow from, worked out anew. */
export async function differingStandings(desk: Desk): Promise<StandingDifference[]> {
  const rows = await standingRows(desk, 'all');
  const expected = rows.map(({ id: _, ...row }) => row);
  const standings = await sql<StandingDifference>`
    with due as (
      select ${columns}
      from json_populate_recordset(null::organization_standing, ${JSON.stringify(expected)}::json)
    ), kept as (
      select ${columns}
      from organization_standing where town_id = ${desk.town}
    )
    select distinct organization_id::text as "of", valid_from as "from"
    from ((table due except table kept) union all (table kept except table due)) as differing order by 1, 2`.execute(
    desk.db,
  );
  const summaries = await sql<StandingDifference>`
    with due as (${totals(desk.town)}), kept as (select * from coverage_summary where town_id = ${desk.town})
    select distinct class as "of", valid_from as "from"
    from ((table due except table kept) union all (table kept except table due)) as differing order by 1, 2`.execute(
    desk.db,
  );
  return [...standings.rows, ...summaries.rows];
}
