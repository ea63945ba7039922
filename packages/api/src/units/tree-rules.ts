import { lifeOf, overlapOf, type Period, type Versions } from '../db/versions.ts';
import type { UnitKind } from '../towns/unit-kind.ts';
import { isBlock, type Timeline, type UnitState } from './timeline.ts';

/** A rule of the tree that does not hold, on the first day on which it does not. */
export interface TreeFault {
  rule:
    | 'parentMissing'
    | 'circle'
    | 'kindNotAllowed'
    | 'nameTaken'
    | 'codeTaken'
    | 'overlayNeedsBlock'
    | 'overlayNotBegun'
    | 'overlayClosed';
  /** The unit at fault. */
  unit: string;
  /** What it collides with: the parent that is not there, or the sibling with the name or code. */
  other: string | null;
  day: string;
}

/** Which kinds may stand under which in a town, as data. */
export type AllowedParents = readonly { kind: UnitKind; parents: readonly UnitKind[] }[];

/** What the rules of a town's tree are about beside the tree itself. */
export interface TreeRules {
  allowed: AllowedParents;
  /** When the overlays are there, by id. */
  overlays: ReadonlyMap<string, Period>;
}

/**
 * Checks a timeline from a day on, on every day on which it changes: every parent stands, nothing is above itself, kinds
 * fit, names are one among siblings of a kind, codes one in the town, and what belongs to an overlay is a block, and there
 * only while the overlay is. What only the town's earlier rules allowed is no fault of units that are not `changed`. At
 * most one fault for each unit and rule.
 */
export function treeFaults(
  timeline: Timeline,
  from: string,
  changed: ReadonlySet<string>,
  { allowed, overlays }: TreeRules,
): TreeFault[] {
  const parentsOf = new Map(allowed.map(({ kind, parents }) => [kind, parents]));
  const faults = new Map<string, TreeFault>();
  for (const day of timeline.boundaries(from)) {
    const states = timeline.on(day);
    for (const fault of [...circles(states), ...misplaced(states, changed, parentsOf), ...taken(states, changed)]) {
      const key = `${fault.rule} ${fault.unit}`;
      if (!faults.has(key)) faults.set(key, { ...fault, day });
    }
  }
  for (const unit of changed) {
    const { overlayId = null, versions = [] } = timeline.find(unit) ?? {};
    const overlay = overlayId === null ? undefined : overlays.get(overlayId);
    const standing = versions.flatMap((version) => {
      const since = overlapOf(version, { from, to: null });
      return since ? [{ ...version, ...since }] : [];
    });
    if (overlay)
      for (const fault of outside(overlay, standing)) faults.set(`${fault.rule} ${unit}`, { ...fault, unit });
  }
  return [...faults.values()];
}

/** What is wrong with a unit of an overlay. */
function* outside(overlay: Period, versions: Versions<UnitState>): Generator<Omit<TreeFault, 'unit'>> {
  const wrong = versions.find(({ state }) => !isBlock(state));
  if (wrong) yield { rule: 'overlayNeedsBlock', other: null, day: wrong.from };
  const life = lifeOf(versions);
  if (life && life.from < overlay.from) yield { rule: 'overlayNotBegun', other: null, day: life.from };
  if (life && overlay.to !== null && (life.to === null || life.to > overlay.to)) {
    yield { rule: 'overlayClosed', other: null, day: overlay.to };
  }
}

type States = ReadonlyMap<string, Readonly<UnitState>>;
type Found = Omit<TreeFault, 'day'>;

function* misplaced(
  states: States,
  changed: ReadonlySet<string>,
  parentsOf: ReadonlyMap<UnitKind, readonly UnitKind[]>,
): Generator<Found> {
  for (const [unit, { parent_id, kind }] of states) {
    const parent = parent_id === null ? undefined : states.get(parent_id);
    if (parent_id !== null && !parent) yield { rule: 'parentMissing', unit, other: parent_id };
    else if (changed.has(unit) || (parent_id !== null && changed.has(parent_id))) {
      if (!parentsOf.get(kind)?.includes(parent?.kind ?? 'TOWN'))
        yield { rule: 'kindNotAllowed', unit, other: parent_id };
    }
  }
}

function* circles(states: States): Generator<Found> {
  const grounded = new Set<string>();
  for (const start of states.keys()) {
    const path = new Set<string>();
    let next: string | null | undefined = start;
    while (next && !grounded.has(next) && !path.has(next)) {
      path.add(next);
      next = states.get(next)?.parent_id;
    }
    if (next && path.has(next)) {
      yield { rule: 'circle', unit: start, other: next };
      return;
    }
    for (const unit of path) grounded.add(unit);
  }
}

function* taken(states: States, changed: ReadonlySet<string>): Generator<Found> {
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  for (const [unit, { parent_id, kind, name, code }] of states) {
    const place = JSON.stringify([parent_id, kind, name]);
    const namesake = names.get(place);
    if (namesake !== undefined && (changed.has(unit) || changed.has(namesake))) {
      yield blame('nameTaken', unit, namesake, changed);
    }
    names.set(place, unit);
    if (code === null) continue;
    const coded = codes.get(code);
    if (coded !== undefined) yield blame('codeTaken', unit, coded, changed);
    codes.set(code, unit);
  }
}

/** Of two units that collide, the one that changed is at fault. */
function blame(rule: Found['rule'], unit: string, other: string, changed: ReadonlySet<string>): Found {
  return changed.has(unit) ? { rule, unit, other } : { rule, unit: other, other: unit };
}
