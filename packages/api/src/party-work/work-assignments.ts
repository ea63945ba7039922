import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { WorkAssignmentType } from './party-work.type.ts';

/**
 * Batch of all assignments of towns, those that ended or were taken back too, the oldest first; who is assigned, for the town's own
 * people alone. One statement.
 */
export async function workAssignmentsOf(desk: Desk, towns: readonly number[]): Promise<WorkAssignmentType[][]> {
  const withPeople = desk.seat.role === 'app_town';
  const rows = await desk.db
    .selectFrom('work_assignment')
    .select(['town_id as townId', 'id as uuid', 'organization_id as organizationUuid', 'unit_id as unitUuid', 'role'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .$if(withPeople, (query) => query.select('person_id as personUuid'))
    .where('town_id', 'in', [...towns])
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.townId);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map(({ personUuid, ...row }) => ({
      ...row,
      ...{ id: globalId('WorkAssignment', town, row.uuid), personUuid: personUuid ?? null },
    })),
  );
}
