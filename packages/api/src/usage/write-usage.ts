import { sql } from 'kysely';
import { atDesk } from '../db/door.ts';
import type { Orm } from '../db/orm.ts';
import { beginningOf, dayOf } from '../today.ts';
import { type Counts, sumOf } from './counts.ts';

/** What was counted of an application in a town within an hour. */
export interface UsageRow {
  town: number;
  application: string;
  /** Who registered the application. */
  owner: string;
  /** When the hour begins. */
  begins: Date;
  counts: Counts;
}

/** Adds counts to the sums by hour and by day, in one statement. */
export async function writeUsage(orm: Orm, hours: readonly UsageRow[]): Promise<void> {
  const rows = [...hours.map((row) => ({ step: 'HOUR', row })), ...daysOf(hours).map((row) => ({ step: 'DAY', row }))];
  const written = rows.map(({ step, row: { town, application, owner, begins, counts } }) => ({
    ...{ town_id: town, global_application_id: application, global_owner_id: owner, step, begins },
    ...{ operations: counts.operations, errors: counts.errors, over_budget: counts.overBudget },
    ...{ over_limit: counts.overLimit, asked: counts.asked, used: counts.used },
  }));
  await atDesk(orm, { role: 'app_platform' }, new Date(), 'write', ({ db }) =>
    // In one order, so that no two processes wait for each other.
    sql`
      insert into application_usage
      select * from jsonb_populate_recordset(null::application_usage, ${JSON.stringify(written)}::jsonb) r
      order by r.town_id, r.global_application_id, r.step, r.begins
      on conflict (town_id, global_application_id, step, begins) do update set
        operations = application_usage.operations + excluded.operations,
        errors = application_usage.errors + excluded.errors,
        over_budget = application_usage.over_budget + excluded.over_budget,
        over_limit = application_usage.over_limit + excluded.over_limit,
        asked = application_usage.asked + excluded.asked,
        used = application_usage.used + excluded.used`.execute(db),
  );
}

function daysOf(hours: readonly UsageRow[]): UsageRow[] {
  const days = new Map<string, UsageRow>();
  for (const row of hours) {
    const day = dayOf(row.begins);
    const key = `${row.town} ${row.application} ${day}`;
    const known = days.get(key);
    days.set(key, known ? { ...known, counts: sumOf(known.counts, row.counts) } : { ...row, begins: beginningOf(day) });
  }
  return [...days.values()];
}
