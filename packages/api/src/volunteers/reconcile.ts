import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { VolunteerLedgerType } from './sums.type.ts';
import type { LedgerFaultKind } from './volunteer-states.ts';

/** How many faults are told at most. */
const most = 100;

/**
 * Adds the ledger of the desk's town up anew, from its entries alone, and looks for whatever is kept beside it and does not agree. Two statements.
 */
export async function reconcile(desk: Desk): Promise<VolunteerLedgerType> {
  const town = desk.town;
  const { rows: totals } = await sql<{ issued: number; held: number; redeemed: number; entries: number }>`
    select coalesce(sum(case when from_account = 'ISSUED' then points when to_account = 'ISSUED' then -points end), 0)::int as issued,
      coalesce(sum(case when to_account = 'REDEEMED' then points when from_account = 'REDEEMED' then -points end), 0)::int as redeemed,
      (select coalesce(sum(balance), 0) from volunteer where town_id = ${town})::int as held,
      (count(*) + (select count(*) from stock_entry where town_id = ${town}))::int as entries
    from point_entry where town_id = ${town}`.execute(desk.db);
  const { rows: faults } = await sql<{ kind: LedgerFaultKind; of: string; kept: number; booked: number }>`
    with points as (
      select volunteer_id, sign_up_id, redemption_id, case to_account when 'VOLUNTEER' then points else -points end as change
      from point_entry where town_id = ${town}
    ), goods as (
      select reward_id, redemption_id, case to_account when 'SHELF' then quantity else -quantity end as change
      from stock_entry where town_id = ${town}
    ), compared as (
      select 'BALANCE' as kind, v.id as of, v.balance as kept, coalesce(e.change, 0) as booked
      from volunteer v left join (select volunteer_id, sum(change) as change from points group by 1) e on e.volunteer_id = v.id
      where v.town_id = ${town}
      union all
      select 'STOCK', r.id, r.stock, coalesce(e.change, 0)
      from reward r left join (select reward_id, sum(change) as change from goods group by 1) e on e.reward_id = r.id
      where r.town_id = ${town}
      union all
      select 'EARNING', s.id, coalesce(s.points, 0), coalesce(e.change, 0)
      from volunteer_sign_up s left join (select sign_up_id, sum(change) as change from points group by 1) e on e.sign_up_id = s.id
      where s.town_id = ${town}
      union all
      select 'RATE', s.id, s.points, coalesce(rate.points, 0)
      from volunteer_sign_up s join volunteer_activity a on a.town_id = s.town_id and a.id = s.activity_id
      left join volunteer_activity_rate rate on rate.town_id = a.town_id and rate.kind_id = a.kind_id
        and daterange(rate.valid_from, rate.valid_to) @> a.held_on
      where s.town_id = ${town} and s.points is not null
      union all
      select 'REDEMPTION', r.id, case r.state when 'CANCELLED' then 0 else r.points end, coalesce(-e.change, 0)
      from redemption r left join (select redemption_id, sum(change) as change from points group by 1) e on e.redemption_id = r.id
      where r.town_id = ${town}
      union all
      select 'GOODS', r.id, case when r.state = 'CANCELLED' or of.kind = 'SERVICE' then 0 else r.quantity end, coalesce(-e.change, 0)
      from redemption r join reward of on of.town_id = r.town_id and of.id = r.reward_id
      left join (select redemption_id, sum(change) as change from goods group by 1) e on e.redemption_id = r.id
      where r.town_id = ${town}
    )
    select kind, of, kept::int, booked::int from compared where kept <> booked order by kind, of limit ${most}`.execute(
    desk.db,
  );
  const [total = { issued: 0, held: 0, redeemed: 0, entries: 0 }] = totals;
  return { ...total, faults };
}
