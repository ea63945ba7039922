import type { Desk } from '../db/door.ts';
import type { RecordFault } from './visit.entity.ts';

/**
 * Batch of what the records of visits lack. Triggers judge them with every change of a visit or of what was said at it
 * (migration 042-record-quality), so that whoever writes a visit need not. One statement.
 */
export async function faultsOfVisits(
  desk: Desk,
  keys: readonly { townId: number; uuid: string }[],
): Promise<RecordFault[][]> {
  const rows = await desk.db
    .selectFrom('visit')
    .select(['town_id', 'id', 'record_faults'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('id', 'in', [...new Set(keys.map((key) => key.uuid))])
    .execute();
  const byId = new Map(rows.map((row) => [`${row.town_id} ${row.id}`, row.record_faults]));
  return keys.map(({ townId, uuid }) => byId.get(`${townId} ${uuid}`) ?? []);
}
