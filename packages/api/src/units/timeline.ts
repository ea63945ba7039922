import type { Desk } from '../db/door.ts';
import { keptByTree } from '../db/kept.ts';
import { gapsIn, lifeOf, stateOn, type Version, type Versions, versionNear } from '../db/versions.ts';
import type { UnitKind } from '../towns/unit-kind.ts';

/** What a unit is over a period. Its members are the columns of a version. */
export interface UnitState {
  name: string;
  code: string | null;
  kind: Exclude<UnitKind, 'TOWN'>;
  status: 'PREPARATORY' | 'ACTIVE';
  /** Null directly under the town. */
  parent_id: string | null;
}

/** Whether teams and households can be in a unit. */
export function isBlock({ kind }: UnitState): boolean {
  return kind === 'BLOCK';
}

/** One unit through time. */
export interface UnitLine {
  uuid: string;
  /** The overlay that a block belongs to; null for the geographic partition. */
  overlayId: string | null;
  /** The `version` that callers see; 0 for a unit that is not written yet. */
  version: number;
  versions: Versions<UnitState>;
}

/**
 * A town's tree through time: every unit with all versions that hold. Restructurings are worked out on it in memory, so
 * that what a draft shows is what applying it does.
 */
export class Timeline {
  readonly #lines: Map<string, UnitLine>;

  constructor(lines: Iterable<UnitLine>) {
    this.#lines = new Map([...lines].map((line) => [line.uuid, line]));
  }

  /** A copy that can be changed without changing this one. */
  copy(): Timeline {
    return new Timeline(this.#lines.values());
  }

  get lines(): UnitLine[] {
    return [...this.#lines.values()];
  }

  find(uuid: string): UnitLine | undefined {
    return this.#lines.get(uuid);
  }

  /** The state of a unit on a day; undefined outside its life. */
  stateOn(uuid: string, day: string): Readonly<UnitState> | undefined {
    return stateOn(this.#lines.get(uuid)?.versions ?? [], day);
  }

  /** The state of a unit on a day, or, outside its life, the first or last that it has. */
  stateNear(uuid: string, day: string): Readonly<UnitState> | undefined {
    return versionNear(this.#lines.get(uuid)?.versions ?? [], day)?.state;
  }

  /** A unit's name on a day, or, outside its life, the first or last that it has. */
  nameOn(uuid: string, day: string): string {
    return this.stateNear(uuid, day)?.name ?? '';
  }

  /** The first day, from one on, on which a unit is there but is no block; undefined where it is one as long as it lasts. */
  noBlockFrom(uuid: string, day: string): string | undefined {
    const gaps = gapsIn(this.#lines.get(uuid)?.versions ?? [], day, isBlock);
    return gaps.find(({ from }) => this.stateOn(uuid, from))?.from;
  }

  lifeOf(uuid: string): { from: string; to: string | null } | undefined {
    return lifeOf(this.#lines.get(uuid)?.versions ?? []);
  }

  put(line: UnitLine): void {
    this.#lines.set(line.uuid, line);
  }

  /** Gives a unit other versions. */
  revise(uuid: string, change: (versions: Versions<UnitState>) => Version<UnitState>[]): void {
    const line = this.#lines.get(uuid);
    if (line) this.#lines.set(uuid, { ...line, versions: change(line.versions) });
  }

  /** The units that stand on a day, by id. */
  on(day: string): Map<string, Readonly<UnitState>> {
    const states = new Map<string, Readonly<UnitState>>();
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
      for (const version of versions) {
        if (version.from > from) days.add(version.from);
        if (version.to !== null && version.to > from) days.add(version.to);
      }
    }
    return [...days].sort();
  }

  /** Everything under a unit on a day, given what `on` answers for it. */
  static under(states: ReadonlyMap<string, Readonly<UnitState>>, root: string | null): Set<string> {
    let children = grouped.get(states);
    if (!children) {
      children = Map.groupBy([...states.keys()], (uuid) => states.get(uuid)?.parent_id ?? null);
      grouped.set(states, children);
    }
    const found = new Set<string>();
    const next = [root];
    for (const above of next) {
      for (const uuid of children.get(above) ?? []) {
        if (found.has(uuid)) continue;
        found.add(uuid);
        next.push(uuid);
      }
    }
    return found;
  }
}

/** What stands directly under each unit, by what `on` answered; asked for many roots of one day. */
const grouped = new WeakMap<ReadonlyMap<string, Readonly<UnitState>>, Map<string | null, string[]>>();

/** Batch of the timelines of towns. One statement. Whoever changes one changes a copy. */
export const timelineOf = keptByTree(readTimelines, {
  townOf: (town: number) => town,
  rowsOf: ({ lines }) => lines.length,
});

async function readTimelines(desk: Desk, towns: readonly number[]): Promise<Timeline[]> {
  const rows = await desk.db
    .selectFrom('unit_version as v')
    .innerJoin('unit as u', (join) => join.onRef('u.town_id', '=', 'v.town_id').onRef('u.id', '=', 'v.unit_id'))
    .select(['v.town_id', 'v.unit_id', 'v.id', 'v.valid_from', 'v.valid_to', 'u.overlay_id', 'u.version'])
    .select(['v.name', 'v.code', 'v.kind', 'v.status', 'v.parent_id'])
    .where('v.town_id', 'in', [...towns])
    .where('v.superseded_at', 'is', null)
    // Of one day those first that were made first, wherever their rows lie.
    .orderBy('v.valid_from')
    .orderBy('v.unit_id')
    .execute();
  const byTown = Map.groupBy(rows, (row) => row.town_id);
  return towns.map((town) => {
    const byUnit = Map.groupBy(byTown.get(town) ?? [], (row) => row.unit_id);
    return new Timeline(
      [...byUnit].map(([uuid, versions]) => ({
        uuid,
        overlayId: versions[0]?.overlay_id ?? null,
        version: versions[0]?.version ?? 0,
        versions: versions.map(versionOf),
      })),
    );
  });
}

/** A row of unit_version as a version. */
export function versionOf(row: {
  id: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  code: string | null;
  kind: UnitKind;
  status: UnitState['status'];
  parent_id: string | null;
}): Version<UnitState> {
  const { id, valid_from, valid_to, name, code, kind, status, parent_id } = row;
  if (kind === 'TOWN') throw new Error(`Version ${id} is of kind TOWN`);
  return { row: id, from: valid_from, to: valid_to, state: { name, code, kind, status, parent_id } };
}
