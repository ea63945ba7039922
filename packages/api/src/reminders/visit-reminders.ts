import type { Desk } from '../db/door.ts';
import { standingOf } from '../requests/standing.ts';
import { firstVisitsDue } from './first-visits.ts';
import type { InCharge } from './in-charge.ts';
import type { NewReminder } from './reminder.entity.ts';

/**
 * Who is to be reminded of which household of the desk's town that must be visited at once, by a day: its teams. A number of
 * statements that does not grow with them.
 */
export async function visitReminders(desk: Desk, charge: InCharge, dueBy: string): Promise<NewReminder[]> {
  const due = await firstVisitsDue(desk, null, dueBy);
  const each = [...due].map(async ([household_id, since]) => {
    const standing = await standingOf(desk, { townId: desk.town, householdUuid: household_id, unitUuid: null });
    return charge.ofTeams(standing).map((account_id) => ({
      ...{ account_id, kind: 'VISIT' as const, since },
      ...{ request_id: null, household_id, holder_id: null },
    }));
  });
  return (await Promise.all(each)).flat();
}
