import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { seesRequest } from '../requests/request-reach.ts';
import { requestOf, selectRequests } from '../requests/request-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import type { ReminderType } from './reminder.type.ts';
import { stillStands } from './still-stands.ts';

/** Reminders that somebody is shown of one town. */
const most = 100;

/**
 * What somebody is reminded of in the desk's town and is still to be done, as far as the requests are within their reach
 * today: the latest first, at most a hundred. A number of statements that does not grow with them.
 */
export async function ownReminders(desk: Desk, actor: Actor): Promise<ReminderType[]> {
  const rows = await selectRequests(desk)
    .innerJoin('reminder as m', (join) => join.onRef('m.town_id', '=', 'r.town_id').onRef('m.request_id', '=', 'r.id'))
    .select(['m.id as reminder', 'm.kind', 'm.since', 'm.made_at', 'm.seen_at'])
    .where('m.town_id', '=', desk.town)
    .where('m.account_id', '=', actor.accountId)
    .where(sql<boolean>`${stillStands(dayOf(desk.now))}`)
    .orderBy('m.made_at', 'desc')
    .orderBy('m.since')
    .orderBy('m.id')
    .limit(most)
    .execute();
  const seen = await Promise.all(rows.map((row) => seesRequest(desk, actor, requestOf(row))));
  return rows
    .filter((_, index) => seen[index])
    .map((row) => ({
      townId: row.town_id,
      requestUuid: row.id,
      id: globalId('Reminder', row.town_id, row.reminder),
      kind: row.kind,
      since: row.since,
      madeAt: row.made_at,
      seenAt: row.seen_at,
    }));
}

/** Notes that somebody has seen their reminders in the desk's town. Returns how many were new to them. */
export async function seeReminders(desk: Desk, { accountId }: Pick<Actor, 'accountId'>): Promise<number> {
  const { numUpdatedRows } = await desk.db
    .updateTable('reminder')
    .set({ seen_at: desk.now })
    .where('town_id', '=', desk.town)
    .where('account_id', '=', accountId)
    .where('seen_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
