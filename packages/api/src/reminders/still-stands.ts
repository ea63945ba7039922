import { type RawBuilder, sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { openStates } from '../handling/transitions.ts';
import type { NewReminder } from './reminder.entity.ts';

/**
 * That what a reminder `m` reminds of is still to be done with its request `r` on a day, by the account that is reminded:
 * the request is as it was then, and, where its holder is reminded, they hold it.
 */
export function stillToDo(day: string): RawBuilder<boolean> {
  const open = sql`r.state = any(${[...openStates]}::text[]) and r.due_on = m.since`;
  return sql`(case m.kind
      when 'DUE_SOON' then ${open} and r.due_on >= ${day}
      when 'OVERDUE' then ${open}
      else r.state = 'HANDLED' and coalesce(r.handled_on = m.since, false)
    end and coalesce(m.holder_id = r.holder_id, m.holder_id is null))`;
}

/** Deletes the reminders of the desk's town of what has been done, and of visits that are not among those to be made now. */
export async function forgetDone(desk: Desk, day: string, visits: readonly NewReminder[]): Promise<void> {
  await sql`
    delete from reminder m using request r
    where m.town_id = ${desk.town} and r.town_id = m.town_id and r.id = m.request_id
      and not ${stillToDo(day)}`.execute(desk.db);
  await sql`
    delete from reminder m
    where m.town_id = ${desk.town} and m.kind = 'VISIT' and not exists (
      select from unnest(${visits.map((each) => each.account_id)}::uuid[],
        ${visits.map((each) => each.household_id)}::uuid[], ${visits.map((each) => each.since)}::date[]) as now (account, household, since)
      where now.account = m.account_id and now.household = m.household_id and now.since = m.since)`.execute(desk.db);
}
