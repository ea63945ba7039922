import type { Context } from '../context.ts';
import type { Desk } from '../db/door.ts';
import type { RequestKey } from './request-rows.ts';

/** Something that people wrote about a request. */
export interface Written {
  townId: number;
  /** Whether the request is a household's, and so what is written personal data; what is written about a place is not. */
  ofHousehold: boolean;
  /** The field by which it is read. */
  field: 'Request.description' | 'RequestEvent.text';
}

/** What people wrote about a request, as the viewer may read it. Every such text goes through here. */
export function shownText(_ctx: Context, _written: Written, text: string | null): string | null {
  return text;
}

/** Batch of what requests ask for. One statement. */
export async function descriptionsOf(desk: Desk, keys: readonly RequestKey[]): Promise<(string | undefined)[]> {
  const rows = await desk.db
    .selectFrom('request')
    .select(['town_id', 'id', 'description'])
    .where('town_id', 'in', [...new Set(keys.map((key) => key.townId))])
    .where('id', 'in', [...new Set(keys.map((key) => key.uuid))])
    .execute();
  return keys.map(({ townId, uuid }) => rows.find((row) => row.town_id === townId && row.id === uuid)?.description);
}
