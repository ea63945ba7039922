import type { townRoles } from '../accounts/account.entity.ts';
import type { Desk } from '../db/door.ts';
import { holdsOn, type Period } from '../db/versions.ts';
import type { postTitles } from '../people/person.entity.ts';
import { type TeamLine, teamLinesOf } from '../teams/team-lines.ts';
import { treeRulesOf } from '../units/find-overlay.ts';
import { type LineageLink, lineageOfTowns, standsIn } from '../units/lineage.ts';
import { type Timeline, timelineOf } from '../units/timeline.ts';
import type { TreeRules } from '../units/tree-rules.ts';
import type { Step } from './step.ts';

/** A post at a unit that is held on the day of a restructuring or later. */
export interface HeldPost {
  id: string;
  unit: string;
  person: string;
  title: (typeof postTitles)[number];
  from: string;
  to: string | null;
}

/** A role on a unit or a team that is held on the day of a restructuring or later. */
export interface HeldRole {
  id: string;
  account: string;
  role: (typeof townRoles)[number];
  unit: string | null;
  team: string | null;
  from: string;
  to: string | null;
}

/** Households that a block holds over the same period. */
interface PlacedHouseholds extends Period {
  block: string;
  count: number;
}

/** The block of one household over a period. */
export interface PlacedHousehold extends Period {
  block: string;
}

/** Everything of a town that a restructuring on a day may touch. */
export interface TownState extends TreeRules {
  day: string;
  timeline: Timeline;
  teams: readonly TeamLine[];
  /** Lineage in force that is dated later than the day. */
  later: readonly LineageLink[];
  posts: readonly HeldPost[];
  roles: readonly HeldRole[];
  /** The households that each block holds on the day or later: how many over which period. */
  households: ReadonlyMap<string, readonly PlacedHouseholds[]>;
  /** How many organisations are in each unit on the day. */
  organizations: ReadonlyMap<string, number>;
  /** The blocks in which each household that a step names is on the day, one of each partition at most. */
  named: ReadonlyMap<string, readonly PlacedHousehold[]>;
}

/** The day of a restructuring and the households that its steps name. */
export interface TownStateKey {
  day: string;
  households: readonly string[];
}

/** Batch of the desk's town as restructurings on their days find it. Ten statements, for any number of them. */
export async function townStates(desk: Desk, keys: readonly TownStateKey[]): Promise<TownState[]> {
  const days = [...new Set(keys.map((key) => key.day))].sort();
  const [first = ''] = days;
  const timeline = await desk.load(timelineOf, desk.town);
  const rules = await desk.load(treeRulesOf, desk.town);
  const teams = await desk.load(teamLinesOf, desk.town);
  const lineage = await desk.load(lineageOfTowns, desk.town);
  const posts = await loadPosts(desk, first);
  const roles = await loadRoles(desk, first);
  const households = await countHouseholds(desk, first);
  const named = await locateHouseholds(
    desk,
    keys.flatMap((key) => key.households),
  );
  const organizations = await countOrganizations(desk, first);
  return keys.map(({ day }) => {
    const lasts = ({ to }: { to: string | null }) => to === null || to > day;
    return {
      day,
      timeline,
      ...rules,
      teams,
      later: lineage.filter((link) => link.day > day),
      posts: posts.filter(lasts),
      roles: roles.filter(lasts),
      households: Map.groupBy(households.filter(lasts), ({ block }) => block),
      organizations: standingOn(organizations, day, timeline, lineage),
      named: new Map([...named].map(([id, places]) => [id, places.filter((place) => holdsOn(place, day))])),
    };
  });
}

/** The households that steps name. */
export function householdsNamed(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.verb === 'TRANSFER_HOUSEHOLDS') return step.households ?? [];
    return step.verb === 'SPLIT' ? step.parts.flatMap((part) => part.households) : [];
  });
}

async function loadPosts(desk: Desk, day: string): Promise<HeldPost[]> {
  const rows = await desk.db
    .selectFrom('post')
    .select(['id', 'unit_id as unit', 'person_id as person', 'title', 'valid_from as from', 'valid_to as to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('id')
    .execute();
  return rows;
}

async function loadRoles(desk: Desk, day: string): Promise<HeldRole[]> {
  const rows = await desk.db
    .selectFrom('assignment')
    .select(['id', 'account_id as account', 'role', 'unit_id as unit', 'team_id as team'])
    .select(['valid_from as from', 'valid_to as to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('id')
    .execute();
  return rows;
}

async function countHouseholds(desk: Desk, day: string): Promise<PlacedHouseholds[]> {
  const rows = await desk.db
    .selectFrom('household_block')
    .select(['block_id as block', 'valid_from as from', 'valid_to as to'])
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('town_id', '=', desk.town)
    .where('superseded_at', 'is', null)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .groupBy(['block_id', 'valid_from', 'valid_to'])
    .execute();
  return rows;
}

/** Organisations that are registered at a unit over the same period. */
interface RegisteredOrganizations extends Period {
  unit: string;
  count: number;
}

/** The organisations of a day or later, by the units at which they are registered. */
async function countOrganizations(desk: Desk, day: string): Promise<RegisteredOrganizations[]> {
  return desk.db
    .selectFrom('organization_version')
    .select(['unit_id as unit', 'valid_from as from', 'valid_to as to'])
    .select((all) => all.fn.countAll<number>().as('count'))
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .groupBy(['unit_id', 'valid_from', 'valid_to'])
    .execute();
}

/** How many organisations each unit has on a day, those of units that have gone into it as well. */
function standingOn(
  registered: readonly RegisteredOrganizations[],
  day: string,
  timeline: Timeline,
  lineage: readonly LineageLink[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { unit: at, count } of registered.filter((each) => holdsOn(each, day))) {
    const unit = standsIn(timeline, lineage, at, day);
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + count);
  }
  return counts;
}

/** Every block that holds each of some households, with its dates. */
async function locateHouseholds(desk: Desk, named: readonly string[]) {
  if (named.length === 0) return new Map<string, PlacedHousehold[]>();
  const rows = await desk.db
    .selectFrom('household_block')
    .select(['household_id', 'block_id as block', 'valid_from as from', 'valid_to as to'])
    .where('town_id', '=', desk.town)
    .where('household_id', 'in', [...new Set(named)])
    .where('superseded_at', 'is', null)
    .execute();
  return Map.groupBy(rows, (row) => row.household_id);
}
