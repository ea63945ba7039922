import { idsOf, paired, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { globalId } from '../schema/global-id.ts';
import type { CoverageLinkType } from './coverage.type.ts';
import type { Link } from './coverage-rules.ts';

/** Batch of all links of towns that hold or held on some day, oldest first. One statement. */
export async function linksOfTowns(desk: Desk, towns: readonly number[]): Promise<Link[][]> {
  const rows = await selectLinks(desk)
    .where('town_id', 'in', [...new Set(towns)])
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_from')
    .orderBy('id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => (byTown.get(town) ?? []).map(linkOf));
}

/** Batch of links by id, those that were taken back too. One statement. */
export async function linksById(desk: Desk, keys: readonly TownKey[]): Promise<(CoverageLinkType | undefined)[]> {
  const rows = await selectLinks(desk).where('town_id', 'in', townsOf(keys)).where('id', 'in', idsOf(keys)).execute();
  return paired(keys, rows, 'id', (row) => shownLink(row.town_id, linkOf(row)));
}

/** Batch of why links have ended, as people wrote it; not for a district office. One statement. */
export async function whyLinksEnded(desk: Desk, keys: readonly TownKey[]): Promise<(string | null)[]> {
  const rows = await desk.db
    .selectFrom('coverage_link')
    .select(['town_id', 'id', 'ended_because'])
    .where('town_id', 'in', townsOf(keys))
    .where('id', 'in', idsOf(keys))
    .execute();
  return paired(keys, rows, 'id', (row) => row.ended_because).map((because) => because ?? null);
}

function selectLinks(desk: Desk) {
  return desk.db
    .selectFrom('coverage_link')
    .select(['town_id', 'id', 'party_organization_id', 'organization_id', 'way', 'valid_from', 'valid_to']);
}

type LinkRow = Awaited<ReturnType<ReturnType<typeof selectLinks>['execute']>>[number];

function linkOf(row: LinkRow): Link & { row: string } {
  const { id, way, party_organization_id: party, organization_id: organization } = row;
  return { row: id, party, organization, way, from: row.valid_from, to: row.valid_to };
}

/** A stored link as GraphQL shows it. */
export function shownLink(townId: number, { row, party, organization, way, from, to }: Link): CoverageLinkType {
  if (row === undefined) throw new Error('A link that is not written is not shown');
  return {
    ...{ typename: 'CoverageLink' as const, id: globalId('CoverageLink', townId, row), townId, uuid: row },
    ...{ partyUuid: party, organizationUuid: organization, way, validFrom: from, validTo: to },
  };
}
