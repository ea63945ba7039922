import type { Desk } from '../db/door.ts';
import { newId } from '../db/new-id.ts';
import type { Period } from '../db/versions.ts';
import { badInput } from '../errors.ts';
import { getKind, requireEntry } from '../organizations/organization-lists.ts';

/**
 * The kinds of organisations that an input lets a station guide over a period, each once.
 * Errors: BAD_INPUT on input.kinds where there is none, or on input.from before one began; NOT_FOUND or CONFLICT on the member of
 * input.kinds that is not there, or ends within the period.
 */
export async function requireKinds(desk: Desk, ids: readonly string[], period: Period): Promise<string[]> {
  if (ids.length === 0) throw badInput('input.kinds', 'required');
  const kinds = await Promise.all(ids.map((id, index) => getKind(desk, id, `input.kinds.${index}`)));
  for (const [index, kind] of kinds.entries()) requireEntry(kind, period, `input.kinds.${index}`);
  return [...new Set(kinds.map(({ uuid }) => uuid))];
}

/** Lets a station guide kinds over a period. One statement at the most. */
export async function guide(
  desk: Desk,
  station: string,
  kinds: readonly string[],
  { from, to }: Period,
): Promise<void> {
  if (kinds.length === 0) return;
  const rows = kinds.map((kind) => ({
    ...{ town_id: desk.town, id: newId(), station_id: station, kind_id: kind, valid_from: from, valid_to: to },
  }));
  await desk.db.insertInto('guided_kind').values(rows).execute();
}

/** Ends what a station guides on a day, but for some kinds; what was to begin later never does. One statement. */
export async function endGuiding(desk: Desk, station: string, on: string, staying: readonly string[]): Promise<void> {
  await desk.db
    .updateTable('guided_kind')
    .set((row) => ({ valid_to: row.fn<string>('greatest', ['valid_from', row.cast(row.val(on), 'date')]) }))
    .where('town_id', '=', desk.town)
    .where('station_id', '=', station)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', on)]))
    .$if(staying.length > 0, (query) => query.where('kind_id', 'not in', [...staying]))
    .execute();
}
