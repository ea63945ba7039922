import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { Standing } from '../standings/standing-of.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { pathOf } from '../units/path-of.ts';
import { timelineOf } from '../units/timeline.ts';

/** An organisation as it stands on a day. */
export interface CoveredOrganization extends Standing {
  id: string;
  name: string;
  party_members: number;
  /** The unit that it is in on the day, and those above, the nearest first. Empty where that is the town itself. */
  path: readonly string[];
}

/** Which town on which day. */
export interface CoverageKey {
  townId: number;
  on: string;
}

/** Batch of the organisations of towns as they stand on days. One statement, whatever the towns and days, and those of the trees. */
export async function organizationsOn(desk: Desk, keys: readonly CoverageKey[]): Promise<CoveredOrganization[][]> {
  const rows = Map.groupBy(await readOrganizations(desk, keys), ({ town, on }) => `${town} ${on}`);
  return Promise.all(
    keys.map(async ({ townId, on }) => {
      const [timeline, lineage] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
      const paths = new Map<string, string[]>();
      const pathFrom = (unit: string) => {
        const path = paths.get(unit) ?? pathOf(timeline, standsIn(timeline, lineage, unit, on), on);
        paths.set(unit, path);
        return path;
      };
      return (rows.get(`${townId} ${on}`) ?? []).map(({ town: _, on: __, ...row }) => ({
        ...row,
        path: pathFrom(row.unit_id),
      }));
    }),
  );
}

function readOrganizations(desk: Desk, keys: readonly CoverageKey[]) {
  const asked = sql<{ town: number; on: string }>`(
    select town, "on" from unnest(${keys.map(({ townId }) => townId)}::bigint[], ${keys.map(({ on }) => on)}::date[]) as key (town, "on")
  )`;
  return desk.db
    .selectFrom('organization_standing as s')
    .innerJoin(asked.as('asked'), (join) => join.onRef('s.town_id', '=', 'asked.town'))
    .innerJoin('organization_version as v', (join) =>
      join.onRef('v.town_id', '=', 's.town_id').onRef('v.organization_id', '=', 's.organization_id'),
    )
    .select(['s.town_id as town', sql<string>`asked."on"::text`.as('on')])
    .select([
      's.organization_id as id',
      'v.name',
      'v.party_members',
      's.kind_id',
      's.class',
      's.unit_id',
      's.industry_id',
    ])
    .select(['s.has_members', 's.direct', 's.established', 's.covered', 's.worked'])
    .where(holdsDay('s', sql`asked."on"`))
    .where(holdsDay('v', sql`asked."on"`))
    .execute();
}

/** In SQL: whether a row of a dated table holds a day. */
function holdsDay(table: string, on: string | RawBuilder<unknown>) {
  const [from, to] = [sql.ref(`${table}.valid_from`), sql.ref(`${table}.valid_to`)];
  return sql<boolean>`${from} <= ${on} and (${to} is null or ${to} > ${on})`;
}
