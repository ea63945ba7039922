import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';

/** Ends on a day that anybody is assigned to an organisation of the desk's town; those to come never are. One statement. */
export async function endAssignmentsTo(desk: Desk, organization: string, on: string): Promise<void> {
  await sql`
    update work_assignment set valid_to = greatest(valid_from, ${on}::date)
    where town_id = ${desk.town} and organization_id = ${organization}
      and (valid_to is null or valid_to > ${on})`.execute(desk.db);
}
