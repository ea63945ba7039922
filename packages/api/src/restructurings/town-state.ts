import type { Desk } from '../db/door.ts';
import type { postTitles } from '../people/person.entity.ts';
import { loadTeamLines, type TeamLine } from '../teams/team-lines.ts';
import { allowedParentsOf } from '../towns/allowed-parents.ts';
import { loadTimeline, type Timeline } from '../units/timeline.ts';
import type { AllowedParents } from '../units/tree-rules.ts';
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
  globalAccount: string;
  role: 'TOWN_ADMINISTRATOR' | 'UNIT_OFFICER' | 'TEAM_LEAD' | 'TEAM_MEMBER';
  unit: string | null;
  team: string | null;
  from: string;
  to: string | null;
}

/** Everything of a town that a restructuring on a day may touch. */
export interface TownState {
  day: string;
  timeline: Timeline;
  allowed: AllowedParents;
  teams: readonly TeamLine[];
  posts: readonly HeldPost[];
  roles: readonly HeldRole[];
  /** How many households each block holds on the day, and on that day or later. */
  households: ReadonlyMap<string, { present: number; lasting: number }>;
  /** The block in which each household that a step names is on the day, in the partition of that block. */
  named: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Loads the desk's town as a restructuring on a day finds it. A number of statements that does not grow. */
export async function loadTownState(desk: Desk, steps: readonly Step[], day: string): Promise<TownState> {
  const timeline = await loadTimeline(desk);
  const allowed = await desk.load(allowedParentsOf, desk.town);
  return {
    day,
    timeline,
    allowed,
    teams: await loadTeamLines(desk),
    posts: await loadPosts(desk, day),
    roles: await loadRoles(desk, day),
    households: await countHouseholds(desk, day),
    named: await locateHouseholds(desk, householdsNamed(steps), day),
  };
}

async function loadPosts(desk: Desk, day: string): Promise<HeldPost[]> {
  const rows = await desk.db
    .selectFrom('post')
    .select(['id', 'unit_id', 'person_id', 'title', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('id')
    .execute();
  return rows.map(({ id, unit_id, person_id, title, valid_from, valid_to }) => ({
    id,
    unit: unit_id,
    person: person_id,
    title,
    from: valid_from,
    to: valid_to,
  }));
}

async function loadRoles(desk: Desk, day: string): Promise<HeldRole[]> {
  const rows = await desk.db
    .selectFrom('assignment')
    .select(['id', 'account_id', 'global_account_id', 'role', 'unit_id', 'team_id', 'valid_from', 'valid_to'])
    .where('town_id', '=', desk.town)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    account: row.account_id,
    globalAccount: row.global_account_id,
    role: row.role,
    unit: row.unit_id,
    team: row.team_id,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

async function countHouseholds(desk: Desk, day: string): Promise<TownState['households']> {
  const rows = await desk.db
    .selectFrom('household_block')
    .select((all) => [
      'block_id',
      all.fn.countAll<number>().as('lasting'),
      all.fn.countAll<number>().filterWhere('valid_from', '<=', day).as('present'),
    ])
    .where('town_id', '=', desk.town)
    .where('superseded_at', 'is', null)
    .whereRef('valid_from', 'is distinct from', 'valid_to')
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .groupBy('block_id')
    .execute();
  return new Map(rows.map(({ block_id, lasting, present }) => [block_id, { lasting, present }]));
}

function householdsNamed(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.verb === 'TRANSFER_HOUSEHOLDS') return step.households ?? [];
    return step.verb === 'SPLIT' ? step.parts.flatMap((part) => part.households) : [];
  });
}

async function locateHouseholds(desk: Desk, named: string[], day: string): Promise<TownState['named']> {
  if (named.length === 0) return new Map();
  const rows = await desk.db
    .selectFrom('household_block')
    .select(['household_id', 'block_id'])
    .where('town_id', '=', desk.town)
    .where('household_id', 'in', [...new Set(named)])
    .where('superseded_at', 'is', null)
    .where('valid_from', '<=', day)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', day)]))
    .execute();
  const byHousehold = Map.groupBy(rows, (row) => row.household_id);
  return new Map([...byHousehold].map(([id, places]) => [id, new Set(places.map((place) => place.block_id))]));
}
