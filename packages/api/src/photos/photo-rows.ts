import { anyOf, idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PhotoType } from './photo.type.ts';

/** Batch of photographs by id, without the pictures; of one account only where that is named. One statement. */
export async function photosById(
  desk: Desk,
  keys: readonly (TownKey & { addedBy?: string })[],
): Promise<(PhotoType | undefined)[]> {
  const rows = await select(desk, keys).select(['width', 'height', 'added_at', 'added_by']).execute();
  return paired(keys, rows, 'id', (row) => row).map((row, index) => {
    const addedBy = keys[index]?.addedBy;
    if (!row || (addedBy !== undefined && row.added_by !== addedBy)) return undefined;
    const { town_id: townId, id: uuid, width, height, added_at: addedAt } = row;
    return { townId, uuid, id: globalId('Photo', townId, uuid), width, height, addedAt };
  });
}

/** Batch of the pictures of photographs. One statement. */
export async function picturesOf(desk: Desk, keys: readonly TownKey[]): Promise<(Buffer | undefined)[]> {
  const rows = await select(desk, keys).select('jpeg').execute();
  return paired(keys, rows, 'id', (row) => Buffer.from(row.jpeg));
}

function select(desk: Desk, keys: readonly TownKey[]) {
  return desk.db
    .selectFrom('photo')
    .select(['town_id', 'id'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', '=', anyOf(idsOf(keys)));
}
