import type { PersonalField } from '../access/personal-fields.ts';
import { personal } from '../audit/personal.ts';
import type { Context } from '../context.ts';
import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { Written } from './request.type.ts';

/**
 * What people wrote about a request, as the viewer may read it: about a place in full, of a household only for a purpose.
 * Every such text goes through here.
 */
export function shownText(
  ctx: Context,
  townId: number,
  field: PersonalField & ('Request.description' | 'RequestEvent.text'),
  written: Written | null,
): string | null {
  if (!written) return null;
  const { auditKey, text } = written;
  return auditKey === null || personal(ctx, townId, { subject: auditKey, field }) ? text : null;
}

/** Batch of what requests ask for. One statement. */
export async function descriptionsOf(desk: Desk, keys: readonly TownKey[]): Promise<(Written | undefined)[]> {
  const rows = await desk.db
    .selectFrom('request as r')
    .leftJoin('household as h', (join) =>
      join.onRef('h.town_id', '=', 'r.town_id').onRef('h.id', '=', 'r.household_id'),
    )
    .select(['r.town_id', 'r.id', 'r.description as text', 'h.audit_key as auditKey'])
    .where('r.town_id', 'in', townsOf(keys))
    .where('r.id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row);
}
