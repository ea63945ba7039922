import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { PhotoType } from './photo.type.ts';

interface Key {
  townId: number;
  uuid: string;
}

/** Batch of photographs by id, without the pictures; of one account only where that is named. One statement. */
export async function photosById(
  desk: Desk,
  keys: readonly (Key & { addedBy?: string })[],
): Promise<(PhotoType | undefined)[]> {
  const rows = await select(desk, keys).select(['width', 'height', 'added_at', 'added_by']).execute();
  const byId = new Map(rows.map((row) => [`${row.town_id} ${row.id}`, row]));
  return keys.map(({ townId, uuid, addedBy }) => {
    const row = byId.get(`${townId} ${uuid}`);
    if (!row || (addedBy !== undefined && row.added_by !== addedBy)) return undefined;
    const { width, height, added_at: addedAt } = row;
    return { townId, uuid, id: globalId('Photo', townId, uuid), width, height, addedAt };
  });
}

/** Batch of the pictures of photographs. One statement. */
export async function picturesOf(desk: Desk, keys: readonly Key[]): Promise<(Buffer | undefined)[]> {
  const rows = await select(desk, keys).select('jpeg').execute();
  const byId = new Map(rows.map((row) => [`${row.town_id} ${row.id}`, Buffer.from(row.jpeg)]));
  return keys.map(({ townId, uuid }) => byId.get(`${townId} ${uuid}`));
}

function select(desk: Desk, keys: readonly Key[]) {
  return desk.db
    .selectFrom('photo')
    .select(['town_id', 'id'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('id', '=', sql<string>`any(${[...new Set(keys.map((key) => key.uuid))]}::uuid[])`);
}
