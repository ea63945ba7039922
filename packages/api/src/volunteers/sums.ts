import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { PeriodInput } from '../schema/period.type.ts';
import { activityKindsOf } from './kind-rows.ts';
import { rewardsOf } from './reward-rows.ts';
import type { PointSumsType, PointSumType } from './sums.type.ts';

interface Row {
  kind_id: string | null;
  reward_id: string | null;
  unit_id: string;
  before: boolean;
  earned: number;
  spent: number;
}

/** What became of the points of the desk's town in a period. Five statements, of which one goes over the ledger. */
export async function pointSums(desk: Desk, { first, last }: PeriodInput): Promise<PointSumsType> {
  const town = desk.town;
  const { rows } = await sql<Row>`
    select a.kind_id, r.reward_id, v.unit_id, e.booked_on < ${first} as before,
      coalesce(sum(case when e.from_account = 'ISSUED' then e.points when e.to_account = 'ISSUED' then -e.points end), 0)::int as earned,
      coalesce(sum(case when e.to_account = 'REDEEMED' then e.points when e.from_account = 'REDEEMED' then -e.points end), 0)::int as spent
    from point_entry e join volunteer v on v.town_id = e.town_id and v.id = e.volunteer_id
      left join volunteer_sign_up s on s.town_id = e.town_id and s.id = e.sign_up_id
      left join volunteer_activity a on a.town_id = s.town_id and a.id = s.activity_id
      left join redemption r on r.town_id = e.town_id and r.id = e.redemption_id
    where e.town_id = ${town} and e.booked_on <= ${last}
    group by 1, 2, 3, 4`.execute(desk.db);
  const [kinds, rewards] = await Promise.all([desk.load(activityKindsOf, town), desk.load(rewardsOf, town)]);
  const within = rows.filter(({ before }) => !before);
  const total = (of: readonly Row[], of2: 'earned' | 'spent') => of.reduce((sum, row) => sum + row[of2], 0);
  const sumOf = (of: readonly Row[], whose: Partial<PointSumType>): PointSumType => ({
    ...{ townId: town, activityKindUuid: null, rewardUuid: null, unitUuid: null, ...whose },
    ...{ earned: total(of, 'earned'), spent: total(of, 'spent') },
  });
  const [byKind, byReward, byUnit] = [
    Map.groupBy(within, ({ kind_id }) => kind_id),
    Map.groupBy(within, ({ reward_id }) => reward_id),
    Map.groupBy(within, ({ unit_id }) => unit_id),
  ];
  const before = rows.filter((row) => row.before);
  const opening = total(before, 'earned') - total(before, 'spent');
  const [earned, spent] = [total(within, 'earned'), total(within, 'spent')];
  return {
    ...{ opening, earned, spent, closing: opening + earned - spent },
    byActivityKind: kinds.flatMap(({ uuid }) => {
      const of = byKind.get(uuid);
      return of ? [sumOf(of, { activityKindUuid: uuid })] : [];
    }),
    byReward: rewards.flatMap(({ uuid }) => {
      const of = byReward.get(uuid);
      return of ? [sumOf(of, { rewardUuid: uuid })] : [];
    }),
    byUnit: [...byUnit].map(([unitUuid, of]) => sumOf(of, { unitUuid })),
  };
}
