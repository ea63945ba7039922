import type { Desk } from '../db/door.ts';
import type { Version } from '../db/versions.ts';
import { type PartyLine, type PartyState, PartyTree } from './party-tree.ts';

/** Batch of the Party's trees of towns. One statement. */
export async function partyTreesOf(desk: Desk, towns: readonly number[]): Promise<PartyTree[]> {
  const rows = await desk.db
    .selectFrom('party_organization_version as v')
    .innerJoin('party_organization as o', (join) =>
      join.onRef('o.town_id', '=', 'v.town_id').onRef('o.id', '=', 'v.party_organization_id'),
    )
    .select(['o.town_id', 'o.id as uuid', 'o.version', 'o.successor_id', 'v.id', 'v.valid_from', 'v.valid_to'])
    .select(['v.name', 'v.kind', 'v.form', 'v.parent_id', 'v.unit_id', 'v.organization_id', 'v.industry_id'])
    .where('v.town_id', 'in', [...new Set(towns)])
    .orderBy('v.valid_from')
    .orderBy('v.id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => {
    const byParty = Map.groupBy(byTown.get(town) ?? [], (row) => row.uuid);
    return new PartyTree([...byParty].map(([uuid, versions]) => lineOf(uuid, versions)));
  });
}

interface VersionRow extends PartyState {
  id: string;
  valid_from: string;
  valid_to: string | null;
  version: number;
  successor_id: string | null;
}

function lineOf(uuid: string, rows: readonly VersionRow[]): PartyLine {
  const versions = rows.map(versionOf);
  const held = versions.filter(({ from, to }) => from !== to);
  const [last] = rows.slice(-1);
  const line = { uuid, version: last?.version ?? 0, successor: last?.successor_id ?? null, versions: held };
  const [takenBack] = held.length === 0 ? versions.slice(-1) : [];
  return takenBack ? { ...line, takenBack } : line;
}

function versionOf(row: VersionRow): Version<PartyState> {
  const { id, valid_from: from, valid_to: to, name, kind, form, parent_id } = row;
  const { unit_id, organization_id, industry_id } = row;
  return { row: id, from, to, state: { name, kind, form, parent_id, unit_id, organization_id, industry_id } };
}
