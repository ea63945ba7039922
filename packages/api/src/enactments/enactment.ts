import { endOn, replaceFrom } from '../db/versions.ts';
import type { Messages } from '../messages.ts';
import type { TeamLine } from '../teams/team-lines.ts';
import type { Timeline } from '../units/timeline.ts';
import { type Following, goOn, staying } from './following.ts';
import { HouseholdMoves } from './household-moves.ts';
import { nameApart } from './name-apart.ts';
import type { Problem } from './problem.ts';
import type { OfficersFate } from './step.ts';
import type { HeldPost, HeldRole, TownState } from './town-state.ts';

/** A row of lineage to be written. */
export interface Descent {
  predecessor: string;
  /** Null is the town itself. */
  successor: string | null;
  heir: boolean;
  designated: boolean;
}

/**
 * A town in the middle of a restructuring: the state it had, and what the steps done so far have made of it. Nothing is
 * written here. A step that cannot be done leaves a problem and changes nothing.
 */
export class Enactment {
  readonly day: string;
  readonly timeline: Timeline;
  readonly teams: Map<string, TeamLine>;
  readonly posts: Following<HeldPost>[];
  readonly roles: Following<HeldRole>[];
  readonly households: HouseholdMoves;
  readonly lineage: Descent[] = [];
  readonly problems: Problem[] = [];
  /** The units that steps changed, or to which they gave something, with the last step that did. */
  readonly changed = new Map<string, number>();
  /** The step that is being done. */
  step = 0;

  constructor(readonly state: TownState) {
    this.day = state.day;
    this.timeline = state.timeline.copy();
    this.teams = new Map(state.teams.map((team) => [team.uuid, team]));
    this.posts = state.posts.map((post) => staying(post, this.day));
    this.roles = state.roles.map((role) => staying(role, this.day));
    this.households = new HouseholdMoves(state);
  }

  /** Notes a problem of the present step. */
  report(
    severity: Problem['severity'],
    message: keyof Messages,
    about: string,
    units: string[],
    values: Problem['values'] = {},
  ): void {
    this.problems.push({ severity, message, values, step: this.step, about, units });
  }

  /** A unit's name, for people: on the day, or the first or last it has. */
  nameOf(uuid: string): string {
    const versions = this.timeline.find(uuid)?.versions ?? this.state.timeline.find(uuid)?.versions ?? [];
    return (this.timeline.stateOn(uuid, this.day) ?? versions.at(-1)?.state)?.name ?? '';
  }

  /** Whether a unit stands on the day; else a problem says why not. */
  requireStanding(uuid: string, about: string): boolean {
    if (this.timeline.stateOn(uuid, this.day)) return true;
    const life = this.timeline.lifeOf(uuid);
    const unit = this.nameOf(uuid);
    if (life && life.from > this.day) {
      this.report('ERROR', 'dateBeforeBeginning', 'day', [uuid], { unit, date: life.from });
    } else this.report('ERROR', 'unitClosed', about, [uuid], { unit });
    return false;
  }

  /**
   * Whether a unit can end on the day: it stands, these steps did not open it, and nothing is settled for it later; else
   * a problem says why not.
   */
  requireEnding(uuid: string, about: string): boolean {
    if (!this.requireStanding(uuid, about)) return false;
    if (!this.state.timeline.find(uuid)) {
      this.report('ERROR', 'endsWhereOpened', about, [uuid], { unit: this.nameOf(uuid) });
      return false;
    }
    const versions = this.timeline.find(uuid)?.versions ?? [];
    const later = versions.find((version) => version.from > this.day)?.from ?? versions.at(-1)?.to;
    if (later != null) return this.#reportLater(uuid, later);
    const link = this.state.later.find(({ predecessorUuid: from, successorUuid: to }) => from === uuid || to === uuid);
    return link ? this.#reportLater(uuid, link.day) : true;
  }

  /**
   * Whether a unit can take over on the day what others held: nothing is settled for a later day about what it hands
   * over itself; else a problem says why not.
   */
  requireTaking(uuid: string, about: string): boolean {
    if (!this.requireStanding(uuid, about)) return false;
    const link = this.state.later.find((each) => each.predecessorUuid === uuid);
    return link ? this.#reportLater(uuid, link.day) : true;
  }

  /** Whether a unit can be moved on the day: its place does not change later because its parent ends. */
  requireMovable(uuid: string, about: string): boolean {
    if (!this.requireStanding(uuid, about)) return false;
    const parent = this.timeline.stateOn(uuid, this.day)?.parent_id;
    const next = this.timeline
      .find(uuid)
      ?.versions.find(({ from, state }) => from > this.day && state.parent_id !== parent);
    const ends = next && this.state.later.some((link) => link.predecessorUuid === parent && link.day === next.from);
    return ends ? this.#reportLater(uuid, next.from) : true;
  }

  #reportLater(uuid: string, date: string): false {
    this.report('ERROR', 'dateBeforeChange', 'day', [uuid], { unit: this.nameOf(uuid), date });
    return false;
  }

  touch(...units: string[]): void {
    for (const unit of units) this.changed.set(unit, this.step);
  }

  /** The units directly under one on the day or later. */
  childrenOf(uuid: string | null): string[] {
    return this.timeline.lines
      .filter((line) => line.versions.some((each) => each.state.parent_id === uuid && !this.#isOver(each)))
      .map((line) => line.uuid);
  }

  /** The teams of a block on the day or later. */
  teamsOf(block: string): TeamLine[] {
    return [...this.teams.values()].filter((team) =>
      team.versions.some((each) => each.state.block_id === block && !this.#isOver(each)),
    );
  }

  /** Puts a unit that stands under `from` under `to` instead, wherever it does so from the day on. */
  rehang(uuid: string, from: string, to: string | null): void {
    const siblings = this.childrenOf(to).filter((sibling) => sibling !== uuid);
    const others = siblings.flatMap((sibling) => this.timeline.find(sibling)?.versions ?? []);
    this.timeline.revise(uuid, (versions) => {
      const moved = replaceFrom(versions, this.day, 'parent_id', from, to);
      return nameApart(
        moved,
        this.day,
        this.nameOf(from),
        others,
        (a, b) => a.kind === b.kind && a.parent_id === b.parent_id,
      );
    });
    this.touch(uuid);
  }

  /** The units that teams or households were in at any time. */
  get holding(): Set<string> {
    const blocks = [...this.teams.values()].flatMap(({ versions }) => versions.map(({ state }) => state.block_id));
    return new Set([...blocks, ...this.households.blocks]);
  }

  /** Gives a team of one block to another block. */
  reassign(team: TeamLine, from: string, to: string): void {
    const others = this.teamsOf(to)
      .filter((other) => other.uuid !== team.uuid)
      .flatMap((other) => other.versions);
    const moved = replaceFrom(team.versions, this.day, 'block_id', from, to);
    const versions = nameApart(moved, this.day, this.nameOf(from), others, (a, b) => a.block_id === b.block_id);
    this.teams.set(team.uuid, { ...team, versions });
  }

  /** Lets posts and roles on a unit go on elsewhere, or end. */
  follow(unit: string, to: string | null, fate: OfficersFate): void {
    const goesTo = fate === 'FOLLOW' ? to : null;
    const posts = goOn(this.posts, unit, goesTo, (a, b) => a.person === b.person && a.title === b.title);
    const roles = goOn(this.roles, unit, goesTo, (a, b) => a.account === b.account);
    if (goesTo !== null) return;
    const name = this.nameOf(unit);
    if (posts.length > 0) this.report('WARNING', 'postsEnd', 'officers', [unit], { unit: name, count: posts.length });
    if (roles.length > 0) this.report('WARNING', 'rolesEnd', 'officers', [unit], { unit: name, count: roles.length });
  }

  /** Ends a unit on the day. */
  end(uuid: string): void {
    this.timeline.revise(uuid, (versions) => endOn(versions, this.day));
    this.touch(uuid);
  }

  #isOver(version: { to: string | null }): boolean {
    return version.to !== null && version.to <= this.day;
  }
}
