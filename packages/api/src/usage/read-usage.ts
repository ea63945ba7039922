import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { badInput } from '../errors.ts';
import { requirePeriod } from '../schema/period.type.ts';
import { beginningOf, dayAfter } from '../today.ts';
import { type Counts, noCounts, sumOf } from './counts.ts';
import type { ApplicationUsageType, UsageArgs } from './usage.type.ts';

/** The most days of one answer. */
const most = { HOUR: 8, DAY: 400 } as const;

/** Whose usage is asked for: of an application, in a town or in all. */
export interface UsageAsked extends UsageArgs {
  application: string;
  townId: number | null;
}

/** Refuses a period that is none, or is too long. Errors: BAD_INPUT on period.last. */
export function requireUsagePeriod({ period, by }: UsageArgs): void {
  requirePeriod(period, 'period');
  const days = (Date.parse(period.last) - Date.parse(period.first)) / 86_400_000 + 1;
  if (days > most[by]) throw badInput('period.last', 'usagePeriod', { most: most[by] });
}

interface Row extends Counts {
  /** The place of what was asked for. */
  place: number;
  /** One of the two is null: a step in all towns, or a town in all steps. */
  begins: Date | null;
  town_id: number | null;
}

/** Batch of what applications have used, as far as the desk may see it. One statement. */
export async function usageOf(desk: Desk, keys: readonly UsageAsked[]): Promise<ApplicationUsageType[]> {
  const asked = keys.map(({ application, townId, period, by }, place) => ({
    ...{ place, application, town: townId, step: by },
    ...{ since: beginningOf(period.first), until: beginningOf(dayAfter(period.last)) },
  }));
  const counts = sql`sum(operations)::bigint as operations, sum(errors)::bigint as errors,
    sum(over_budget)::bigint as "overBudget", sum(over_limit)::bigint as "overLimit",
    sum(asked)::bigint as asked, sum(used)::bigint as used`;
  const { rows } = await sql<Row>`
    with used as (
      select a.place, u.* from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a (place int, application uuid, town bigint, step text, since timestamptz, until timestamptz)
      join application_usage u on u.global_application_id = a.application and u.step = a.step
        and u.begins >= a.since and u.begins < a.until and (a.town is null or u.town_id = a.town)
    )
    select place, begins, null::bigint as town_id, ${counts} from used group by place, begins
    union all
    select place, null, town_id, ${counts} from used group by place, town_id
    order by begins, used desc, town_id`.execute(desk.db);
  return keys.map(({ period }, place) => {
    const own = rows.filter((row) => row.place === place);
    const steps = own.flatMap((row) => (row.begins === null ? [] : [{ begins: row.begins, counts: countsOf(row) }]));
    const towns = own.flatMap((row) => (row.town_id === null ? [] : [{ townId: row.town_id, counts: countsOf(row) }]));
    return { period, total: steps.reduce((sum, each) => sumOf(sum, each.counts), noCounts), steps, towns };
  });
}

function countsOf({ operations, errors, overBudget, overLimit, asked, used }: Row): Counts {
  return { operations, errors, overBudget, overLimit, asked, used };
}
