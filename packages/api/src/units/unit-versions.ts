import { idsOf, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { UnitVersionType } from './unit.type.ts';

/** Batch of the versions that hold for units, oldest first. */
export async function versionsOfUnits(desk: Desk, keys: readonly TownKey[]): Promise<UnitVersionType[][]> {
  const rows = await desk.db
    .selectFrom('unit_version')
    .select(['town_id', 'unit_id', 'name', 'kind', 'status', 'parent_id', 'valid_from', 'valid_to'])
    .where('town_id', 'in', townsOf(keys))
    .where('unit_id', 'in', idsOf(keys))
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  return keys.map((key) =>
    rows
      .filter((row) => row.town_id === key.townId && row.unit_id === key.uuid)
      .map((row) => ({
        townId: row.town_id,
        parentUuid: row.parent_id,
        name: row.name,
        kind: row.kind,
        status: row.status,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      })),
  );
}
