import type { CoverageWay } from '../coverage/coverage.entity.ts';
import { linksOfTowns } from '../coverage/link-rows.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import type { PartyState } from '../party-organizations/party-tree.ts';
import { partyTreesOf } from '../party-organizations/party-tree-rows.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { type CoverageKey, type CoveredOrganization, organizationsOn } from './organizations-on.ts';

/** A Party organisation as it is on a day. */
export interface CoveringParty extends Pick<PartyState, 'name' | 'kind' | 'form' | 'industry_id'> {
  id: string;
  /** Where it sits: the unit of the day. */
  unit: string | null;
  /** The organisations that it includes on the day. */
  covers: readonly string[];
}

/** A link that ended by the day, the last one of its organisation. */
export interface EndedLink {
  party: string;
  way: CoverageWay;
  on: string;
}

/** A town's organisations, and what covers them, on a day. */
export interface TownCoverage {
  organizations: ReadonlyMap<string, CoveredOrganization>;
  parties: readonly CoveringParty[];
  ended: ReadonlyMap<string, EndedLink>;
}

/** Batch of the coverage of towns on days. The statements of the organisations, the Party's trees and the links. */
export async function townCoverages(desk: Desk, keys: readonly CoverageKey[]): Promise<TownCoverage[]> {
  return Promise.all(keys.map((key) => readCoverage(desk, key)));
}

async function readCoverage(desk: Desk, key: CoverageKey): Promise<TownCoverage> {
  const { townId, on } = key;
  const [timeline, lineage] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  const unitOn = (unit: string | null) => (unit === null ? null : standsIn(timeline, lineage, unit, on));
  const organizations = await desk.load(organizationsOn, key);
  const links = await desk.load(linksOfTowns, townId);
  const tree = await desk.load(partyTreesOf, townId);
  const covers = Map.groupBy(
    links.filter((link) => holdsOn(link, on)),
    (link) => link.party,
  );
  const parties = [...tree.on(on)].map(([id, { name, kind, form, unit_id, industry_id }]) => ({
    ...{ id, name, kind, form, industry_id, unit: unitOn(unit_id) },
    covers: (covers.get(id) ?? []).map(({ organization }) => organization),
  }));
  const over = links
    .flatMap(({ organization, party, way, to }) =>
      to === null || to > on ? [] : [{ organization, link: { party, way, on: to } }],
    )
    .sort((a, b) => a.link.on.localeCompare(b.link.on));
  return {
    organizations: new Map(organizations.map((each) => [each.id, each])),
    parties,
    // In the order in which they ended: the last one stays.
    ended: new Map(over.map(({ organization, link }) => [organization, link])),
  };
}
