import type { Actor } from '../access/actor.ts';
import { reaches, reachesTown } from '../access/reach.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn } from '../db/versions.ts';
import { badInput, notFound } from '../errors.ts';
import { type Connection, pageOf } from '../schema/connection.ts';
import { type IdType, requireIdIn } from '../schema/global-id.ts';
import { byPinyin } from '../schema/pinyin.ts';
import { dayOf } from '../today.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { timelineOf } from '../units/timeline.ts';
import { townTrees } from '../units/town-tree.ts';
import type { OrganizationType } from './organization.type.ts';
import type { OrganizationFilter, OrganizationsArgs } from './organization-list.type.ts';
import { industriesOf, organizationKindsOf } from './organization-lists.ts';
import {
  type OrganizationLine,
  organizationOf,
  organizationsOfTowns,
  placeOfOrganization,
} from './organization-rows.ts';

/**
 * A page of the organisations of a town that are there on a day and that the viewer may see, by name. A town has some 500, so that
 * a page is cut from all of them. One statement, and those of the tree and of the lists that a filter names.
 * Errors: NOT_FOUND on the member of `filter` that names something that is not there; BAD_INPUT on filter.name, first, last, after
 * or before.
 */
export async function listOrganizations(
  desk: Desk,
  actor: Actor,
  townId: number,
  { filter, asOf, ...page }: OrganizationsArgs,
): Promise<Connection<OrganizationType>> {
  const there = await organizationsThere(desk, actor, townId, filter ?? {}, asOf ?? dayOf(desk.now));
  return pageOf(there, page, ({ uuid }) => uuid);
}

/** All of them, by name. Errors: those of listOrganizations but for the page. */
export async function organizationsThere(
  desk: Desk,
  actor: Actor,
  townId: number,
  filter: OrganizationFilter,
  day: string,
): Promise<OrganizationType[]> {
  const suits = await testOf(desk, townId, filter, day);
  const visible = await visibleOrganizations(desk, actor, townId);
  return visible
    .filter(({ versions }) => versions.some((version) => holdsOn(version, day)))
    .map((line) => organizationOf(line, day))
    .filter(suits)
    .sort((a, b) => byPinyin(a.name, b.name) || (a.uuid < b.uuid ? -1 : 1));
}

/** The organisations of a town that somebody may see, wherever they are today. */
export async function visibleOrganizations(desk: Desk, actor: Actor, townId: number): Promise<OrganizationLine[]> {
  const lines = await desk.load(organizationsOfTowns, townId);
  if (reachesTown(actor, 'organization:read', townId)) return lines;
  const places = await Promise.all(lines.map((line) => placeOfOrganization(desk, line)));
  return lines.filter((_, index) => {
    const place = places[index];
    return place !== undefined && reaches(actor, 'organization:read', place);
  });
}

/** Whether an organisation, as it is on a day, is one of those that a filter asks for. */
async function testOf(
  desk: Desk,
  townId: number,
  filter: OrganizationFilter,
  day: string,
): Promise<(organization: OrganizationType) => boolean> {
  const name = filter.name?.trim() ?? '';
  if (name.includes('\0')) throw badInput('filter.name', 'controlCharacters');
  const within = filter.unit == null ? undefined : await withinUnit(desk, townId, filter.unit, day);
  const kinds = filter.kind == null && filter.class == null ? [] : await desk.load(organizationKindsOf, townId);
  const kind = named(townId, filter.kind, 'OrganizationKind', kinds, 'filter.kind');
  const ofClass =
    filter.class && new Set(kinds.filter((each) => filter.class?.includes(each.class)).map(({ uuid }) => uuid));
  const industries = filter.industry == null ? [] : await desk.load(industriesOf, townId);
  const industry = named(townId, filter.industry, 'Industry', industries, 'filter.industry');
  return (each) =>
    (name === '' || each.name.includes(name)) &&
    (within?.(each.unitUuid) ?? true) &&
    (kind?.has(each.kindUuid) ?? true) &&
    (ofClass?.has(each.kindUuid) ?? true) &&
    (industry?.has(each.industryUuid ?? '') ?? true) &&
    (filter.hasMembers == null || filter.hasMembers === each.partyMembers > 0);
}

/** The keys of entries that a filter names. Errors: NOT_FOUND on `field`. */
function named(
  townId: number,
  ids: readonly string[] | null | undefined,
  type: IdType,
  list: readonly { uuid: string }[],
  field: string,
): Set<string> | undefined {
  if (ids == null) return undefined;
  const uuids = ids.map((id) => requireIdIn(townId, id, type, field));
  if (uuids.some((uuid) => !list.some((each) => each.uuid === uuid))) throw notFound(field);
  return new Set(uuids);
}

/** Whether what is registered at a unit is in another one, or under it, on a day. Errors: NOT_FOUND on filter.unit. */
async function withinUnit(desk: Desk, townId: number, id: string, day: string): Promise<(unit: string) => boolean> {
  const asked = requireIdIn(townId, id, 'Unit', 'filter.unit');
  const [timeline, lineage, tree] = await Promise.all([
    desk.load(timelineOf, townId),
    desk.load(lineageOfTowns, townId),
    desk.load(townTrees, { townId, asOf: day }),
  ]);
  if (!timeline.find(asked)) throw notFound('filter.unit');
  const known = new Map<string, boolean>();
  return (unit) => {
    const found = known.get(unit);
    if (found !== undefined) return found;
    const at = standsIn(timeline, lineage, unit, day);
    const within = at !== null && tree.place(at).units.includes(asked);
    known.set(unit, within);
    return within;
  };
}
