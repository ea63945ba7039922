import { sql } from 'kysely';
import { anyOf, idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { PersonType } from '../people/person.type.ts';
import { personOf } from '../people/person-rows.ts';
import { globalId } from '../schema/global-id.ts';
import type { VisitType, VisitVersionType } from './visit.type.ts';

/** Batch of visits by id. One statement. */
export async function visitsById(desk: Desk, keys: readonly TownKey[]): Promise<(VisitType | undefined)[]> {
  const rows = await selectVisits(desk)
    .where('visit.town_id', 'in', townsOf(keys))
    .where('visit.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', visitOf);
}

/** Batch of the visits to households, the latest first, withdrawn ones too. One statement. */
export async function visitsOf(desk: Desk, keys: readonly TownKey[]): Promise<VisitType[][]> {
  const rows = await selectVisits(desk)
    .where('visit.town_id', 'in', townsOf(keys))
    .where('visit.household_id', '=', anyOf(idsOf(keys)))
    .orderBy('visit.visited_on', 'desc')
    .orderBy('visit.noted_at', 'desc')
    .orderBy('visit.id', 'desc')
    .execute();
  return parted(keys, rows, 'household_id', visitOf);
}

/** Batch of the last visit to each household that still counts. One statement, one row a household. */
export async function lastVisits(desk: Desk, keys: readonly TownKey[]): Promise<(VisitType | undefined)[]> {
  const rows = await selectVisits(desk)
    .distinctOn(['visit.town_id', 'visit.household_id'])
    .where('visit.town_id', 'in', townsOf(keys))
    .where('visit.household_id', '=', anyOf(idsOf(keys)))
    .where('visit.withdrawn_at', 'is', null)
    .orderBy('visit.town_id')
    .orderBy('visit.household_id')
    .orderBy('visit.visited_on', 'desc')
    .orderBy('visit.noted_at', 'desc')
    .orderBy('visit.id', 'desc')
    .execute();
  return paired(keys, rows, 'household_id', visitOf);
}

/** Batch of the last visit to each household up to a day that still counts. One statement, one row a key. */
export async function lastVisitsUntil(
  desk: Desk,
  keys: readonly (TownKey & { asOf: string })[],
): Promise<(VisitType | undefined)[]> {
  const [households, days] = [keys.map(({ uuid }) => uuid), keys.map(({ asOf }) => asOf)];
  const asked = sql<{ household: string; day: string }>`unnest(${households}::uuid[], ${days}::date[])`;
  const rows = await selectVisits(desk)
    .innerJoin(asked.as<'asked'>(sql`asked(household, day)`), (join) =>
      join.onRef('asked.household', '=', 'visit.household_id').onRef('asked.day', '>=', 'visit.visited_on'),
    )
    .select('asked.day')
    .distinctOn(['visit.town_id', 'visit.household_id', 'asked.day'])
    .where('visit.town_id', 'in', townsOf(keys))
    .where('visit.withdrawn_at', 'is', null)
    .orderBy('visit.town_id')
    .orderBy('visit.household_id')
    .orderBy('asked.day')
    .orderBy('visit.visited_on', 'desc')
    .orderBy('visit.noted_at', 'desc')
    .orderBy('visit.id', 'desc')
    .execute();
  const found = new Map(rows.map((row) => [`${row.town_id} ${row.household_id} ${row.day}`, visitOf(row)]));
  return keys.map(({ townId, uuid, asOf }) => found.get(`${townId} ${uuid} ${asOf}`));
}

/** Batch of the people who made visits, as a version of each says, by name. One statement. */
export async function visitorsOf(desk: Desk, keys: readonly TownKey[]): Promise<PersonType[][]> {
  const rows = await desk.db
    .selectFrom('visit_visitor as v')
    .innerJoin('person', (join) =>
      join.onRef('person.town_id', '=', 'v.town_id').onRef('person.id', '=', 'v.person_id'),
    )
    .select(['person.town_id', 'person.id', 'person.name', 'v.version_id'])
    .where('v.town_id', 'in', townsOf(keys))
    .where('v.version_id', '=', anyOf(idsOf(keys)))
    .orderBy('person.name')
    .orderBy('person.id')
    .execute();
  return parted(keys, rows, 'version_id', personOf);
}

/** Batch of the times that something was written about visits, the first first. One statement. */
export async function versionsOf(desk: Desk, keys: readonly TownKey[]): Promise<VisitVersionType[][]> {
  const rows = await desk.db
    .selectFrom('visit_version')
    .select(['town_id', 'visit_id', 'id', 'number', 'visited_on', 'way', 'reason', 'written_at', 'written_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('visit_id', '=', anyOf(idsOf(keys)))
    .orderBy('number')
    .execute();
  return parted(keys, rows, 'visit_id', (row) => ({
    ...{ townId: row.town_id, versionUuid: row.id, number: row.number, way: row.way, reason: row.reason },
    visitedOn: row.visited_on,
    writtenAt: row.written_at,
    writtenById: row.written_by,
  }));
}

/** What a version of a visit says, and of whom, by the audit key of the household. */
export interface Said {
  situation: string;
  demand: string;
  service: string;
  outcome: string | null;
  auditKey: string;
}

/** Batch of what versions of visits say. One statement. */
export async function saidIn(desk: Desk, keys: readonly TownKey[]): Promise<(Said | undefined)[]> {
  const rows = await desk.db
    .selectFrom('visit_version as said')
    .innerJoin('visit', (join) =>
      join.onRef('visit.town_id', '=', 'said.town_id').onRef('visit.id', '=', 'said.visit_id'),
    )
    .innerJoin('household', (join) =>
      join.onRef('household.town_id', '=', 'visit.town_id').onRef('household.id', '=', 'visit.household_id'),
    )
    .select(['said.town_id', 'said.id', 'situation', 'demand', 'service', 'outcome', 'household.audit_key as auditKey'])
    .where('said.town_id', 'in', townsOf(keys))
    .where('said.id', '=', anyOf(idsOf(keys)))
    .execute();
  return paired(keys, rows, 'id', (row) => row);
}

/** Visits with the version that holds, the one of the highest number. */
function selectVisits(desk: Desk) {
  return desk.db
    .selectFrom('visit')
    .innerJoinLateral(
      (at) =>
        at
          .selectFrom('visit_version as each')
          .select('each.id as version_id')
          .whereRef('each.town_id', '=', 'visit.town_id')
          .whereRef('each.visit_id', '=', 'visit.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('said'),
      (join) => join.onTrue(),
    )
    .select(['visit.town_id', 'visit.id', 'household_id', 'block_id', 'visited_on', 'way', 'noted_at', 'recorded_at'])
    .select(['recorded_by', 'withdrawn_at', 'withdrawn_by', 'withdrawn_reason', 'version'])
    .select('said.version_id');
}

type VisitRow = Awaited<ReturnType<ReturnType<typeof selectVisits>['execute']>>[number];

/** A visit's row with the version that holds, as GraphQL shows it. */
export function visitOf({ town_id: townId, id: uuid, ...row }: VisitRow): VisitType {
  const { way, version } = row;
  return {
    typename: 'Visit',
    id: globalId('Visit', townId, uuid),
    ...{ townId, uuid, way, version },
    householdUuid: row.household_id,
    blockUuid: row.block_id,
    versionUuid: row.version_id,
    visitedOn: row.visited_on,
    notedAt: row.noted_at,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by,
    withdrawnAt: row.withdrawn_at,
    withdrawnById: row.withdrawn_by,
    withdrawnReason: row.withdrawn_reason,
  };
}
