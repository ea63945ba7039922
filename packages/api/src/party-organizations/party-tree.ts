import { holdsOn, lifeOf, type Period, stateOn, type Version, type Versions, versionNear } from '../db/versions.ts';
import type { PartyOrganizationForm, PartyOrganizationKind } from './party-organization.entity.ts';

/** What a Party organisation is over a period. Its members are the columns of a version. */
export interface PartyState {
  name: string;
  kind: PartyOrganizationKind;
  form: PartyOrganizationForm;
  /** Null at the top of the town. */
  parent_id: string | null;
  /** Where it sits: at the most one of these; with none of them in the town itself. */
  unit_id: string | null;
  organization_id: string | null;
  industry_id: string | null;
}

/** One Party organisation through time. */
export interface PartyLine {
  uuid: string;
  /** The `version` that callers see; 0 for one that is not written yet. */
  version: number;
  /** What it was merged into. */
  successor: string | null;
  /** The versions that hold; none for one that was taken back on the day it began. */
  versions: Versions<PartyState>;
  /** What it was to be, of one without versions. */
  takenBack?: Version<PartyState>;
}

/**
 * The Party's tree of a town through time: every Party organisation with all its versions. Changes of it are worked out on it in
 * memory (party-steps.ts), and checked as a whole before they are written (party-tree-rules.ts).
 */
export class PartyTree {
  readonly #lines: ReadonlyMap<string, PartyLine>;

  constructor(lines: Iterable<PartyLine>) {
    this.#lines = new Map([...lines].map((line) => [line.uuid, line]));
  }

  get lines(): PartyLine[] {
    return [...this.#lines.values()];
  }

  find(uuid: string): PartyLine | undefined {
    return this.#lines.get(uuid);
  }

  /** This tree with some of its Party organisations otherwise, or new ones. */
  with(lines: Iterable<PartyLine>): PartyTree {
    return new PartyTree([...this.#lines.values(), ...lines]);
  }

  /** The versions of a Party organisation; none where there is no such one. */
  versionsOf(uuid: string): Versions<PartyState> {
    return this.#lines.get(uuid)?.versions ?? [];
  }

  /** The state on a day; undefined outside its life. */
  stateOn(uuid: string, day: string): Readonly<PartyState> | undefined {
    return stateOn(this.versionsOf(uuid), day);
  }

  /** The state on a day, or, outside its life, the first or last that it has. */
  stateNear(uuid: string, day: string): Readonly<PartyState> | undefined {
    return versionNear(this.versionsOf(uuid), day)?.state ?? this.find(uuid)?.takenBack?.state;
  }

  /** A name on a day, or, outside the life, the first or last one. */
  nameOn(uuid: string, day: string): string {
    return this.stateNear(uuid, day)?.name ?? '';
  }

  /** Its life; one that was taken back has an empty one. */
  lifeOf(uuid: string): Period | undefined {
    return lifeOf(this.versionsOf(uuid)) ?? this.find(uuid)?.takenBack;
  }

  /** The Party organisations that stand on a day, by id. */
  on(day: string): Map<string, Readonly<PartyState>> {
    const states = new Map<string, Readonly<PartyState>>();
    for (const { uuid, versions } of this.#lines.values()) {
      const state = stateOn(versions, day);
      if (state) states.set(uuid, state);
    }
    return states;
  }

  /** The days from the given one on, itself included, on which the tree changes. */
  boundaries(from: string): string[] {
    const days = new Set([from]);
    for (const { versions } of this.#lines.values()) {
      for (const { from: begins, to } of versions) {
        if (begins > from) days.add(begins);
        if (to !== null && to > from) days.add(to);
      }
    }
    return [...days].sort();
  }

  /** What a Party organisation has become on a day: itself, or what it was merged into; undefined where that is gone, too. */
  standingFor(uuid: string, day: string): string | undefined {
    const seen = new Set<string>();
    let at: string | null = uuid;
    while (at !== null && !seen.has(at)) {
      const line = this.#lines.get(at);
      if (line?.versions.some((version) => holdsOn(version, day))) return at;
      seen.add(at);
      at = line?.successor ?? null;
    }
    return undefined;
  }
}
