import { idsOf, paired, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { JobPlacementType } from './job-placement.type.ts';

/** Jobs that were found; the caller narrows it to what it needs. */
export function selectPlacements(desk: Desk) {
  return desk.db
    .selectFrom('job_placement as j')
    .innerJoin('resident as r', (join) => join.onRef('r.town_id', '=', 'j.town_id').onRef('r.id', '=', 'j.resident_id'))
    .select(['j.town_id', 'j.id', 'j.resident_id', 'j.household_id', 'j.employer', 'j.post', 'j.found_by'])
    .select(['j.found_on', 'j.left_on', 'j.recorded_at', 'j.recorded_by', 'j.withdrawn_at', 'j.withdrawn_because'])
    .select(['j.version', 'r.audit_key']);
}

/** A row of a job. */
export type PlacementRow = Awaited<ReturnType<ReturnType<typeof selectPlacements>['executeTakeFirstOrThrow']>>;

/** A job's row as GraphQL shows it; what is personal is read field by field. */
export function placementOf(row: PlacementRow): JobPlacementType {
  const { town_id: townId, id: uuid } = row;
  return {
    typename: 'JobPlacement',
    id: globalId('JobPlacement', townId, uuid),
    ...{ townId, uuid, residentUuid: row.resident_id, householdUuid: row.household_id },
    ...{ employerInFull: row.employer, post: row.post, foundBy: row.found_by },
    ...{ foundOn: row.found_on, leftOn: row.left_on, recordedAt: row.recorded_at, recordedById: row.recorded_by },
    ...{ withdrawnAt: row.withdrawn_at, becauseInFull: row.withdrawn_because },
    ...{ auditKey: row.audit_key, version: row.version },
  };
}

/** Batch of jobs by id. One statement. */
export async function placementsById(desk: Desk, keys: readonly TownKey[]): Promise<(JobPlacementType | undefined)[]> {
  const rows = await selectPlacements(desk)
    .where('j.town_id', 'in', townsOf(keys))
    .where('j.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', placementOf);
}

/** Batch of the jobs found for members of households, the latest first, without those withdrawn. One statement. */
export async function placementsOfHouseholds(desk: Desk, keys: readonly TownKey[]): Promise<JobPlacementType[][]> {
  const rows = await selectPlacements(desk)
    .where('j.town_id', 'in', townsOf(keys))
    .where('j.household_id', 'in', idsOf(keys))
    .where('j.withdrawn_at', 'is', null)
    .orderBy('j.found_on', 'desc')
    .orderBy('j.id', 'desc')
    .execute();
  return parted(keys, rows, 'household_id', placementOf);
}
