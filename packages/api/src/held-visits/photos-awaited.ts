import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { readGlobalId } from '../schema/global-id.ts';

/** The photographs that visits name which are still held in the desk's town, by their ids there. One statement. */
export async function photosAwaited(desk: Desk): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct jsonb_path_query(sent, '$.requests[*].photos[*]') #>> '{}' as id
    from held_visit where town_id = ${desk.town} and settled is null`.execute(desk.db);
  return rows.flatMap(({ id }) => {
    const named = readGlobalId(id);
    return named?.type === 'Photo' && named.townId === desk.town ? [named.key] : [];
  });
}
