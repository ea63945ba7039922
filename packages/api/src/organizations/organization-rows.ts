import type { Actor } from '../access/actor.ts';
import type { Permission } from '../access/permissions.ts';
import { type Place, reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { idsOf, type TownKey, townsOf } from '../db/batch.ts';
import type { Desk } from '../db/door.ts';
import { type Version, type Versions, versionNear } from '../db/versions.ts';
import { notFound } from '../errors.ts';
import { globalId, requireId, requireIdIn } from '../schema/global-id.ts';
import { dayOf } from '../today.ts';
import { placeWith } from '../units/standing-under.ts';
import type { OrganizationType } from './organization.type.ts';

/** What an organisation is over a period. Its members are the columns of a version. */
export interface OrganizationFacts {
  name: string;
  kind_id: string;
  unit_id: string;
  industry_id: string | null;
  size: number | null;
  party_members: number;
}

/** An organisation through time. */
export interface OrganizationLine {
  townId: number;
  uuid: string;
  creditCode: string | null;
  validFrom: string;
  validTo: string | null;
  version: number;
  versions: Versions<OrganizationFacts>;
}

/** Batch of organisations with all their versions. One statement. */
export async function organizationLines(
  desk: Desk,
  keys: readonly TownKey[],
): Promise<(OrganizationLine | undefined)[]> {
  const rows = await selectLines(desk)
    .where('o.town_id', 'in', townsOf(keys))
    .where('o.id', 'in', idsOf(keys))
    .execute();
  const lines = linesOf(rows);
  return keys.map((key) => lines.find(({ townId, uuid }) => townId === key.townId && uuid === key.uuid));
}

/** Batch of all organisations that towns have or had. One statement. */
export async function organizationsOfTowns(desk: Desk, towns: readonly number[]): Promise<OrganizationLine[][]> {
  const lines = linesOf(
    await selectLines(desk)
      .where('o.town_id', 'in', [...towns])
      .execute(),
  );
  for (const line of lines) desk.prime(organizationLines, { townId: line.townId, uuid: line.uuid }, line);
  const byTown = Map.groupBy(lines, ({ townId }) => townId);
  return towns.map((town) => byTown.get(town) ?? []);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number];

/** Without the columns that a district office may not read. */
function selectLines(desk: Desk) {
  return desk.db
    .selectFrom('organization as o')
    .innerJoin('organization_version as v', (join) =>
      join.onRef('v.town_id', '=', 'o.town_id').onRef('v.organization_id', '=', 'o.id'),
    )
    .select(['o.town_id', 'o.id', 'o.credit_code', 'o.valid_from', 'o.valid_to', 'o.version'])
    .select(['v.id as row', 'v.valid_from as from', 'v.valid_to as to', 'v.name', 'v.kind_id', 'v.unit_id'])
    .select(['v.industry_id', 'v.size', 'v.party_members'])
    .orderBy('v.valid_from')
    .orderBy('v.id');
}

function linesOf(rows: readonly LineRow[]): OrganizationLine[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const held = all.filter(({ from, to }) => from !== to);
    // Closed on its first day it never was anything; it is shown as it was to be.
    const versions = (held.length > 0 ? held : all.slice(-1)).map(versionOf);
    const { town_id: townId, id: uuid, credit_code: creditCode, version } = first;
    return { townId, uuid, creditCode, validFrom: first.valid_from, validTo: first.valid_to, version, versions };
  });
}

function versionOf({ row, from, to, name, kind_id, unit_id, industry_id, size, party_members }: LineRow) {
  const state = { name, kind_id, unit_id, industry_id, size, party_members };
  return { row, from, to, state } satisfies Version<OrganizationFacts>;
}

/**
 * Batch of organisations as they are on a day, today unless told; outside their life as they were last or will be first. One
 * statement.
 */
export async function organizationsById(
  desk: Desk,
  keys: readonly (TownKey & { asOf?: string })[],
): Promise<(OrganizationType | undefined)[]> {
  return Promise.all(
    keys.map(async ({ townId, uuid, asOf }) => {
      const line = await desk.load(organizationLines, { townId, uuid });
      return line && organizationOf(line, asOf ?? dayOf(desk.now));
    }),
  );
}

/** An organisation as GraphQL shows it on a day. */
export function organizationOf(line: OrganizationLine, asOf: string): OrganizationType {
  const { townId, uuid, creditCode, validFrom, validTo, version, versions } = line;
  const state = versionNear(versions, asOf)?.state;
  if (!state) throw new Error(`Organisation ${uuid} has no version`);
  const life = { creditCode, validFrom, validTo, version };
  return {
    typename: 'Organization',
    id: globalId('Organization', townId, uuid),
    asOf,
    ...factsOf(line, state),
    ...life,
  };
}

/** What an organisation is, as GraphQL shows it. */
export function factsOf({ townId, uuid }: TownKey, state: Readonly<OrganizationFacts>) {
  const { name, kind_id: kindUuid, unit_id: unitUuid, industry_id: industryUuid, size } = state;
  return { townId, uuid, name, kindUuid, unitUuid, industryUuid, size, partyMembers: state.party_members };
}

/** An organisation that the viewer may see, as it is on a day. Errors: NOT_FOUND on `field`. */
export async function getOrganization(
  ctx: Context,
  id: string,
  asOf = ctx.today,
  field = 'id',
): Promise<OrganizationType> {
  const { townId, key: uuid } = requireId(id, 'Organization', field);
  const desk = await ctx.readTownFor('organization:read', townId);
  const line = await desk?.load(organizationLines, { townId, uuid });
  if (!desk || !line || !(await reachesOrganization(desk, ctx.signedIn, 'organization:read', line))) {
    throw notFound(field);
  }
  return organizationOf(line, asOf);
}

/** The organisation that a mutation names, through time, if the actor's permission reaches where it is. Errors: NOT_FOUND on `field`. */
export async function getLineFor(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  id: string,
  field = 'input.organization',
): Promise<OrganizationLine> {
  const uuid = requireIdIn(desk.town, id, 'Organization', field);
  const line = await desk.load(organizationLines, { townId: desk.town, uuid });
  if (!line || !(await reachesOrganization(desk, actor, permission, line))) throw notFound(field);
  return line;
}

/**
 * An organisation as a change has left it, for the change's payload: shown on the day of the change where that lies ahead,
 * else as of today.
 */
export async function changedOrganization(desk: Desk, uuid: string, day: string): Promise<OrganizationType> {
  desk.forget();
  const today = dayOf(desk.now);
  const organization = await desk.load(organizationsById, {
    ...{ townId: desk.town, uuid, asOf: day > today ? day : today },
  });
  if (!organization) throw notFound();
  return organization;
}

/** Whether a permission reaches an organisation: where it is today, was last or will be first. */
export async function reachesOrganization(
  desk: Desk,
  actor: Actor,
  permission: Permission,
  line: OrganizationLine,
): Promise<boolean> {
  return reaches(actor, permission, await placeOfOrganization(desk, line));
}

/** Where an organisation stands today, to ask for reach: with its unit, or what that has gone into, or with the town. */
export function placeOfOrganization(desk: Desk, { townId, versions }: OrganizationLine): Promise<Place> {
  return placeWith(desk, townId, versionNear(versions, dayOf(desk.now))?.state.unit_id ?? null);
}
