import { sql } from 'kysely';
import type { Desk } from '../db/door.ts';
import type { PartyOrganizationForm, PartyOrganizationKind } from '../party-organizations/party-organization.entity.ts';
import type { Standing } from '../standings/standing-of.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import type { CoverageWay } from './coverage.entity.ts';

/** An organisation as it stands on a day. */
export interface CoveredOrganization extends Standing {
  id: string;
  name: string;
  party_members: number;
  /** The unit that it is in on the day, and those above, the nearest first. Empty where that is the town itself. */
  path: readonly string[];
}

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

/** Which town on which day. */
export interface CoverageKey {
  townId: number;
  on: string;
}

/** Batch of the coverage of towns on days. Three statements for each, and those of the trees. */
export async function townCoverages(desk: Desk, keys: readonly CoverageKey[]): Promise<TownCoverage[]> {
  return Promise.all(keys.map((key) => readCoverage(desk, key)));
}

async function readCoverage(desk: Desk, key: CoverageKey): Promise<TownCoverage> {
  const { townId, on } = key;
  const [timeline, lineage] = await Promise.all([desk.load(timelineOf, townId), desk.load(lineageOfTowns, townId)]);
  const unitOn = (unit: string | null) => (unit === null ? null : standsIn(timeline, lineage, unit, on));
  const organizations = await readOrganizations(desk, key);
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
    organizations: new Map(
      organizations.map((each) => [each.id, { ...each, path: pathOn(timeline, unitOn(each.unit_id), on) }]),
    ),
    parties: new Map(parties.map((party) => [party.id, party])),
    // In the order in which they ended: the last one stays.
    ended: new Map(over.map(({ organization, ...link }) => [organization, link])),
  };
}

async function readOrganizations(desk: Desk, { townId, on }: CoverageKey) {
  return desk.db
    .selectFrom('organization_standing as s')
    .innerJoin('organization_version as v', (join) =>
      join.onRef('v.town_id', '=', 's.town_id').onRef('v.organization_id', '=', 's.organization_id'),
    )
    .select([
      's.organization_id as id',
      'v.name',
      'v.party_members',
      's.kind_id',
      's.class',
      's.unit_id',
      's.industry_id',
    ])
    .select(['s.has_members', 's.direct', 's.established', 's.covered', 's.worked'])
    .where('s.town_id', '=', townId)
    .where(holds('s', on))
    .where(holds('v', on))
    .execute();
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
    .where(holds('v', on))
    .execute();
}

function holds(table: string, on: string) {
  return sql<boolean>`${sql.ref(`${table}.valid_from`)} <= ${on} and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${on})`;
}

function pathOn(timeline: Timeline, unit: string | null, day: string): string[] {
  const path: string[] = [];
  for (let at = unit; at !== null && !path.includes(at); at = timeline.stateOn(at, day)?.parent_id ?? null)
    path.push(at);
  return path;
}
