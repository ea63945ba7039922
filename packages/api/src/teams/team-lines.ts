import type { Desk } from '../db/door.ts';
import type { Versions } from '../db/versions.ts';

/** What a team is over a period. Its members are the columns of a version. */
export interface TeamState {
  block_id: string;
  name: string;
}

/** One team through time. */
export interface TeamLine {
  uuid: string;
  versions: Versions<TeamState>;
}

/** Batch of all teams of towns through time. One statement. */
export async function teamLinesOf(desk: Desk, towns: readonly number[]): Promise<TeamLine[][]> {
  const rows = await desk.db
    .selectFrom('team_version')
    .select(['town_id', 'id', 'team_id', 'block_id', 'name', 'valid_from', 'valid_to'])
    .where('town_id', 'in', [...towns])
    .where('superseded_at', 'is', null)
    .orderBy('valid_from')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) =>
    [...Map.groupBy(byTown.get(town) ?? [], (row) => row.team_id)].map(([uuid, versions]) => ({
      uuid,
      versions: versions.map(({ id, block_id, name, valid_from, valid_to }) => ({
        row: id,
        from: valid_from,
        to: valid_to,
        state: { block_id, name },
      })),
    })),
  );
}
