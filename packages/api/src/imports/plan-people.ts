import { newId } from '../db/new-id.ts';
import { holdsOn } from '../db/versions.ts';
import type { Timeline } from '../units/timeline.ts';
import type { PostTitle, TeamRole } from './columns.ts';
import type { Faults } from './faults.ts';
import { type Namesakes, nameKey } from './namesakes.ts';
import { requireUnit, type TeamIndex, teamKey } from './plan-teams.ts';
import type { Present, PresentMember, PresentPost } from './present.ts';
import type { MemberRow, OfficerRow } from './row.ts';
import { TownIndex } from './town-index.ts';

/** Somebody or an organisation that an import registers. */
interface Registration {
  id: string;
  name: string;
}

/** What an import gives people: posts and memberships, and who has to be registered first. */
export interface PeoplePlan {
  people: Registration[];
  partners: Registration[];
  posts: { unit: string; person: string; title: PostTitle; from: string }[];
  members: { team: string; who: string; role: TeamRole; from: string }[];
}

/** Finds out who is meant by the rows of officers and members, and which of these posts and memberships are new. */
export function planPeople(
  rows: readonly (OfficerRow | MemberRow)[],
  present: Present,
  namesakes: Namesakes,
  timeline: Timeline,
  teams: TeamIndex,
  faults: Faults,
  day: string,
): PeoplePlan {
  const planner = new PeoplePlanner(present, namesakes, timeline, teams, faults, day);
  for (const row of rows) {
    if (row.kind === 'OFFICER') planner.officer(row);
    else planner.member(row);
  }
  return planner.plan;
}

type Held = Pick<PresentMember & PresentPost, 'who' | 'name' | 'from' | 'to'>;

class PeoplePlanner {
  readonly plan: PeoplePlan = { people: [], partners: [], posts: [], members: [] };
  /** Posts by unit, memberships by team. */
  readonly #posts: Map<string, PresentPost[]>;
  readonly #members: Map<string, PresentMember[]>;
  /** Rows by the post or membership that they describe, and by the lead that they name. */
  readonly #rows = new Map<unknown, number>();
  /** The ids of those of each name, known and new, by number. */
  readonly #new = new Map<string, string[]>();
  readonly #registered = new Set<string>();

  constructor(
    readonly present: Present,
    readonly namesakes: Namesakes,
    readonly timeline: Timeline,
    readonly teams: TeamIndex,
    readonly faults: Faults,
    readonly day: string,
  ) {
    this.#posts = Map.groupBy(present.posts, (post) => post.unit);
    this.#members = Map.groupBy(present.members, (member) => member.team);
  }

  officer(row: OfficerRow): void {
    const unit = this.faults.parentOf(row, (node) => node.uuid !== null);
    if (!unit) return;
    if (unit.uuid === null) {
      this.faults.add(row, 'parent', 'required');
      return;
    }
    const home = TownIndex.homeOf(unit);
    const from = row.from ?? this.day;
    const held = this.#posts.get(unit.uuid) ?? [];
    const same = held.filter((post) => post.title === row.title && post.name === row.person);
    if (this.#isThere(row, same, home)) return;
    const person = this.#identify(row, home);
    if (person === undefined) return;
    requireUnit(row, this.timeline, unit.uuid, from, this.faults);
    if (same.some((post) => post.who === person && lasts(post, from))) {
      this.faults.add(row, 'person', 'alreadyPost');
    }
    this.#once(row, 'person', `${unit.uuid} ${person} ${row.title}`);
    if (!this.faults.has(row.row)) this.plan.posts.push({ unit: unit.uuid, person, title: row.title, from });
  }

  member(row: MemberRow): void {
    const last = row.parent.at(-1);
    const block = this.faults.parentOf(
      row,
      (node) => node.uuid !== null && this.teams.has(teamKey(node.uuid, last?.name ?? '')),
      row.parent.slice(0, -1),
    );
    if (!block) return;
    const team = this.teams.get(teamKey(block.uuid ?? '', last?.name ?? ''));
    if (!team || team.fault) {
      if (team) this.faults.add(row, 'parent', 'rowParentAtFault', { row: team.row ?? 0 });
      else this.faults.missing(row);
      return;
    }
    const home = row.role === 'PARTNER' ? 'partner' : TownIndex.homeOf(block);
    const from = row.from ?? this.day;
    const held = this.#members.get(team.uuid) ?? [];
    const same = held.filter((member) => member.role === row.role && member.name === row.person);
    if (this.#isThere(row, same, home)) return;
    const who = this.#identify(row, home);
    if (who === undefined) return;
    const column = row.role === 'PARTNER' ? 'partner' : 'person';
    if (team.to !== null) this.faults.add(row, 'parent', 'teamClosed');
    else if (from < team.from) this.faults.add(row, 'from', 'dateBeforeBeginning', { date: team.from });
    if (held.some((member) => member.who === who && lasts(member, from))) {
      this.faults.add(row, column, 'alreadyMember');
    }
    this.#once(row, column, `${team.uuid} ${who}`);
    if (row.role === 'LEAD') {
      const other = this.#rows.get(`${team.uuid} LEAD`);
      if (held.some((member) => member.role === 'LEAD' && lasts(member, from))) {
        this.faults.add(row, 'role', 'teamHasLead');
      } else if (other !== undefined) this.faults.add(row, 'role', 'rowSecondLead', { row: other });
      this.#rows.set(`${team.uuid} LEAD`, row.row);
    }
    if (!this.faults.has(row.row)) this.plan.members.push({ team: team.uuid, who, role: row.role, from });
  }

  /** Whether a row describes a post or membership that is there; each is described by one row only. */
  #isThere(row: OfficerRow | MemberRow, same: readonly Held[], home: string | null): boolean {
    const meant = row.namesake === null ? undefined : this.#known(row, home)[row.namesake - 1]?.id;
    const fitting = same.filter((each) => holdsOn(each, this.day) && (row.namesake === null || each.who === meant));
    const there = fitting.find((each) => !this.#rows.has(each)) ?? fitting[0];
    if (!there) return false;
    const other = this.#rows.get(there);
    if (other !== undefined) this.faults.add(row, 'person', 'rowTwice', { row: other });
    else this.faults.recognise(row, there.from);
    this.#rows.set(there, row.row);
    return true;
  }

  #known(row: OfficerRow | MemberRow, home: string | null) {
    return this.namesakes.get(nameKey(home, row.person)) ?? [];
  }

  /** Who is meant: somebody of that name there, or, once for the file, somebody to be registered. */
  #identify(row: OfficerRow | MemberRow, home: string | null): string | undefined {
    const known = this.#known(row, home);
    if (row.namesake === null && known.length > 1) {
      const people = known.map(({ at }, each) => `${each + 1} ${row.person}（${[...new Set(at)].join('、')}）`);
      this.faults.add(row, 'person', 'rowNamesakes', { people: people.join('；') });
      return undefined;
    }
    const number = row.namesake ?? 1;
    const found = known[number - 1]?.id;
    if (found !== undefined) return found;
    // Namesakes are numbered in the order of their ids, now and in the next export.
    const key = nameKey(home, row.person);
    const ids = this.#new.get(key) ?? known.map((person) => person.id);
    this.#new.set(key, ids);
    while (ids.length < number) ids.push(newId());
    const id = ids[number - 1] ?? '';
    if (!this.#registered.has(id)) {
      this.plan[home === 'partner' ? 'partners' : 'people'].push({ id, name: row.person });
    }
    this.#registered.add(id);
    return id;
  }

  #once(row: OfficerRow | MemberRow, column: 'person' | 'partner', key: string): void {
    const other = this.#rows.get(key);
    if (other !== undefined) this.faults.add(row, column, 'rowTwice', { row: other });
    this.#rows.set(key, row.row);
  }
}

function lasts({ to }: Held, from: string): boolean {
  return to === null || to > from;
}
