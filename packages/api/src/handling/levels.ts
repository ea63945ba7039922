import type { UnitKind } from '../towns/unit-kind.ts';

/** The four levels 四级 at which a request can be, the lowest first. */
export const requestLevels = ['BLOCK', 'COMMITTEE', 'SERVICE_AREA', 'TOWN'] as const;
export type RequestLevel = (typeof requestLevels)[number];

/** A level with the unit that has charge there; null is the town itself. */
export interface LevelUnit<Unit> {
  level: RequestLevel;
  unit: Unit | null;
}

const ofCommittees: readonly UnitKind[] = ['VILLAGE', 'COMMITTEE', 'SPECIAL_AREA', 'PARK'];

/**
 * The levels that have a unit, the lowest first, for something that stands under the units of a path, the nearest first. A
 * community is the level of service areas where a village or committee stands below it, and else the level of committees.
 */
export function levelsOn<Unit extends { kind: UnitKind }>(path: readonly Unit[]): LevelUnit<Unit>[] {
  const nearest = (kinds: readonly UnitKind[], except?: Unit) =>
    path.find((unit) => kinds.includes(unit.kind) && unit !== except);
  const committee = nearest(ofCommittees) ?? nearest(['COMMUNITY']);
  const units: Record<Exclude<RequestLevel, 'TOWN'>, Unit | undefined> = {
    BLOCK: nearest(['BLOCK']),
    COMMITTEE: committee,
    SERVICE_AREA: nearest(['SERVICE_AREA']) ?? nearest(['COMMUNITY'], committee),
  };
  return requestLevels.flatMap((level): LevelUnit<Unit>[] => {
    if (level === 'TOWN') return [{ level, unit: null }];
    const unit = units[level];
    return unit ? [{ level, unit }] : [];
  });
}

/** The level with its unit, or, where the tree has no such unit any more, the next above that has one. */
export function levelAt<Unit>(levels: readonly LevelUnit<Unit>[], level: RequestLevel): LevelUnit<Unit> {
  const found = levels.find((each) => rankOf(each.level) >= rankOf(level));
  if (!found) throw new Error('The town itself is always a level');
  return found;
}

/** The levels above one, the nearest first. */
export function levelsAbove<Unit>(levels: readonly LevelUnit<Unit>[], level: RequestLevel): LevelUnit<Unit>[] {
  return levels.filter((each) => rankOf(each.level) > rankOf(level));
}

/** The levels below one, the nearest first. */
export function levelsBelow<Unit>(levels: readonly LevelUnit<Unit>[], level: RequestLevel): LevelUnit<Unit>[] {
  return levels.filter((each) => rankOf(each.level) < rankOf(level)).reverse();
}

function rankOf(level: RequestLevel): number {
  return requestLevels.indexOf(level);
}
