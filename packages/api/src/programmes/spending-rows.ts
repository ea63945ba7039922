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
