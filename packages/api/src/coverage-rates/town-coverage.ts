import type { CoverageWay } from '../coverage/coverage.entity.ts';
import type { Desk } from '../db/door.ts';
import type { PartyOrganizationForm, PartyOrganizationKind } from '../party-organizations/party-organization.entity.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { type CoverageKey, type CoveredOrganization, holdsIn, organizationsOn } from './organizations-on.ts';

/** A Party organisation as it is on a day. */
export interface CoveringParty {
  id: string;
  name: string;
  kind: PartyOrganizationKind;
  form: PartyOrganizationForm;
  /** Where it sits: the unit of the day. */
  unit: string | null;
  organization: string | null;
  industry: string | null;
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
  parties: ReadonlyMap<string, CoveringParty>;
  ended: ReadonlyMap<string, EndedLink>;
}

/** Batch of the coverage of towns on days. Three statements for each, and those of the trees. */
export async function townCoverages(desk: Desk, keys: readonly CoverageKey[]): Promise<TownCoverage[]> {
  return Promise.all(keys.map((key) => readCoverage(desk, key)));
}

async function readCoverage(desk: Desk, key: CoverageKey): Promise<TownCoverage> {
  const { townId, on } = key;
  const [timeline, lineage] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  const unitOn = (unit: string | null) => (unit === null ? null : standsIn(timeline, lineage, unit, on));
  const organizations = await desk.load(organizationsOn, key);
  const links = await readLinks(desk, key);
  const covers = Map.groupBy(
    links.filter((link) => link.to === null || link.to > on),
    (link) => link.party,
  );
  const parties = (await readParties(desk, key)).map((party) => ({
    ...party,
    unit: unitOn(party.unit),
    covers: (covers.get(party.id) ?? []).map(({ organization }) => organization),
  }));
  const over = links.flatMap(({ organization, to, ...link }) =>
    to === null || to > on ? [] : [{ organization, ...link, on: to }],
  );
  return {
    organizations: new Map(organizations.map((each) => [each.id, each])),
    parties: new Map(parties.map((party) => [party.id, party])),
    // In the order in which they ended: the last one stays.
    ended: new Map(over.map(({ organization, ...link }) => [organization, link])),
  };
}

/** The links that began by a day, in the order in which they end. */
async function readLinks(desk: Desk, { townId, on }: CoverageKey) {
  return desk.db
    .selectFrom('coverage_link')
    .select(['organization_id as organization', 'party_organization_id as party', 'way', 'valid_to as to'])
    .where('town_id', '=', townId)
    .where('valid_from', '<=', on)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .orderBy('valid_to')
    .execute();
}

async function readParties(desk: Desk, { townId, on }: CoverageKey) {
  return desk.db
    .selectFrom('party_organization_version as v')
    .select(['v.party_organization_id as id', 'v.name', 'v.kind', 'v.form'])
    .select(['v.unit_id as unit', 'v.organization_id as organization', 'v.industry_id as industry'])
    .where('v.town_id', '=', townId)
    .where(holdsIn('v', on))
    .execute();
}
