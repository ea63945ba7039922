import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { ServiceNumberType } from './service-number.type.ts';

function selectNumbers(desk: Desk, towns: number[]) {
  return desk.db
    .selectFrom('service_number')
    .select(['town_id', 'id', 'unit_id', 'label', 'telephone', 'position'])
    .where('town_id', 'in', towns)
    .where('ended_at', 'is', null);
}

function numberOf(
  row: Awaited<ReturnType<ReturnType<typeof selectNumbers>['executeTakeFirstOrThrow']>>,
): ServiceNumberType {
  return {
    id: globalId('ServiceNumber', row.town_id, row.id),
    ...{ townId: row.town_id, uuid: row.id, unitUuid: row.unit_id },
    ...{ label: row.label, telephone: row.telephone, position: row.position },
  };
}

/** Batch of the numbers that are for units themselves, or, with null, for whole towns, by position. One statement. */
export async function numbersOf(
  desk: Desk,
  keys: readonly { townId: number; unit: string | null }[],
): Promise<ServiceNumberType[][]> {
  const rows = await selectNumbers(desk, townsOf(keys)).orderBy('position').orderBy('id').execute();
  const groups = Map.groupBy(rows, (row) => `${row.town_id} ${row.unit_id}`);
  return keys.map(({ townId, unit }) => (groups.get(`${townId} ${unit}`) ?? []).map(numberOf));
}

/** Batch of numbers by id. One statement. */
export async function numbersById(desk: Desk, keys: readonly TownKey[]): Promise<(ServiceNumberType | undefined)[]> {
  const rows = await selectNumbers(desk, townsOf(keys)).where('id', 'in', idsOf(keys)).execute();
  return paired(keys, rows, 'id', numberOf);
}
