import type { Desk } from '../db/door.ts';
import { overlapOf, type Period, type Version } from '../db/versions.ts';
import { lineageOfTowns, standsIn } from '../units/lineage.ts';
import { pathOf } from '../units/path-of.ts';
import { timelineOf } from '../units/timeline.ts';
import type { Bearing, OrganizationState, Surroundings } from './standing-of.ts';

/** Which organisations of a town. */
export type Which = readonly string[] | 'all';

/** What bears on some organisations of a town, by organisation, and what surrounds them all. */
export interface Bearings {
  each: Map<string, Bearing>;
  around: Surroundings;
}

/** Reads what bears on organisations of the desk's town. Six statements, and those of the tree. */
export async function readBearings(desk: Desk, which: Which): Promise<Bearings> {
  const ofSome = async <Row extends { organization_id: string | null }>(rows: Promise<Row[]>) =>
    Map.groupBy(await rows, (row) => row.organization_id ?? '');
  const versions = await ofSome(readVersions(desk, which));
  const links = await ofSome(readLinks(desk, which));
  const assigned = await readAssignments(desk, which);
  const direct = await ofSome(readDirect(desk, which));
  const guided = await readGuided(desk);
  const ofOne = Map.groupBy(assigned, (row) => row.organization_id ?? '');
  const each = new Map<string, Bearing>();
  for (const [organization, rows] of versions) {
    each.set(organization, {
      versions: rows.map(versionOf),
      links: (links.get(organization) ?? []).map(({ party_organization_id: party, way, ...row }) => ({
        ...periodOf(row),
        party,
        way,
      })),
      assignments: (ofOne.get(organization) ?? []).map(periodOf),
      direct: (direct.get(organization) ?? []).map(periodOf),
    });
  }
  const assignedAt = await assignedUnits(
    desk,
    assigned.flatMap(({ unit_id: unit, ...row }) => (unit === null ? [] : [{ unit, ...periodOf(row) }])),
  );
  return { each, around: { guided, assignedAt } };
}

/** When people are assigned to a unit, or to what it stands under, whatever restructurings have made of both. */
async function assignedUnits(
  desk: Desk,
  assigned: readonly (Period & { unit: string })[],
): Promise<Surroundings['assignedAt']> {
  if (assigned.length === 0) return () => [];
  const timeline = await desk.load(timelineOf, desk.town);
  const links = await desk.load(lineageOfTowns, desk.town);
  const days = timeline.boundaries('0001-01-01');
  const known = new Map<string, Period[]>();
  const at = (unit: string) => {
    const periods: Period[] = [];
    for (const [index, from] of days.entries()) {
      const above = new Set(pathOf(timeline, standsIn(timeline, links, unit, from), from));
      const whole = { from, to: days[index + 1] ?? null };
      for (const each of assigned) {
        const to = standsIn(timeline, links, each.unit, from);
        const shared = to !== null && above.has(to) ? overlapOf(each, whole) : undefined;
        if (shared) periods.push(shared);
      }
    }
    return periods;
  };
  return (unit) => {
    const found = known.get(unit) ?? at(unit);
    known.set(unit, found);
    return found;
  };
}

function readVersions(desk: Desk, which: Which) {
  return desk.db
    .selectFrom('organization_version as v')
    .innerJoin('organization_kind as k', (join) =>
      join.onRef('k.town_id', '=', 'v.town_id').onRef('k.id', '=', 'v.kind_id'),
    )
    .select(['v.organization_id', 'v.id', 'v.valid_from', 'v.valid_to', 'v.kind_id', 'k.class'])
    .select(['v.unit_id', 'v.industry_id', 'v.party_members'])
    .where('v.town_id', '=', desk.town)
    .whereRef('v.valid_from', 'is distinct from', 'v.valid_to')
    .$if(which !== 'all', (query) => query.where('v.organization_id', 'in', chosen(which)))
    .orderBy('v.valid_from')
    .execute();
}

function readLinks(desk: Desk, which: Which) {
  return desk.db
    .selectFrom('coverage_link')
    .select(['organization_id', 'party_organization_id', 'way', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .$if(which !== 'all', (query) => query.where('organization_id', 'in', chosen(which)))
    .execute();
}

/** Those of the organisations, and those of all units. */
function readAssignments(desk: Desk, which: Which) {
  return desk.db
    .selectFrom('work_assignment')
    .select(['organization_id', 'unit_id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .$if(which !== 'all', (query) =>
      query.where((or) => or.or([or('organization_id', 'in', chosen(which)), or('unit_id', 'is not', null)])),
    )
    .execute();
}

function readDirect(desk: Desk, which: Which) {
  return desk.db
    .selectFrom('direct_management')
    .select(['organization_id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .where('organization_id', 'is not', null)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .$if(which !== 'all', (query) => query.where('organization_id', 'in', chosen(which)))
    .execute();
}

async function readGuided(desk: Desk): Promise<Map<string, Period[]>> {
  const rows = await desk.db
    .selectFrom('guided_kind')
    .select(['kind_id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .execute();
  const byKind = Map.groupBy(rows, (row) => row.kind_id);
  return new Map([...byKind].map(([kind, each]) => [kind, each.map(periodOf)]));
}

/** The organisations that are named. */
function chosen(which: Which): string[] {
  return which === 'all' ? [] : [...which];
}

function periodOf({ valid_from: from, valid_to: to }: { valid_from: string; valid_to: string | null }): Period {
  return { from, to };
}

function versionOf(row: OrganizationState & { id: string; valid_from: string; valid_to: string | null }) {
  const { kind_id, class: of, unit_id, industry_id, party_members } = row;
  const state = { kind_id, class: of, unit_id, industry_id, party_members };
  return { ...periodOf(row), state } satisfies Version<OrganizationState>;
}
