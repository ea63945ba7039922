import { idsOf, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import type { Period } from '../db/versions.ts';

/** What is managed: an organisation, or a Party organisation that sits in none. */
export interface Managed {
  organization: string | null;
  party: string | null;
}

/** That something is managed directly over a period. */
export interface DirectPeriod extends Managed, Period {
  uuid: string;
}

/** Batch of what towns manage or managed directly, oldest first. One statement. */
export async function managementsOf(desk: Desk, towns: readonly number[]): Promise<DirectPeriod[][]> {
  const rows = await desk.db
    .selectFrom('direct_management')
    .select(['town_id', 'id as uuid', 'organization_id as organization', 'party_organization_id as party'])
    .select(['valid_from as from', 'valid_to as to'])
    .where('town_id', 'in', [...new Set(towns)])
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => byTown.get(town) ?? []);
}

/** Batch of why something came into direct management and left it, as people wrote it; not for a district office. One statement. */
export async function managementReasons(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<{ entered: string; left: string | null }[]> {
  const rows = await desk.db
    .selectFrom('direct_management')
    .select(['id', 'entered_because as entered', 'left_because as left'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  const byId = new Map(rows.map(({ id, ...reasons }) => [id, reasons]));
  return keys.map(({ uuid }) => byId.get(uuid) ?? { entered: '', left: null });
}
