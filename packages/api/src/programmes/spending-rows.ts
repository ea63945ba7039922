import { anyOf, idsOf, parted, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { ProgrammeSpendingType } from './spending.type.ts';

/** Batch of what was spent for programmes, the first one first. One statement. */
export async function spendingsOf(desk: Desk, keys: readonly TownKey[]): Promise<ProgrammeSpendingType[][]> {
  const rows = await desk.db
    .selectFrom('programme_spending')
    .select(['town_id', 'programme_id', 'amount', 'spent_on', 'text', 'recorded_at', 'recorded_by'])
    .where('town_id', 'in', townsOf(keys))
    .where('programme_id', '=', anyOf(idsOf(keys)))
    .orderBy('spent_on')
    .orderBy('id')
    .execute();
  return parted(keys, rows, 'programme_id', (row) => ({
    ...{ townId: row.town_id, amount: row.amount, spentOn: row.spent_on, text: row.text },
    ...{ recordedAt: row.recorded_at, recordedById: row.recorded_by },
  }));
}

/** What amounts are together, in fen. */
export const sumOf = (spendings: readonly { amount: number }[]) =>
  spendings.reduce((sum, { amount }) => sum + amount, 0);

/** Batch of how many who took part in programmes came to one of their sessions at least. One statement. */
export async function peopleWhoCame(desk: Desk, keys: readonly TownKey[]): Promise<number[]> {
  const rows = await desk.db
    .selectFrom('programme_attendance as a')
    .innerJoin('programme_enrolment as e', (join) =>
      join.onRef('e.town_id', '=', 'a.town_id').onRef('e.id', '=', 'a.enrolment_id'),
    )
    .select(['e.town_id', 'e.programme_id'])
    .select(({ fn }) => fn.count<number>('a.enrolment_id').distinct().as('count'))
    .where('e.town_id', 'in', townsOf(keys))
    .where('e.programme_id', '=', anyOf(idsOf(keys)))
    .where('a.attended', '=', true)
    .where('a.superseded_at', 'is', null)
    .groupBy(['e.town_id', 'e.programme_id'])
    .execute();
  return parted(keys, rows, 'programme_id', ({ count }) => count).map(([count]) => count ?? 0);
}
