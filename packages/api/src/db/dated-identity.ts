import type { Desk } from './door.ts';

/** Where each thing that lasts while what it is changes by the day keeps its dated versions. */
const versionsOf = {
  deliberation_rule: 'deliberation_rule_version',
  inspection_place: 'inspection_place_version',
  inspection_squad: 'inspection_squad_version',
  pairing_kind: 'pairing_kind_version',
  patrol_route: 'patrol_route_version',
} as const;

/** Ends the last version of something on a day, the first without it, and counts that as a change of it. Two statements. */
export async function endVersion(
  desk: Desk,
  table: keyof typeof versionsOf,
  { uuid, version }: { uuid: string; version: number },
  last: { uuid: string },
  on: string,
): Promise<void> {
  await desk.db
    .updateTable(versionsOf[table])
    .set({ valid_to: on })
    .where('town_id', '=', desk.town)
    .where('id', '=', last.uuid)
    .execute();
  await desk.db
    .updateTable(table)
    .set({ version: version + 1 })
    .where('town_id', '=', desk.town)
    .where('id', '=', uuid)
    .execute();
}
