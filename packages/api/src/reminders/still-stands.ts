import { type RawBuilder, sql } from 'kysely';
import { openStates } from '../handling/transitions.ts';

/**
 * That what a reminder `m` reminds of is still to be done with its request `r` on a day, by the account that is reminded:
 * the request is as it was then, and, where its holder is reminded, they hold it.
 */
export function stillStands(day: string): RawBuilder<boolean> {
  const open = sql`r.state = any(${[...openStates]}::text[]) and r.due_on = m.since`;
  return sql`(case m.kind
      when 'DUE_SOON' then ${open} and r.due_on >= ${day}
      when 'OVERDUE' then ${open}
      else r.state = 'HANDLED' and coalesce(r.handled_on = m.since, false)
    end and coalesce(m.holder_id = r.holder_id, m.holder_id is null))`;
}
