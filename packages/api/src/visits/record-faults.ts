import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { RecordFault } from './visit.entity.ts';

/** What triggers say of a visit: what its record lacks, and whether another of its day and way was noted before it. */
interface Judged {
  faults: RecordFault[];
  again: boolean;
}

/**
 * Batch of what visits are judged to be. Triggers judge them with every change of a visit or of what was said at it
 * (migrations 041-record-quality and 051-effective-contacts), so that whoever writes a visit need not. One statement.
 */
export async function judgedVisits(desk: Desk, keys: readonly TownKey[]): Promise<Judged[]> {
  const rows = await desk.db
    .selectFrom('visit')
    .select(['town_id', 'id', 'record_faults as faults', 'again'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row).map((found) => found ?? { faults: [], again: false });
}
