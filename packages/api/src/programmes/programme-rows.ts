import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ProgrammeType } from './programme.type.ts';

/** Programmes; the caller narrows it to what it needs. */
export function selectProgrammes(desk: Desk) {
  return desk.db
    .selectFrom('programme as p')
    .select(['p.town_id', 'p.id', 'p.kind', 'p.name', 'p.about', 'p.takers', 'p.one_session', 'p.unit_id'])
    .select(['p.first_day', 'p.last_day', 'p.age_from', 'p.age_to', 'p.places', 'p.state', 'p.recorded_at'])
    .select(['p.recorded_by', 'p.version', 'p.budget', 'p.cost_per_head', 'p.series_id', 'p.offer_id']);
}

/** A programme's row. */
export type ProgrammeRow = Awaited<ReturnType<ReturnType<typeof selectProgrammes>['executeTakeFirstOrThrow']>>;

/** A programme's row as GraphQL shows it. */
export function programmeOf(row: ProgrammeRow): ProgrammeType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'Programme',
    id: globalId('Programme', townId, uuid),
    ...{
      townId,
      uuid,
      seriesUuid: row.series_id,
      offerUuid: row.offer_id,
      kind: row.kind,
      name: row.name,
      about: row.about,
      takers: row.takers,
    },
    ...{ oneSession: row.one_session, unitUuid: row.unit_id, firstDay: row.first_day, lastDay: row.last_day },
    ...{ budget: row.budget, costPerHead: row.cost_per_head },
    ...{ ageFrom: row.age_from, ageTo: row.age_to, places: row.places, state: row.state },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by, version: row.version },
  };
}

/** Batch of programmes by id. One statement. */
export async function programmesById(desk: Desk, keys: readonly TownKey[]): Promise<(ProgrammeType | undefined)[]> {
  const rows = await selectProgrammes(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', programmeOf);
}

/** Batch of the programmes that repeat one another, by their series, the earliest first. One statement. */
export async function programmesOfSeries(desk: Desk, keys: readonly TownKey[]): Promise<ProgrammeType[][]> {
  const rows = await selectProgrammes(desk)
    .where('p.town_id', 'in', townsOf(keys))
    .where('p.series_id', 'in', idsOf(keys))
    .orderBy('p.first_day')
    .orderBy('p.id')
    .execute();
  return parted(keys, rows, 'series_id', programmeOf);
}
