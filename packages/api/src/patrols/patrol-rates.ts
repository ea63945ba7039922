import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { rateOf } from '../schema/rate.ts';
import type { PatrolGroup, PatrolRatesType } from './patrol-list.type.ts';

/** By what patrols `p` are grouped, in SQL; `took` is one of those who took part. */
const groups: Record<PatrolGroup, string> = {
  PERSON: 'took.person_id::text',
  UNIT: 'p.unit_id::text',
  ROUTE: 'p.route_id::text',
  MONTH: `to_char(p.patrolled_on, 'YYYY-MM')`,
};

interface Counts {
  key: string | null;
  patrols: number;
  people: number;
  problems: number;
  problemsActedOn: number;
  suggestions: number;
  suggestionsActedOn: number;
}

/**
 * How many patrols `p` of the desk's town there were for which all conditions hold, those withdrawn left out, and what
 * became of what they brought up: months in their order, else the largest group first. One statement.
 */
export async function patrolRates(
  desk: Desk,
  by: PatrolGroup,
  conditions: readonly RawBuilder<boolean>[],
): Promise<PatrolRatesType[]> {
  const members = sql`patrol_member took on took.town_id = p.town_id and took.version_id = (select id from patrol_version last
    where last.town_id = p.town_id and last.patrol_id = p.id order by number desc limit 1)`;
  const { rows } = await sql<Counts>`
    with made as (
      select p.town_id, p.id, ${sql.raw(groups[by])} as key, count(*)::int as people
      from patrol p join ${members}
      where p.withdrawn_at is null and ${sql.join(conditions, sql` and `)}
      group by p.town_id, p.id, ${sql.raw(groups[by])}
    ), found as (
      select f.town_id, f.patrol_id,
        count(*) filter (where f.kind = 'PROBLEM') as problems,
        count(*) filter (where f.kind = 'PROBLEM' and f.acted_on) as problems_acted_on,
        count(*) filter (where f.kind = 'SUGGESTION') as suggestions,
        count(*) filter (where f.kind = 'SUGGESTION' and f.acted_on) as suggestions_acted_on
      from patrol_finding f where (f.town_id, f.patrol_id) in (select town_id, id from made)
      group by f.town_id, f.patrol_id
    )
    select key, count(*)::int as patrols, sum(people)::int as people,
      coalesce(sum(problems), 0)::int as problems, coalesce(sum(problems_acted_on), 0)::int as "problemsActedOn",
      coalesce(sum(suggestions), 0)::int as suggestions, coalesce(sum(suggestions_acted_on), 0)::int as "suggestionsActedOn"
    from made left join found on found.town_id = made.town_id and found.patrol_id = made.id
    group by key order by ${by === 'MONTH' ? sql`key` : sql`patrols desc, key`}`.execute(desk.db);
  return rows.map((row) => ({
    townId: desk.town,
    personUuid: by === 'PERSON' ? row.key : null,
    unitUuid: by === 'UNIT' ? row.key : null,
    routeUuid: by === 'ROUTE' ? row.key : null,
    month: by === 'MONTH' ? row.key : null,
    patrols: row.patrols,
    personTimes: row.people,
    problems: rateOf(row.problemsActedOn, row.problems),
    suggestions: rateOf(row.suggestionsActedOn, row.suggestions),
  }));
}
