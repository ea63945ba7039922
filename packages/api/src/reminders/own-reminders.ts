import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Desk } from '../db/door.ts';
import { stateOn } from '../db/versions.ts';
import { reachesHousehold } from '../households/find-household.ts';
import { inPartition, placesOf } from '../households/household-places.ts';
import { seesRequest } from '../requests/request-reach.ts';
import { requestOf, selectRequests } from '../requests/request-rows.ts';
import { globalId } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { firstVisitsDue } from './first-visits.ts';
import type { ReminderKind } from './reminder.entity.ts';
import type { ReminderType } from './reminder.type.ts';
import { stillToDo } from './still-stands.ts';

/** Reminders of requests, and of visits, that somebody is shown of one town. */
const most = 100;
/** By when a visit is due that somebody is reminded of already: its rule may have become another. */
const someDay = '9999-12-31';

/**
 * What somebody is reminded of in the desk's town and is still to be done, as far as it is within their reach today: of
 * requests and of visits the latest first, at most a hundred each. A number of statements that does not grow with them.
 */
export async function ownReminders(desk: Desk, actor: Actor): Promise<ReminderType[]> {
  const all = [...(await ofRequests(desk, actor)), ...(await ofVisits(desk, actor))];
  return all.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}

async function ofRequests(desk: Desk, actor: Actor): Promise<ReminderType[]> {
  const rows = await selectRequests(desk)
    .innerJoin('reminder as m', (join) => join.onRef('m.town_id', '=', 'r.town_id').onRef('m.request_id', '=', 'r.id'))
    .select(['m.id as reminder', 'm.kind', 'm.since', 'm.made_at', 'm.seen_at'])
    .where('m.town_id', '=', desk.town)
    .where('m.account_id', '=', actor.accountId)
    .where(sql<boolean>`${stillToDo(dayOf(desk.now))}`)
    .orderBy('m.made_at', 'desc')
    .orderBy('m.since')
    .orderBy('m.id')
    .limit(most)
    .execute();
  const seen = await Promise.all(rows.map((row) => seesRequest(desk, actor, requestOf(row))));
  return rows
    .filter((_, index) => seen[index])
    .map((row) => reminderOf({ ...row, id: row.reminder }, { requestUuid: row.id, householdUuid: null }));
}

async function ofVisits(desk: Desk, actor: Actor): Promise<ReminderType[]> {
  const rows = await desk.db
    .selectFrom('reminder as m')
    .select(['m.town_id', 'm.id', 'm.kind', 'm.since', 'm.made_at', 'm.seen_at', 'm.household_id'])
    .where('m.town_id', '=', desk.town)
    .where('m.account_id', '=', actor.accountId)
    .where('m.household_id', 'is not', null)
    .orderBy('m.made_at', 'desc')
    .orderBy('m.since')
    .orderBy('m.id')
    .limit(most)
    .execute();
  const townId = desk.town;
  const today = dayOf(desk.now);
  const each = rows.map(async ({ household_id: uuid, ...row }) => {
    if (uuid === null || !(await reachesHousehold(desk, actor, 'visit:record', { townId, uuid }))) return [];
    const places = inPartition(await desk.load(placesOf, { townId, uuid }), null);
    return [{ row, uuid, block: stateOn(places, today)?.block_id }];
  });
  const seen = (await Promise.all(each)).flat();
  const due = await firstVisitsDue(desk, [...new Set(seen.flatMap(({ block }) => block ?? []))], someDay);
  return seen
    .filter(({ row, uuid }) => due.get(uuid) === row.since)
    .map(({ row, uuid }) => reminderOf(row, { requestUuid: null, householdUuid: uuid }));
}

interface Row {
  town_id: number;
  id: string;
  kind: ReminderKind;
  since: string;
  made_at: Date;
  seen_at: Date | null;
}

function reminderOf(row: Row, about: Pick<ReminderType, 'requestUuid' | 'householdUuid'>): ReminderType {
  return {
    ...{ townId: row.town_id, ...about, id: globalId('Reminder', row.town_id, row.id) },
    ...{ kind: row.kind, since: row.since, madeAt: row.made_at, seenAt: row.seen_at },
  };
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
