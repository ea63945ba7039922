import { sql } from 'kysely';
import type { Desk } from './door.ts';
import { newId } from './new-id.ts';
import type { Revision } from './revise.ts';
import type { Version } from './versions.ts';

/** Tables of dated rows that say what holds over time, and their column for the thing. Of a row only its end changes. */
const datedTables = {
  address: { table: 'household_address', key: 'household_id' },
  stay: { table: 'resident_stay', key: 'resident_id' },
  organization: { table: 'organization_version', key: 'organization_id' },
  organizationContact: { table: 'organization_contact', key: 'organization_id' },
  partyOrganization: { table: 'party_organization_version', key: 'party_organization_id' },
} as const;

/**
 * Writes what changed of things over time: rows that hold no longer, or not as long, are ended there, on their first day
 * where they never held; what holds now is added. Columns of a row are named as the members of its state.
 * Three statements at the most. Returns whether anything changed.
 */
export async function writeDated<State extends object>(
  desk: Desk,
  what: keyof typeof datedTables,
  revisions: readonly Revision<State>[],
): Promise<boolean> {
  const { table, key } = datedTables[what];
  const ended: { id: string; to: string }[] = [];
  const added: Record<string, unknown>[] = [];
  for (const { uuid, before, after } of revisions) {
    for (const old of before) {
      const kept = after.find((next) => keeps(old, next));
      if (!old.row || (kept && kept.to === old.to)) continue;
      ended.push({ id: old.row, to: kept?.to ?? old.from });
    }
    for (const next of after) {
      if (before.some((old) => keeps(old, next))) continue;
      const period = { valid_from: next.from, valid_to: next.to };
      added.push({ town_id: desk.town, id: newId(), [key]: uuid, ...next.state, ...period });
    }
  }
  if (ended.length > 0) {
    await sql`
      update ${sql.table(table)} as held set valid_to = ended."to"
      from json_to_recordset(${JSON.stringify(ended)}::json) as ended(id uuid, "to" date)
      where held.town_id = ${desk.town} and held.id = ended.id`.execute(desk.db);
  }
  if (added.length > 0) {
    await sql`
      insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(added)}::json)`.execute(
      desk.db,
    );
  }
  return ended.length + added.length > 0;
}

/** Whether a row goes on saying what it says, from the same day and no longer than it did. */
function keeps<State extends object>(old: Version<State>, next: Version<State>): boolean {
  const noLonger = old.to === null || (next.to !== null && next.to <= old.to);
  return old.from === next.from && noLonger && JSON.stringify(old.state) === JSON.stringify(next.state);
}
