import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import { conflict } from '../errors.ts';

/** What is of a kind or in an industry over a period, by the table that says so, and what refuses that this ends meanwhile. */
const uses = {
  organization_kind: [
    { table: 'organization_version', entry: 'kind_id', of: 'organization_id', message: 'organizationsOfEntry' },
    { table: 'guided_kind', entry: 'kind_id', of: 'station_id', message: 'stationsOfEntry' },
  ],
  industry: [
    { table: 'organization_version', entry: 'industry_id', of: 'organization_id', message: 'organizationsOfEntry' },
    {
      ...{ table: 'party_organization_version', entry: 'industry_id', of: 'party_organization_id' },
      message: 'partyOrganizationsOfEntry',
    },
  ],
} as const;

/**
 * Refuses to end a kind or an industry while something is of it on the day or later. Two statements at the most.
 * Errors: CONFLICT on input.on.
 */
export async function refuseInUse(desk: Desk, list: keyof typeof uses, uuid: string, on: string): Promise<void> {
  for (const { table, entry, of, message } of uses[list]) {
    const { rows } = await sql<{ count: number }>`
      select count(distinct ${sql.ref(of)})::int as count from ${sql.table(table)}
      where town_id = ${desk.town} and ${sql.ref(entry)} = ${uuid}
        and valid_from is distinct from valid_to and (valid_to is null or valid_to > ${on})`.execute(desk.db);
    const count = rows[0]?.count ?? 0;
    if (count > 0) throw conflict(message, 'input.on', { count });
  }
}
