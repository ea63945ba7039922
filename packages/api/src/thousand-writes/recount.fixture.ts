import type { TestPlatform } from '../../test/platform.ts';

/** What is counted, and among how many; of a number, null. */
export type Count = readonly [numerator: number, denominator: number | null];

/** In SQL: whether a row of a dated table holds the day of `day`. */
const holds = (table: string) =>
  `(${table}.valid_from <= day.day and (${table}.valid_to is null or ${table}.valid_to > day.day))`;

/**
 * What a town has on a day, by the code of its indicator, counted from its records by SQL that shares nothing with the platform:
 * organisations and how they are covered, of each class and of all, households and units.
 */
export async function recountStocks(
  { database }: TestPlatform,
  town: string,
  day: string,
): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  const classes = await database.sql<Record<'of' | 'organizations' | 'established' | 'covered' | 'worked', string>>(
    organizations,
    [town, day],
  );
  for (const { of, organizations, established, covered, worked } of classes) {
    const [all, end] = [Number(organizations), of === 'ALL' ? '' : `-${of.toLowerCase().replaceAll('_', '-')}`];
    counts.set(`organization${end}`, [all, null]);
    counts.set(`establishment${end}`, [Number(established), all]);
    counts.set(`organization-coverage${end}`, [Number(covered), all]);
    counts.set(`work-coverage${end}`, [Number(worked), all]);
  }
  for (const { code, count } of await database.sql<{ code: string; count: string }>(stocks, [town, day]))
    counts.set(code, [Number(count), null]);
  return counts;
}

/** What happened in a town in a period, by the code of its indicator, counted in the same manner. */
export async function recountFacts(
  { database }: TestPlatform,
  town: string,
  first: string,
  last: string,
): Promise<Map<string, Count>> {
  const rows = await database.sql<{ code: string; count: string; among: string | null }>(facts, [town, first, last]);
  return new Map(
    rows.map(({ code, count, among }) => [code, [Number(count), among === null ? null : Number(among)]] as const),
  );
}

/** A unit that has ended goes on in its heir, else in what stood above it last. */
const organizations = `
  with recursive day as (select $2::date as day),
  version as (select * from unit_version where town_id = $1 and superseded_at is null),
  standing as (select unit_id, parent_id from version, day where ${holds('version')}),
  place as (
    select id as unit, id as at from unit where town_id = $1
    union
    select place.unit, gone_into.at
    from place cross join day cross join lateral (
      select case when heir.id is null then last.parent_id else heir.successor_id end as at
      from (select * from version where unit_id = place.at order by valid_from desc limit 1) as last
      left join lineage heir on heir.town_id = $1 and heir.predecessor_id = place.at and heir.day = last.valid_to
        and heir.heir and heir.voided_at is null
      where last.valid_to <= day.day) as gone_into
    where gone_into.at is not null),
  above as (
    select place.unit, place.at from place join standing on standing.unit_id = place.at
    union
    select above.unit, standing.parent_id from above join standing on standing.unit_id = above.at
    where standing.parent_id is not null),
  organization_on as (
    select kind.class,
      exists (select from coverage_link link where link.town_id = $1 and link.organization_id = o.organization_id
        and ${holds('link')} and link.way in ('INDEPENDENT', 'JOINT')) as established,
      exists (select from coverage_link link where link.town_id = $1 and link.organization_id = o.organization_id
        and ${holds('link')}) as covered,
      exists (select from work_assignment work where work.town_id = $1 and ${holds('work')} and (
        work.organization_id = o.organization_id or exists (
          select from above join place on place.at = above.at join standing on standing.unit_id = place.at
          where above.unit = o.unit_id and place.unit = work.unit_id)))
      or exists (select from guided_kind guided where guided.town_id = $1 and guided.kind_id = o.kind_id
        and ${holds('guided')}) as worked
    from organization_version o join organization_kind kind on kind.town_id = $1 and kind.id = o.kind_id, day
    where o.town_id = $1 and ${holds('o')})
  select coalesce(class, 'ALL') as of, count(*) as organizations, count(*) filter (where established) as established,
    count(*) filter (where covered) as covered, count(*) filter (where worked) as worked
  from organization_on group by rollup (class)`;

const stocks = `
  with day as (select $2::date as day)
  select 'household' as code, count(*) from household_block place, day
  where place.town_id = $1 and superseded_at is null and overlay_id is null and ${holds('place')}
  union all
  select lower(kind), count(*) from unit_version version join unit on unit.town_id = $1 and unit.id = version.unit_id, day
  where version.town_id = $1 and superseded_at is null and unit.overlay_id is null and kind in ('BLOCK', 'VILLAGE', 'COMMITTEE')
    and ${holds('version')}
  group by kind`;

/** Contacts are one a household, day and way. */
const facts = `
  select 'contact' as code, count(distinct (household_id, visited_on, way)) as count, null as among from visit
  where town_id = $1 and visited_on between $2 and $3 and withdrawn_at is null
  union all
  select unnest(array['request', 'request-completion', 'request-satisfaction']),
    unnest(array[count(*), count(*) filter (where state in ('HANDLED', 'CLOSED')),
      count(*) filter (where satisfaction in ('SATISFIED', 'FAIRLY'))]),
    unnest(array[null, count(*), count(*)])
  from request where town_id = $1 and raised_on between $2 and $3 and state <> 'WITHDRAWN'
  union all
  select unnest(array['call', 'call-completion', 'call-satisfaction']),
    unnest(array[count(*), count(*) filter (where state in ('ANSWERED', 'CLOSED')),
      count(*) filter (where satisfaction in ('SATISFIED', 'FAIRLY'))]),
    unnest(array[null, count(*), count(*)])
  from call where town_id = $1 and called_on between $2 and $3 and state <> 'WITHDRAWN'
  union all
  select 'relief-grant', count(*), null from relief_grant
  where town_id = $1 and granted_on between $2 and $3 and cancelled_on is null`;

/** Funds of relief whose sums are not those of their entries and grants. */
export const recountFunds = `
  select fund.id from relief_fund fund
  left join (select fund_id, sum(amount) as entered from relief_fund_entry where town_id = $1 group by 1) entries on entries.fund_id = fund.id
  left join (select fund_id, sum(amount) filter (where cancelled_on is null) as granted,
      sum(amount) filter (where paid_on is not null) as paid
    from relief_grant where town_id = $1 group by 1) spent on spent.fund_id = fund.id
  where fund.town_id = $1 and (fund.budget <> coalesce(entered, 0) or fund.committed <> coalesce(granted, 0)
    or fund.paid <> coalesce(spent.paid, 0) or fund.committed > fund.budget)`;
