import type { Desk } from '../db/door.ts';
import { notFound } from '../errors.ts';
import { globalId } from '../schema/global-id.ts';
import type { WorkAssignmentType } from './party-work.type.ts';
import type { WorkRole } from './work-assignment.entity.ts';

/** Batch of all assignments of towns, those that ended too, the oldest first; who is assigned, for the town's own people alone. One statement. */
export async function workAssignmentsOf(desk: Desk, towns: readonly number[]): Promise<WorkAssignmentType[][]> {
  const withPeople = desk.seat.role === 'app_town';
  const rows = await desk.db
    .selectFrom('work_assignment')
    .select(['town_id', 'id', 'organization_id', 'unit_id', 'role', 'valid_from', 'valid_to'])
    .$if(withPeople, (query) => query.select('person_id'))
    .where('town_id', 'in', [...towns])
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    (byTown.get(town) ?? []).map(({ person_id: person, ...row }) =>
      assignmentOf({ ...row, person_id: person ?? null }),
    ),
  );
}

interface Row {
  town_id: number;
  id: string;
  organization_id: string | null;
  unit_id: string | null;
  role: WorkRole;
  person_id: string | null;
  valid_from: string;
  valid_to: string | null;
}

function assignmentOf({ town_id: townId, id: uuid, organization_id, unit_id, role, person_id, ...life }: Row) {
  return {
    ...{ townId, uuid, id: globalId('WorkAssignment', townId, uuid), personUuid: person_id, role },
    ...{ organizationUuid: organization_id, unitUuid: unit_id, validFrom: life.valid_from, validTo: life.valid_to },
  };
}

/** An assignment as a change has left it, for the change's payload. */
export async function changedAssignment(desk: Desk, uuid: string): Promise<WorkAssignmentType> {
  const row = await desk.db
    .selectFrom('work_assignment')
    .select(['town_id', 'id', 'organization_id', 'unit_id', 'role', 'person_id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .executeTakeFirst();
  if (!row) throw notFound();
  return assignmentOf(row);
}
